import type { Collection, Projection } from '@tributary/read-store';

/** Orders recorded in one minute, by channel. */
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
  idOf: ({ type, recordedTime }) => (type === 'tributary.order.placed.v2' ? minuteOf(recordedTime) : undefined),
  evolve: (before, { data, recordedTime }) => {
    const { channel } = data as { channel: string };
    const channels = before?.channels ?? {};
    const counted = Object.hasOwn(channels, channel) ? channels[channel]! : 0;
    return { minute: minuteOf(recordedTime), channels: { ...channels, [channel]: counted + 1 } };
  },
};
