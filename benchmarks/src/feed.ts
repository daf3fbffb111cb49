import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Report, median, percentile, reportOf, seconds } from './measure.ts';
import { type Server, adminKey, startPlatform, untilReady } from './processes.ts';
import { sampleLog } from './sample-log.ts';

const events = 200_000;
const rounds = 3;
const pageSize = 1_000;

const listeners = 1_000;
/** Listeners of one key: fewer than one may have. */
const listenersOfKey = 100;
const published = 600;
const eachPause = 33;
/** What a published count leads to: the message, and the fact of inventory. */
const toldOfEach = 2;

/** Microseconds of CPU to read every event of a log whole, through the port. */
const readRaw = async (file: string): Promise<number> => {
  const log = openSqliteEventLog(file);
  globalThis.gc?.();
  const before = process.cpuUsage();
  let read = 0;
  for (let after = 0; ;) {
    const page = await log.all.readAll(after, pageSize);
    if (page.length === 0) break;
    // They are parsed when somebody looks.
    for (const { data, metadata } of page) if (data !== undefined && metadata) read += 1;
    after = page.at(-1)!.position;
  }
  const { user, system } = process.cpuUsage(before);
  await log.close();
  return (user + system) / read;
};

const asking = (server: Server, query: string, key: string, accept: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(
      `${server.url}/v1/feed${query}`,
      { headers: { authorization: `Bearer ${key}`, accept }, agent: false },
      resolve,
    ).on('error', reject);
  });

/** Line feeds in what comes: they are counted without being read. */
const onLineFeeds = (answer: IncomingMessage, told: (count: number) => void): void => {
  answer.on('data', (piece: Buffer) => {
    let count = 0;
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count += 1;
    told(count);
  });
};

/** Microseconds of CPU an event of the server for the whole feed. */
const readFeed = async (server: Server): Promise<number> => {
  const before = server.cpu();
  const answer = await asking(server, '', adminKey, 'application/x-ndjson');
  let lines = 0;
  onLineFeeds(answer, (count) => (lines += count));
  await new Promise((resolve, reject) => answer.on('end', resolve).on('error', reject));
  // The last line says how far it went.
  return (server.cpu() - before) / (lines - 1);
};

const catchingUp = async (): Promise<Report> => {
  const { folder, log } = await sampleLog(events);
  const raw: number[] = [];
  for (let round = 0; round < rounds; round += 1) raw.push(await readRaw(log));
  const server = await startPlatform(folder);
  try {
    await untilReady(server.url);
    const feed: number[] = [];
    for (let round = 0; round < rounds; round += 1) feed.push(await readFeed(server));
    const [ours, theirs] = [median(feed), median(raw)];
    return reportOf({
      name: `feed of ${events.toLocaleString('en')} events over HTTP`,
      ours: `${ours.toFixed(1)} µs/event`,
      limit: `reading them from the log: ${theirs.toFixed(1)} µs/event`,
      ratio: `${(theirs / ours).toFixed(2)} by CPU`,
      cpu: `${ours.toFixed(1)} / ${theirs.toFixed(1)} µs/event`,
      goal: '≥ 0.50 by CPU',
      met: theirs / ours >= 0.5,
    });
  } finally {
    await server.stop();
  }
};

const post = async (server: Server, path: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

/** Every listener as the events that it was told, by when the last of each came. */
class Listeners {
  private readonly lines: number[] = [];
  readonly answers: IncomingMessage[] = [];

  async open(server: Server): Promise<void> {
    for (let from = 0; from < listeners; from += listenersOfKey) {
      const { key } = (await post(server, '/v1/keys', { name: `bench ${from}`, role: 'integrator' })) as {
        key: string;
      };
      const opened = await Promise.all(
        Array.from({ length: listenersOfKey }, () =>
          asking(
            server,
            '?after=now&type=tributary.stock.counted.v1&type=tributary.inventory.counted.v1',
            key,
            'text/event-stream',
          ),
        ),
      );
      for (const answer of opened) this.follow(answer);
    }
  }

  /** Of the listener who was told least. */
  get told(): number {
    return Math.min(...this.lines.map((lines) => Math.floor((lines - 2) / 3)));
  }

  private follow(answer: IncomingMessage): void {
    const index = this.lines.length;
    this.lines.push(0);
    this.answers.push(answer);
    onLineFeeds(answer, (count) => (this.lines[index]! += count));
  }

  close(): void {
    for (const answer of this.answers) answer.destroy();
  }
}

const count = (index: number) => ({
  specversion: '1.0',
  id: `count-${index}`,
  source: 'urn:bench:wms',
  type: 'tributary.stock.counted.v1',
  data: { sku: `SKU-${index % 50}`, location: 'leeds', quantity: index },
});

const live = async (): Promise<readonly Report[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-feed-'));
  const server = await startPlatform(folder);
  const all = new Listeners();
  try {
    await untilReady(server.url);
    const before = server.peakMemory();
    await all.open(server);
    while (all.told < 0) await wait(20);
    const opened = server.peakMemory();
    const cpu = server.cpu();
    const waits: number[] = [];
    for (let index = 0; index < published; index += 1) {
      const at = performance.now();
      await post(server, '/v1/events', count(index));
      while (all.told < (index + 1) * toldOfEach) await wait(1);
      waits.push(performance.now() - at);
      await wait(Math.max(0, eachPause - (performance.now() - at)));
    }
    const each = (server.cpu() - cpu) / (published * toldOfEach * listeners);
    const peak = server.peakMemory();
    return [
      reportOf({
        name: `${listeners.toLocaleString('en')} live listeners, memory of the platform`,
        ours: `${Math.round(peak - before)} MiB more (${Math.round(opened - before)} for being there)`,
        limit: `without any: ${Math.round(before)} MiB`,
        ratio: `${(((peak - before) * 1_024) / listeners).toFixed(0)} KiB each`,
        cpu: `${each.toFixed(1)} µs an event and listener`,
        goal: '< 256 MiB more',
        met: peak - before < 256,
      }),
      reportOf({
        name: `${listeners.toLocaleString('en')} live listeners, from publishing until the last was told`,
        ours: `p50 ${seconds(median(waits))}, p99 ${seconds(percentile(waits, 99))}`,
        limit: '–',
        ratio: '–',
        cpu: `${each.toFixed(1)} µs an event and listener`,
        goal: 'p99 < 250 ms',
        met: percentile(waits, 99) < 250,
      }),
    ];
  } finally {
    all.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** What happened, and what happens, told to others: beside reading the log by itself, and to a thousand at once. */
export const feed = async (): Promise<readonly Report[]> => [await catchingUp(), ...(await live())];
