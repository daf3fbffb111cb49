import type { Collection, Projection } from '@tributary/read-store';

/** Orders placed in one minute, by channel; imported history is none of today's trade. */
export interface Throughput {
  /** Start of the minute, UTC ISO 8601. */
  readonly minute: string;
  readonly channels: Readonly<Record<string, number>>;
}

export const throughputs: Collection<Throughput> = {
  name: 'repository.throughput',
  version: 1,
  fields: { minute: { type: 'text', of: ({ minute }) => minute } },
  indexes: [['minute']],
};

const minuteOf = (time: string): string => `${time.slice(0, 16)}:00.000Z`;

export const throughput: Projection<Throughput> = {
  collection: throughputs,
  idOf: ({ type, time, metadata }) =>
    type === 'tributary.order.placed.v2' && !metadata.imported ? minuteOf(time) : undefined,
  evolve: (before, { data, time }) => {
    const { channel } = data as { channel: string };
    const channels = before?.channels ?? {};
    const counted = Object.hasOwn(channels, channel) ? channels[channel]! : 0;
    return { minute: minuteOf(time), channels: { ...channels, [channel]: counted + 1 } };
  },
};
