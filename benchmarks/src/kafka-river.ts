import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTopicsOfItsOwn } from './kafka-namespace.ts';
import { type Report, type Row, median, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { startPlatform } from './processes.ts';
import { type Flood, flood, pace, prepare } from './river-flow.ts';

const warmUp = 2_000;
const roundOrders = 4_000;
const rounds = 3;
const pacedOrders = 4_000;
/** Orders a second: what both shapes bear beside the brokers on one small machine. */
const pacedRate = 100;

interface Flow {
  readonly floods: readonly Flood[];
  readonly paced: Awaited<ReturnType<typeof pace>>;
}

/** Orders through a platform with such settings. */
const flow = async (settings: Readonly<Record<string, string>>): Promise<Flow> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-river-'));
  const server = await startPlatform(path.join(folder, 'data'), settings);
  try {
    await prepare(server);
    await flood(server, warmUp);
    const floods: Flood[] = [];
    for (let round = 0; round < rounds; round += 1) floods.push(await flood(server, roundOrders));
    return { floods, paced: await pace(server, pacedOrders, pacedRate) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const rowsOf = (ours: Flow, embedded: Flow): Row[] => {
  const rates = [ours, embedded].map(({ floods }) => median(floods.map(({ rate }) => rate)));
  const cpus = [ours, embedded].map(({ floods }) => median(floods.map(({ cpu }) => cpu)));
  const tails = [ours, embedded].map(({ paced }) => tailOf(paced.waits).p99);
  const [rate, cpu, tail] = [rates[0]!, cpus[0]!, tails[0]!];
  const common = { cpu: `${Math.round(cpu)} µs/order`, goal: 'none', met: true };
  return [
    {
      ...common,
      name: 'river over Kafka in one process, orders a second',
      ours: `${Math.round(rate)}/s`,
      limit: `embedded: ${Math.round(rates[1]!)}/s`,
      ratio: (rate / rates[1]!).toFixed(2),
    },
    {
      ...common,
      name: 'river over Kafka in one process, CPU an order',
      ours: `${(cpu / 1_000).toFixed(2)} ms`,
      limit: `embedded: ${(cpus[1]! / 1_000).toFixed(2)} ms`,
      ratio: (cpus[1]! / cpu).toFixed(2),
    },
    {
      ...common,
      name: `river over Kafka, ingest to visible at ${Math.round(ours.paced.reached)}/s`,
      ours: `p50 ${seconds(percentile(ours.paced.waits, 50))}, p99 ${seconds(tail)}`,
      limit: `embedded: p99 ${seconds(tails[1]!)}`,
      ratio: (tails[1]! / tail).toFixed(2),
    },
  ];
};

/** Orders through all five services in one process, with Kafka between them beside the log alone. */
export const kafkaRiver = async (brokers: string): Promise<readonly Report[]> => {
  const embedded = await flow({});
  const ours = await onTopicsOfItsOwn(brokers, flow);
  return rowsOf(ours, embedded).map(reportOf);
};
