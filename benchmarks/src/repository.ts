import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection, requestOf } from './connection.ts';
import { type Report, compare, median, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { type Server, startEmptyServer, startPlatform, untilReady, untilSettled } from './processes.ts';
import { reading } from './reading.ts';
import { type Question, questionsOf } from './repository-questions.ts';
import { post, stockedNetwork } from './river-flow.ts';
import { type SampleLog, sampleLog } from './sample-log.ts';
import { chance, orderEvent, sampleOrder } from './sample-orders.ts';
import { get } from './sample-reads.ts';

/** Questions a second, all kinds in turn. */
const asked = 200;
/** Orders a second that flow in meanwhile; each is seven to eight events in the log, so that these are 1,000 a second. */
const placed = 133;
/** How long, in seconds. */
const lasts = 60;
/** Connections that questions are spread over; one that is busy makes the next question wait, which counts. */
const connections = 16;
const pairs = 3;
/** Numbers of orders that are not in the sample. */
const firstNew = 50_000_000;

const sizes = (): readonly number[] =>
  process.argv.includes('--full')
    ? [500_000, 5_000_000]
    : process.argv.includes('--huge')
      ? [15_000_000]
      : [500_000];

const thousand = (count: number): string => `${Math.round(count / 1_000).toLocaleString('en')}k`;

/** Work at a steady rate, begun on time whether or not what was begun before is done. */
const steadily = async (
  rate: number,
  forSeconds: number,
  begin: (due: number) => Promise<void>,
): Promise<void> => {
  const start = performance.now();
  const begun: Promise<void>[] = [];
  for (let number = 0; number < rate * forSeconds; number += 1) {
    const due = start + (number / rate) * 1_000;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    begun.push(begin(due));
  }
  await Promise.all(begun);
};

/** Connections that are lent out one question each, opened as they are needed; who finds none waits for one. */
class Lent {
  private readonly free: Connection[] = [];
  private readonly waiting: ((connection: Connection) => void)[] = [];
  private opened = 0;
  constructor(private readonly url: string) {}

  async ask(request: Buffer): Promise<void> {
    const connection = this.free.shift() ?? (await this.another());
    const { status, body } = await connection.ask(request);
    const next = this.waiting.shift();
    if (next) next(connection);
    else this.free.push(connection);
    if (status > 299) throw new Error(`${status}: ${body.slice(0, 300)}`);
  }

  private another(): Promise<Connection> {
    if (this.opened === connections) return new Promise((lend) => this.waiting.push(lend));
    this.opened += 1;
    return Promise.resolve(new Connection(this.url));
  }

  close(): void {
    for (const connection of this.free) connection.close();
  }
}

/** Orders at a steady rate, ten a request. */
const flowIn = async (url: string): Promise<void> => {
  const lent = new Lent(url);
  const draw = chance(29);
  let number = firstNew;
  const together = 7;
  await steadily(placed / together, lasts, () =>
    lent.ask(post(Array.from({ length: together }, () => orderEvent(sampleOrder((number += 1), draw))))),
  );
  lent.close();
};

/** Milliseconds from when each question was due until it was answered, by its kind. */
const askAll = async (url: string, questions: readonly Question[]): Promise<Map<string, number[]>> => {
  const lent = new Lent(url);
  const waits = new Map(questions.map(({ kind }) => [kind, [] as number[]]));
  let turn = 0;
  await steadily(asked, lasts, async (due) => {
    const { kind, next } = questions[(turn += 1) % questions.length]!;
    await lent.ask(get(next()));
    waits.get(kind)!.push(performance.now() - due);
  });
  lent.close();
  return waits;
};

interface Size {
  readonly sample: SampleLog;
  readonly server: Server;
  readonly folder: string;
}

/** On a copy of the sample, since orders flow in. */
const onCopy = async (
  events: number,
  work: (size: Size) => Promise<readonly Report[]>,
): Promise<readonly Report[]> => {
  const sample = await sampleLog(events);
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-repository-'));
  await cp(sample.folder, folder, { recursive: true });
  // The copy goes to the disk now, not while something is measured that waits for the disk itself.
  execFileSync('sync');
  const begin = performance.now();
  const server = await startPlatform(folder);
  try {
    await untilReady(server.url);
    const took = performance.now() - begin;
    await untilSettled(server.url);
    return [readiness(sample, took), ...(await work({ sample, server, folder }))];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const readiness = ({ orders }: SampleLog, took: number): Report =>
  reportOf({
    name: `${thousand(orders)} orders: start to ready`,
    ours: seconds(took),
    limit: '–',
    ratio: '–',
    cpu: '–',
    goal: '< 5 s',
    met: took < 5_000,
  });

/** What questions and orders take while both come at once. */
const underLoad = async ({ sample, server, folder }: Size): Promise<readonly Report[]> => {
  const questions = questionsOf(sample.orders);
  await stockedNetwork(server);
  const cpu = server.cpu();
  const before = (await untilSettled(server.url)).position;
  const start = performance.now();
  const [waits] = await Promise.all([askAll(server.url, questions), flowIn(server.url)]);
  const { position } = await untilSettled(server.url);
  const took = (performance.now() - start) / 1_000;
  const used = server.cpu() - cpu;
  const flowed = `${Math.round((position - before) / took).toLocaleString('en')} events/s flowing in`;
  const memory = server.peakMemory();
  const { size } = await stat(path.join(folder, 'read-models.db'));
  return [
    ...questions.map(({ kind, goal }) => {
      const times = waits.get(kind)!;
      const { p99, worst } = tailOf(times);
      return reportOf({
        name: `${thousand(sample.orders)} orders: ${kind}`,
        ours: `p50 ${seconds(median(times))}, p99 ${seconds(p99)} (worst fifth ${seconds(worst)}, max ${seconds(percentile(times, 100))})`,
        limit: flowed,
        ratio: '–',
        cpu: `${Math.round(used / took / 10_000)} % of a core in all`,
        goal: goal === undefined ? 'none' : `p99 < ${goal} ms`,
        met: goal === undefined || p99 < goal,
      });
    }),
    reportOf({
      name: `${thousand(sample.orders)} orders: peak memory of the platform`,
      ours: `${Math.round(memory)} MiB`,
      limit: '–',
      ratio: '–',
      cpu: '–',
      goal: '< 1,024 MiB',
      met: memory < 1_024,
    }),
    reportOf({
      name: `${thousand(sample.orders)} orders: read models`,
      ours: `${(size / sample.orders / 1_000).toFixed(2)} kB an order`,
      limit: '–',
      ratio: '–',
      cpu: '–',
      goal: '≤ 4 kB',
      met: size / sample.orders <= 4_000,
    }),
  ];
};

/** CPU of a question beside that of a handler that answers at once, with nothing flowing in. */
const besideEmpty = async ({ sample, server }: Size, empty: Server): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  const body = JSON.stringify(orderEvent(sampleOrder(0, chance(17))));
  const handled = requestOf({ method: 'POST', path: '/orders', body });
  for (const { kind, next, timesEmpty } of questionsOf(sample.orders)) {
    if (timesEmpty === undefined) continue;
    reports.push(
      await compare({
        title: `${thousand(sample.orders)} orders: ${kind}, beside an empty handler`,
        ours: reading('platform', server, () => get(next())),
        theirs: reading('empty handler', empty, () => handled),
        unit: 'request',
        by: 'cpu',
        goal: 1 / timesEmpty,
        rounds: pairs,
      }),
    );
  }
  return reports;
};

/**
 * The repository asked by everybody at once: lists, searches, customers and the past among 100,000 orders, and
 * a million with `--full`, three with `--huge`, while orders flow in.
 */
export const repository = async (): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  const empty = await startEmptyServer();
  try {
    for (const events of sizes())
      reports.push(
        ...(await onCopy(events, async (size) => [
          ...(await besideEmpty(size, empty)),
          ...(await underLoad(size)),
        ])),
      );
  } finally {
    await empty.stop();
  }
  return reports;
};
