import type { Service } from '@tributary/contracts';
import type { Violation } from '@tributary/event-store';
import type { LogPart } from './logs.ts';
import type { Places } from './places.ts';
import type { ReadStores } from './read-stores.ts';
import { ownerOf } from './service-buses.ts';

export const checkpointWithinLog = 'checkpoint-within-log';

/**
 * Who has come further than a log reaches: groups of messages, of read models, and the relay of the log. From there
 * they would pass over what is recorded next.
 * @param partitions of the bus that the log's events lie in
 * @param done how far each group of messages has come in a partition
 * @param readModelGroups that follow the bus
 * @throws StoreUnavailable, ReadStoreUnavailable where a place cannot be asked for
 */
export const checkpointsBeyond = async (
  part: LogPart,
  places: Places,
  live: ReadStores,
  partitions: Iterable<string>,
  done: ReadonlyMap<string, (partition: string) => number | undefined>,
  readModelGroups: Iterable<string>,
): Promise<Violation[]> => {
  const farthest = new Map<string, number>();
  const came = (who: string, position = 0) => farthest.set(who, Math.max(position, farthest.get(who) ?? 0));
  for (const partition of partitions) for (const [group, reached] of done) came(group, reached(partition));
  for (const group of readModelGroups)
    for (const [partition, position] of Object.entries(
      await live.of(ownerOf(group) as Service).checkpoints(group),
    ))
      if (places.holds(part, partition)) came(group, position);
  came('relay', await places.published?.(part));
  // Asked for last: a platform that goes on records and handles meanwhile.
  const head = await part.log.all.head();
  return [...farthest]
    .filter(([, position]) => position > head)
    .map(([who, position]) => ({
      invariant: checkpointWithinLog,
      position,
      where: who,
      problem: `has come to ${position}, and the log ends at ${head}`,
    }));
};
