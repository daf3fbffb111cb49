import { type Folding, logPartition } from '@tributary/event-bus/log';
import type { RecordedEvent } from '@tributary/event-store';
import type { LogPart } from './logs.ts';

/** How a bus divides what the logs record, and how far its groups have come: what is checked and folded anew goes by it. */
export interface Places {
  /** Names the division: read models of one are not those of another. */
  readonly division: string;
  /** A log as partitions of the bus. */
  of(part: LogPart): Pick<Folding, 'partition' | 'partitionOf'>;
  /** Whether a partition carries what this log recorded. */
  holds(part: LogPart, partition: string): boolean;
  /** Up to which position a log is published, where it is. */
  published?(part: LogPart): Promise<number | undefined>;
  /** How far a message group has come in a partition of a log; undefined where it does not follow it. */
  done(group: string, part: LogPart): Promise<(partition: string) => number | undefined>;
}

/** On a bus that follows the logs themselves: each is one partition. */
export const logPlaces: Places = {
  division: 'log',
  of: ({ name }) => ({ partition: name }),
  holds: ({ name }, partition) => partition === name,
  done: async (group, { name, checkpoints }) => {
    // The one log that all share is followed by every group.
    const position = (await checkpoints.load(group)) ?? (name === logPartition ? 0 : undefined);
    return (partition) => (partition === name ? position : undefined);
  },
};

/** The partition that an event of a log lies in; undefined for what travels nowhere. */
export const partitionsOf = (
  places: Places,
  part: LogPart,
): ((event: RecordedEvent) => string | undefined) => {
  const { partition, partitionOf } = places.of(part);
  return partitionOf ?? (() => partition);
};
