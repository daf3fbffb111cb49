import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Cluster } from '@tributary/testing/cluster';
import { type Engines, onEnginesOfItsOwn } from './cluster-engines.ts';
import { type Report, type Row, median, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { type Server, adminKey, cpuOf, peakMemoryOf, platformFile, startPlatform } from './processes.ts';
import { type Flood, flood, floodOneSku, pace, prepare } from './river-flow.ts';

const warmUp = 1_000;
const roundOrders = 2_000;
const rounds = 3;
const hotOrders = 1_000;
const pacedOrders = 1_000;
/** Orders a second: what every shape bears beside the engines on one small machine. */
const pacedRate = 40;
/** In milliseconds. */
const restFor = 10_000;
const metricsToken = 'benchmark-metrics-token';

interface Flow {
  readonly floods: readonly Flood[];
  readonly paced: Awaited<ReturnType<typeof pace>>;
}

const flow = async (server: Server): Promise<Flow> => {
  await prepare(server);
  await flood(server, warmUp);
  const floods: Flood[] = [];
  for (let round = 0; round < rounds; round += 1) floods.push(await flood(server, roundOrders));
  return { floods, paced: await pace(server, pacedOrders, pacedRate) };
};

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-cluster-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** All processes as one server: their CPU and memory together, asked at the first gateway. */
const serverOf = (cluster: Cluster): Server => {
  const pids = cluster.replicas.map(({ pid }) => pid!);
  const sum = (of: (pid: number) => number) => () => pids.reduce((total, pid) => total + of(pid), 0);
  return {
    url: cluster.gateways[0]!.url,
    pid: pids[0]!,
    cpu: sum(cpuOf),
    peakMemory: sum(peakMemoryOf),
    stop: async () => void (await cluster.end('SIGTERM')),
  };
};

/** Appends of inventory that met another's, so far. */
const conflictsIn = async (cluster: Cluster): Promise<number> => {
  const texts = cluster.replicas
    .filter(({ service }) => service === 'inventory')
    .map(async ({ url }) => {
      const headers = { authorization: `Bearer ${metricsToken}` };
      return (await fetch(`${url}/metrics`, { headers })).text();
    });
  const counts = (await Promise.all(texts)).map((text) =>
    Number(/^tributary_append_conflicts_total\{[^}]*"inventory"[^}]*\} (\S+)$/m.exec(text)![1]),
  );
  return counts.reduce((total, count) => total + count, 0);
};

interface Apart extends Flow {
  /** Microseconds of CPU a second while nothing happens: groups ask the brokers, processes give signs of life. */
  readonly rest: number;
  /** At one SKU in one place, for a thousand orders. */
  readonly conflicts: number;
  readonly memory: number;
}

const apart = (engines: Engines, each: number): Promise<Apart> =>
  onEnginesOfItsOwn(engines, (settings) =>
    inFolder(async (data) => {
      const cluster = await Cluster.start({
        program: platformFile,
        data,
        environment: {
          ...settings,
          TRIBUTARY_ADMIN_KEY: adminKey,
          TRIBUTARY_METRICS_TOKEN: metricsToken,
          TRIBUTARY_RATE_LIMIT: '0',
        },
        replicas: { gateway: 1, inventory: each, order: each, sourcing: each, repository: 1 },
      });
      const server = serverOf(cluster);
      try {
        const flowed = await flow(server);
        const rest = await restOf(server);
        const before = await conflictsIn(cluster);
        await floodOneSku(server, hotOrders);
        const conflicts = (((await conflictsIn(cluster)) - before) / hotOrders) * 1_000;
        return { ...flowed, rest, conflicts, memory: server.peakMemory() };
      } finally {
        await server.stop();
      }
    }),
  );

const restOf = async (server: Server): Promise<number> => {
  const before = server.cpu();
  await wait(restFor);
  return (server.cpu() - before) / (restFor / 1_000);
};

const embedded = (): Promise<Flow> =>
  inFolder(async (folder) => {
    const server = await startPlatform(path.join(folder, 'data'));
    try {
      return await flow(server);
    } finally {
      await server.stop();
    }
  });

const rateOf = ({ floods }: Flow): number => median(floods.map(({ rate }) => rate));
const cpuOfOrder = ({ floods }: Flow): number => median(floods.map(({ cpu }) => cpu));

/** What an order costs beyond what the processes use anyway. */
const beyondRest = (flow: Apart): number =>
  median(flow.floods.map(({ rate, cpu }) => cpu - flow.rest / rate));

const rowsOf = (one: Flow, several: readonly (readonly [number, Apart])[]): Row[] => {
  const first = several[0]![1];
  return several.flatMap(([each, ours]): Row[] => {
    const name = `cluster, ${each} of each decider`;
    const common = { cpu: `${Math.round(cpuOfOrder(ours))} µs/order`, goal: 'none', met: true };
    const tail = tailOf(ours.paced.waits).p99;
    const before = tailOf(one.paced.waits).p99;
    return [
      {
        ...common,
        name: `${name}, orders a second`,
        ours: `${Math.round(rateOf(ours))}/s`,
        limit: `embedded: ${Math.round(rateOf(one))}/s`,
        ratio: (rateOf(ours) / rateOf(one)).toFixed(2),
      },
      {
        ...common,
        name: `${name}, CPU an order`,
        ours: `${(cpuOfOrder(ours) / 1_000).toFixed(2)} ms`,
        limit: `1 of each: ${(cpuOfOrder(first) / 1_000).toFixed(2)} ms; embedded: ${(cpuOfOrder(one) / 1_000).toFixed(2)} ms`,
        ratio: (cpuOfOrder(first) / cpuOfOrder(ours)).toFixed(2),
      },
      {
        ...common,
        name: `${name}, CPU an order beyond that at rest`,
        ours: `${(beyondRest(ours) / 1_000).toFixed(2)} ms; at rest ${(ours.rest / 10_000).toFixed(0)} % of a core`,
        limit: `1 of each: ${(beyondRest(first) / 1_000).toFixed(2)} ms`,
        ratio: (beyondRest(first) / beyondRest(ours)).toFixed(2),
      },
      {
        ...common,
        name: `${name}, ingest to visible at ${Math.round(ours.paced.reached)}/s`,
        ours: `p50 ${seconds(percentile(ours.paced.waits, 50))}, p99 ${seconds(tail)}`,
        limit: `embedded: p99 ${seconds(before)}`,
        ratio: (before / tail).toFixed(2),
      },
      {
        ...common,
        name: `${name}, conflicts a thousand orders of one SKU`,
        ours: ours.conflicts.toFixed(0),
        limit: '–',
        ratio: '–',
      },
      {
        ...common,
        name: `${name}, memory of all processes`,
        ours: `${Math.round(ours.memory)} MiB`,
        limit: '–',
        ratio: '–',
      },
    ];
  });
};

/** The services apart on PostgreSQL, MongoDB and Kafka, with 1, 2 and 3 processes of each that decides, beside the embedded shape. */
export const cluster = async (): Promise<readonly Report[]> => {
  const { POSTGRES_URL: postgres, MONGODB_URL: mongodb, KAFKA_BROKERS: kafka } = process.env;
  if (!postgres || !mongodb || !kafka)
    return [
      { title: 'Services apart', skipped: 'POSTGRES_URL, MONGODB_URL and KAFKA_BROKERS name no engines' },
    ];
  const one = await embedded();
  const several: [number, Apart][] = [];
  for (const each of [1, 2, 3]) several.push([each, await apart({ postgres, mongodb, kafka }, each)]);
  return rowsOf(one, several).map(reportOf);
};
