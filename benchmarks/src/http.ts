import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requestOf, sendAll } from './connection.ts';
import { type Contender, type Report, compare } from './measure.ts';
import {
  type Server,
  adminKey,
  startEmptyServer,
  startGateway,
  startPlatform,
  untilReady,
  untilSettled,
} from './processes.ts';
import {
  type SampleOrder,
  chance,
  customerEvent,
  networkEvents,
  orderEvent,
  sampleOrder,
  stockEvents,
} from './sample-orders.ts';

const connections = 32;
const rounds = 9;

const draw = chance(11);
let number = 0;

/** Requests made before the clock starts: the clients share the machine. */
const requests = (count: number, eventOf: (order: SampleOrder) => unknown, path: string): Buffer[] =>
  Array.from({ length: count }, () => {
    const body = JSON.stringify(eventOf(sampleOrder((number += 1), draw)));
    return requestOf({ method: 'POST', path, key: adminKey, body });
  });

const posting = (name: string, server: Server, all: Buffer[], each: number, settle = false): Contender => ({
  name,
  run: async () => {
    const until = all.length - each;
    await sendAll(server.url, connections, () => (all.length > until ? all.pop() : undefined));
    if (settle) await untilSettled(server.url);
    return each;
  },
  cpu: () => server.cpu(),
});

interface Command {
  readonly title: string;
  readonly server: 'gateway' | 'platform';
  readonly eventOf: (order: SampleOrder) => unknown;
  readonly emptyPath: string;
  readonly each: number;
  readonly goal: number;
  /** Counts until everything that follows is done, not only until it is answered. */
  readonly settle: boolean;
}

const commands: readonly Command[] = [
  {
    title: 'durable command over HTTP, at the door',
    server: 'gateway',
    eventOf: orderEvent,
    emptyPath: '/orders',
    each: 6_000,
    goal: 0.5,
    settle: false,
  },
  {
    title: 'the same with a customer, and its projection in the same process',
    server: 'platform',
    eventOf: customerEvent,
    emptyPath: '/customers',
    each: 6_000,
    goal: 0,
    settle: false,
  },
  {
    title: 'the same with an order, its whole river in the same process',
    server: 'platform',
    eventOf: orderEvent,
    emptyPath: '/orders',
    each: 1_500,
    goal: 0,
    settle: true,
  },
];

/** One event a request, answered when it is durable, against handlers that validate the same and do nothing. */
export const http = async (): Promise<readonly Report[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-http-'));
  const platform = await startPlatform(path.join(folder, 'data'));
  const door = path.join(folder, 'door');
  await mkdir(door);
  const servers = { platform, gateway: await startGateway(door) };
  const empty = await startEmptyServer();
  try {
    await untilReady(platform.url);
    const prepared = [networkEvents(), stockEvents()].map((events) =>
      requestOf({ method: 'POST', path: '/v1/events', key: adminKey, body: JSON.stringify(events) }),
    );
    await sendAll(platform.url, 1, () => prepared.shift());
    await untilSettled(platform.url);
    const reports: Report[] = [];
    for (const { title, server, eventOf, emptyPath, each, goal, settle } of commands) {
      const ours = requests((rounds + 1) * each, eventOf, '/v1/events');
      const theirs = requests((rounds + 1) * each, eventOf, emptyPath);
      reports.push(
        await compare({
          title,
          ours: posting(server, servers[server], ours, each, settle),
          theirs: posting('empty handler', empty, theirs, each),
          unit: 'request',
          goal,
          rounds,
        }),
      );
    }
    return reports;
  } finally {
    await servers.gateway.stop();
    await platform.stop();
    await empty.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
