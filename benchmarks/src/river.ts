import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BareSqlite } from './bare-sqlite.ts';
import { Connection, requestOf, sendAll } from './connection.ts';
import { type Report, type Row, median, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { type Server, adminKey, startPlatform, untilReady, untilSettled } from './processes.ts';
import { nextStream, sampleEvent } from './sample-events.ts';
import { chance, networkEvents, orderEvent, orderIdOf, sampleOrder, stockEvents } from './sample-orders.ts';

const batchSize = 100;
const inFlight = 4;
const roundOrders = 7_000;
const rounds = 3;
const pacedOrders = 10_000;
const pacedBatch = 20;

const post = (events: readonly unknown[]): Buffer =>
  requestOf({ method: 'POST', path: '/v1/events', key: adminKey, body: JSON.stringify(events) });

const prepare = async ({ url }: Server): Promise<void> => {
  await untilReady(url);
  await sendAll(url, 1, iterate([post(networkEvents())]));
  await untilSettled(url);
  await sendAll(url, 1, iterate([post(stockEvents())]));
  await untilSettled(url);
};

const iterate = (requests: readonly Buffer[]): (() => Buffer | undefined) => {
  let at = 0;
  return () => requests[at++];
};

const orders = (() => {
  const draw = chance(7);
  let number = 0;
  return (count: number) => Array.from({ length: count }, () => sampleOrder((number += 1), draw));
})();

interface Flood {
  readonly rate: number;
  /** Microseconds of the platform's CPU an order. */
  readonly cpu: number;
  /** Events in the log for each order. */
  readonly events: number;
}

/** As many orders as go through: from the first request to the last projection. */
const flood = async (server: Server, count: number): Promise<Flood> => {
  const all = orders(count);
  const requests = Array.from({ length: count / batchSize }, (_, index) =>
    post(all.slice(index * batchSize, (index + 1) * batchSize).map(orderEvent)),
  );
  const { position: before } = await untilSettled(server.url);
  const cpu = server.cpu();
  const start = performance.now();
  await sendAll(server.url, inFlight, iterate(requests));
  const { position } = await untilSettled(server.url);
  const took = (performance.now() - start) / 1_000;
  const used = server.cpu() - cpu;
  await mustBeAllocated(server.url, all.map(orderIdOf));
  return { rate: count / took, cpu: used / count, events: (position - before) / count };
};

/** @throws Error an order is not visible as allocated: then the figure would be of something else */
const mustBeAllocated = async (url: string, ids: readonly string[]): Promise<void> => {
  const connection = new Connection(url);
  for (const id of ids.filter((_, index) => index % 50 === 0)) {
    const { body } = await connection.ask(
      requestOf({ method: 'GET', path: `/v1/orders/${id}`, key: adminKey }),
    );
    if (!body.includes('"status":"allocated"'))
      throw new Error(`Order ${id} is not allocated: ${body.slice(0, 200)}`);
  }
  connection.close();
};

/** Microseconds of CPU to append as many events as an order leads to, with bare SQLite and nothing else. */
const bareAppends = async (folder: string, count: number, events: number): Promise<number> => {
  const bare = new BareSqlite(path.join(folder, 'bare.db'));
  const cpu = process.cpuUsage();
  const total = Math.round(count * events);
  for (let done = 0; done < total; done += 64) {
    bare.append(
      Array.from({ length: Math.min(64, total - done) }, () => ({
        stream: nextStream(),
        version: 1,
        event: sampleEvent(),
      })),
    );
  }
  const { user, system } = process.cpuUsage(cpu);
  bare.close();
  await rm(path.join(folder, 'bare.db'));
  return (user + system) / count;
};

/** When each order was seen as allocated, as the live stream of the API tells it. */
const watch = async (url: string): Promise<{ readonly seen: Map<string, number>; close(): void }> => {
  const seen = new Map<string, number>();
  const stream = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${adminKey}` };
    get(`${url}/v1/orders/live`, { headers }, resolve).on('error', reject);
  });
  let rest = '';
  stream.on('error', () => {});
  stream.on('data', (chunk: Buffer) => {
    const now = performance.now();
    const blocks = (rest + chunk.toString()).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (!data) continue;
      const { orderId, status } = JSON.parse(data) as { orderId: string; status: string };
      if (status === 'allocated' && !seen.has(orderId)) seen.set(orderId, now);
    }
  });
  return { seen, close: () => stream.destroy() };
};

/** Orders at a steady rate; milliseconds from each one's sending until it is seen, and CPU an order. */
const pace = async (server: Server, count: number, rate: number) => {
  const { seen, close } = await watch(server.url);
  const connection = new Connection(server.url);
  const sent = new Map<string, number>();
  const cpu = server.cpu();
  const start = performance.now();
  for (let done = 0; done < count; done += pacedBatch) {
    await wait(Math.max(0, start + (done / rate) * 1_000 - performance.now()));
    const batch = orders(pacedBatch);
    const request = post(batch.map(orderEvent));
    const now = performance.now();
    for (const order of batch) sent.set(orderIdOf(order), now);
    await connection.ask(request);
  }
  const reached = count / ((performance.now() - start) / 1_000);
  await untilSettled(server.url);
  const used = (server.cpu() - cpu) / count;
  connection.close();
  close();
  if (seen.size < count)
    throw new Error(`${count - seen.size} of ${count} orders were never seen as allocated.`);
  return { waits: [...sent].map(([id, at]) => seen.get(id)! - at), cpu: used, reached };
};

const rateRow = (floods: readonly Flood[], bare: readonly number[]): Row[] => {
  const rate = median(floods.map((each) => each.rate));
  const cpu = median(floods.map((each) => each.cpu));
  const floor = median(bare);
  const ratio = (floor / cpu).toFixed(2);
  const limit = `bare SQLite appends of the same ${floods[0]!.events.toFixed(1)} events: ${Math.round(floor)} µs`;
  return [
    {
      name: 'river, orders a second',
      ours: `${Math.round(rate)}/s`,
      limit,
      ratio,
      cpu: `${Math.round(cpu)} µs/order`,
      goal: '≥ 1,000/s',
      met: rate >= 1_000,
    },
    {
      name: 'river, CPU an order',
      ours: `${(cpu / 1_000).toFixed(2)} ms`,
      limit,
      ratio,
      cpu: `${Math.round(cpu)} µs/order`,
      goal: '≤ 1 ms',
      met: cpu <= 1_000,
    },
  ];
};

const waitRow = ({ waits, cpu, reached }: Awaited<ReturnType<typeof pace>>): Row => {
  const { p99, worst } = tailOf(waits);
  return {
    name: `river, ingest to visible at ${Math.round(reached)}/s`,
    ours: `p50 ${seconds(percentile(waits, 50))}, p99 ${seconds(p99)} (worst stretch ${seconds(worst)})`,
    limit: '–',
    ratio: '–',
    cpu: `${Math.round(cpu)} µs/order`,
    goal: 'p99 < 250 ms at 500/s',
    met: p99 < 250 && reached > 475,
  };
};

/** Orders through the whole platform: in by HTTP, captured, reserved, sourced, projected, visible. */
export const river = async (): Promise<readonly Report[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-river-'));
  const server = await startPlatform(path.join(folder, 'data'));
  try {
    await prepare(server);
    await flood(server, 3_000);
    const floods: Flood[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floods.push(await flood(server, roundOrders));
      bare.push(await bareAppends(folder, roundOrders, floods.at(-1)!.events));
    }
    const rows = rateRow(floods, bare);
    const half = Math.min(500, median(floods.map((each) => each.rate)) / 2);
    return [...rows, waitRow(await pace(server, pacedOrders, half))].map(reportOf);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
