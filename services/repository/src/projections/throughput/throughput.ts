import type { Collection, Projection } from '@tributary/read-store';

/** Orders placed in one minute, by channel; imported history is none of today's trade. */
export interface Throughput {
  /** Start of the minute, UTC ISO 8601. */
  readonly minute: string;
  readonly channels: Readonly<Record<string, number>>;
}

export const throughputs: Collection<Throughput> = {
  name: 'repository.throughput',
  version: 3,
  fields: { minute: { type: 'text', of: ({ minute }) => minute } },
  indexes: [['minute']],
};

const minuteOf = (time: string): string => `${time.slice(0, 16)}:00.000Z`;

export const throughput: Projection<Throughput> = {
  collection: throughputs,
  // Orders of one minute come on every partition, and each may be counted by another process.
  partitioned: true,
  idOf: ({ type, time, metadata }) =>
    type === 'tributary.order.placed.v2' && !metadata.imported ? minuteOf(time) : undefined,
  evolve: (before, { data, time }) => {
    const { channel } = data as { channel: string };
    const channels = before?.channels ?? {};
    const counted = Object.hasOwn(channels, channel) ? channels[channel]! : 0;
    // By name, so that the document is the same whichever channel was counted first.
    return { minute: minuteOf(time), channels: byName({ ...channels, [channel]: counted + 1 }) };
  },
};

const byName = (counts: Throughput['channels']): Throughput['channels'] =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One count a minute out of those that each partition keeps, in order of time. */
export const summedByMinute = (counts: readonly Throughput[]): Throughput[] =>
  [...Map.groupBy(counts, ({ minute }) => minute)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([minute, parts]) => ({ minute, channels: summed(parts.map(({ channels }) => channels)) }));

const summed = (counts: readonly Throughput['channels'][]): Throughput['channels'] => {
  const sums = new Map<string, number>();
  for (const [channel, count] of counts.flatMap((each) => Object.entries(each)))
    sums.set(channel, (sums.get(channel) ?? 0) + count);
  return byName(Object.fromEntries(sums));
};
