import { rm } from 'node:fs/promises';
import path from 'node:path';
import { BareSqlite } from './bare-sqlite.ts';
import { longRiver } from './long-river.ts';
import { type Report, type Row, median, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { type Flood, flood, onFreshPlatform, pace } from './river-flow.ts';
import { nextStream, sampleEvent } from './sample-events.ts';

const roundOrders = 7_000;
const rounds = 3;
const pacedOrders = 10_000;

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
  if (process.argv.includes('--long')) return longRiver();
  return onFreshPlatform(async (server, folder) => {
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
  });
};
