import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection, requestOf, sendAll } from './connection.ts';
import { type Server, adminKey, startPlatform, untilReady, untilSettled } from './processes.ts';
import {
  type SampleOrder,
  chance,
  networkEvents,
  orderEvent,
  orderIdOf,
  sampleOrder,
  stockEvents,
} from './sample-orders.ts';

const batchSize = 100;
const inFlight = 4;
const pacedBatch = 20;

/** A batch of events as one request. */
export const post = (events: readonly unknown[]): Buffer =>
  requestOf({ method: 'POST', path: '/v1/events', key: adminKey, body: JSON.stringify(events) });

/** A network with stock for all orders, told to a platform that is ready. */
export const stockedNetwork = async ({ url }: Server): Promise<void> => {
  await sendAll(url, 1, iterate([post(networkEvents())]));
  await untilSettled(url);
  await sendAll(url, 1, iterate([post(stockEvents())]));
  await untilSettled(url);
};

/** The same, once it is ready. */
export const prepare = async (server: Server): Promise<void> => {
  await untilReady(server.url);
  await stockedNetwork(server);
};

/**
 * Runs something on a platform of its own that has a network and stock.
 * @param work also given a folder that is deleted afterwards
 */
export const onFreshPlatform = async <T>(
  work: (server: Server, folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-river-'));
  const server = await startPlatform(path.join(folder, 'data'));
  try {
    await prepare(server);
    return await work(server, folder);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const iterate = (requests: readonly Buffer[]): (() => Buffer | undefined) => {
  let at = 0;
  return () => requests[at++];
};

/** Orders that were not placed yet. */
export const freshOrders = (() => {
  const draw = chance(7);
  let number = 0;
  return (count: number) => Array.from({ length: count }, () => sampleOrder((number += 1), draw));
})();

export interface Flood {
  readonly rate: number;
  /** Microseconds of the platform's CPU an order. */
  readonly cpu: number;
  /** Events in the log for each order. */
  readonly events: number;
}

/** As many orders as go through: from the first request to the last projection. */
export const flood = (server: Server, count: number): Promise<Flood> => floodOf(server, freshOrders(count));

/** The same where all want one unit of the same goods. */
export const floodOneSku = (server: Server, count: number): Promise<Flood> => {
  const [wanted] = freshOrders(1)[0]!.lines;
  const lines = [{ ...wanted!, quantity: 1 }];
  return floodOf(
    server,
    freshOrders(count).map((order) => ({ ...order, lines })),
  );
};

const floodOf = async (server: Server, all: ReturnType<typeof freshOrders>): Promise<Flood> => {
  const count = all.length;
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

/**
 * Sends orders at a steady rate.
 * @param rate orders a second
 * @param sent told each order as it is sent
 * @returns the rate that was reached
 * @throws Error an answer was not in the 200s
 */
export const pacedSending = async (
  url: string,
  count: number,
  rate: number,
  sent: (order: SampleOrder, at: number) => void = () => {},
): Promise<number> => {
  const connection = new Connection(url);
  const start = performance.now();
  for (let done = 0; done < count; done += pacedBatch) {
    await wait(Math.max(0, start + (done / rate) * 1_000 - performance.now()));
    const batch = freshOrders(pacedBatch);
    const request = post(batch.map(orderEvent));
    const now = performance.now();
    for (const order of batch) sent(order, now);
    const { status, body } = await connection.ask(request);
    if (status > 299) throw new Error(`${status}: ${body.slice(0, 300)}`);
  }
  connection.close();
  return count / ((performance.now() - start) / 1_000);
};

/** Orders at a steady rate; milliseconds from each one's sending until it is seen, and CPU an order. */
export const pace = async (server: Server, count: number, rate: number) => {
  const { seen, close } = await watch(server.url);
  const sent = new Map<string, number>();
  const cpu = server.cpu();
  const reached = await pacedSending(server.url, count, rate, (order, at) => sent.set(orderIdOf(order), at));
  await untilSettled(server.url);
  const used = (server.cpu() - cpu) / count;
  close();
  if (seen.size < count)
    throw new Error(`${count - seen.size} of ${count} orders were never seen as allocated.`);
  return { waits: [...sent].map(([id, at]) => seen.get(id)! - at), cpu: used, reached };
};
