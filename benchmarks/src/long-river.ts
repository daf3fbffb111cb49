import { setTimeout as wait } from 'node:timers/promises';
import { Connection, sendAll } from './connection.ts';
import { type Report, type Row, reportOf } from './measure.ts';
import { type Server, consumersOf, untilSettled } from './processes.ts';
import { freshOrders, onFreshPlatform, pacedSending, post } from './river-flow.ts';
import { orderEvent } from './sample-orders.ts';

const orders = 200_000;
/** Of which the first and the last are looked at by themselves. */
const edge = 20_000;
const batchSize = 100;
const inFlight = 4;
const pacedRate = 700;
/** Between two looks at how far the platform is, in milliseconds. */
const interval = 500;

/** How far the platform was at a moment. */
interface Look {
  /** Milliseconds. */
  readonly at: number;
  /** Microseconds of CPU used. */
  readonly cpu: number;
  /** In the log, up to which everybody has handled everything. */
  readonly position: number;
}

interface Run {
  readonly looks: readonly Look[];
  /** MiB. */
  readonly peakMemory: number;
}

const look = async (server: Server, connection: Connection): Promise<Look> => {
  const positions = (await consumersOf(connection)).map(({ position }) => position);
  return { at: performance.now(), cpu: server.cpu(), position: Math.min(...positions) };
};

/** Looks at the platform from time to time while orders are sent, and until all are done. */
const watched = async (server: Server, send: () => Promise<unknown>): Promise<Run> => {
  const connection = new Connection(server.url);
  const looks = [await look(server, connection)];
  let isSending = true;
  const sending = send().finally(() => (isSending = false));
  // Whose fault is a rejection is told below, where it is waited for.
  sending.catch(() => {});
  while (isSending) {
    await wait(interval);
    looks.push(await look(server, connection));
  }
  await sending;
  await untilSettled(server.url);
  looks.push(await look(server, connection));
  connection.close();
  return { looks, peakMemory: server.peakMemory() };
};

/** What was done between two shares of a run, by orders done; what was handed in does not count yet. */
const between = ({ looks }: Run, from: number, to: number) => {
  const [first, last] = [looks[0]!, looks.at(-1)!];
  const at = (share: number): Look => {
    const position = first.position + share * (last.position - first.position);
    return looks.find((each) => each.position >= position)!;
  };
  const [begin, end] = [at(from), at(to)];
  const done = (orders * (end.position - begin.position)) / (last.position - first.position);
  return { rate: (done / (end.at - begin.at)) * 1_000, cpu: (end.cpu - begin.cpu) / done };
};

/** As many as are taken: the next batch as soon as one is answered. */
const flooding = (): Promise<Run> =>
  onFreshPlatform((server) => {
    let sent = 0;
    const next = () => {
      if (sent >= orders) return undefined;
      sent += batchSize;
      return post(freshOrders(batchSize).map(orderEvent));
    };
    return watched(server, () => sendAll(server.url, inFlight, next));
  });

const row = (of: Pick<Row, 'name' | 'ours' | 'limit' | 'ratio' | 'goal' | 'met'> & { cpu: number }): Report =>
  reportOf({ ...of, cpu: `${Math.round(of.cpu)} µs/order` });

/** 200,000 orders as fast as they are taken, and as many at a steady rate: what lasts, not what begins well. */
export const longRiver = async (): Promise<readonly Report[]> => {
  const flood = await flooding();
  const paced = await onFreshPlatform((server) =>
    watched(server, () => pacedSending(server.url, orders, pacedRate)),
  );
  const half = between(flood, 0.5, 1);
  const whole = between(flood, 0, 1);
  const steady = between(paced, 0, 1);
  const share = edge / orders;
  const [first, last] = [between(flood, 0, share), between(flood, 1 - share, 1)];
  const dearer = whole.cpu / steady.cpu;
  return [
    row({
      name: 'river, sustained over the second half of 200,000 orders',
      ours: `${Math.round(half.rate)}/s`,
      limit: `the whole: ${Math.round(whole.rate)}/s`,
      ratio: (half.rate / whole.rate).toFixed(2),
      cpu: half.cpu,
      goal: '≥ 1,000/s',
      met: half.rate >= 1_000,
    }),
    row({
      name: 'river, CPU an order under a flood',
      ours: `${(whole.cpu / 1_000).toFixed(2)} ms`,
      limit: `paced at ${pacedRate}/s: ${(steady.cpu / 1_000).toFixed(2)} ms`,
      ratio: dearer.toFixed(2),
      cpu: whole.cpu,
      goal: '≤ 1.15 × paced',
      met: dearer <= 1.15,
    }),
    row({
      name: 'river, the last 20,000 orders beside the first',
      ours: `${(last.cpu / 1_000).toFixed(2)} ms`,
      limit: `${(first.cpu / 1_000).toFixed(2)} ms`,
      ratio: (last.cpu / first.cpu).toFixed(2),
      cpu: last.cpu,
      goal: '≤ 1.15',
      met: last.cpu / first.cpu <= 1.15,
    }),
    row({
      name: 'river, resident memory under a flood',
      ours: `${Math.round(flood.peakMemory)} MiB`,
      limit: `paced: ${Math.round(paced.peakMemory)} MiB`,
      ratio: (flood.peakMemory / paced.peakMemory).toFixed(2),
      cpu: whole.cpu,
      goal: '< 1,024 MiB',
      met: flood.peakMemory < 1_024,
    }),
  ];
};
