import type { RecordedEvent } from '@tributary/event-store';
import type { Collection } from './port.ts';

/** What one event adds to one document of counts. */
export interface Addition<C extends object> {
  /** The document it belongs to; the partition that the event came on joins it, see `partitioned`. */
  readonly id: string;
  /** The counts with it; the ones before must not be changed. */
  add(counts: C | undefined): C;
}

/**
 * Counts over many documents of a projection: what every event made of its document is added up, in the
 * batch and the transaction that change the document, so each event counts exactly once. They are kept
 * for each partition of the bus apart, which several processes write side by side and readers add up. What
 * is added must come to the same in any order of documents.
 */
export interface Counts<D extends object, C extends object = object> {
  readonly collection: Collection<C>;
  /** @param before the document before the event, and `after` it; undefined where there was none, or is none */
  of(before: D | undefined, after: D | undefined, event: RecordedEvent): readonly Addition<C>[];
}

/** The counts after additions, which were made in this order. */
export const addedUp = (
  before: ReadonlyMap<string, object | undefined>,
  additions: readonly Addition<object>[],
): ReadonlyMap<string, object> => {
  const counts = new Map(before);
  for (const addition of additions) counts.set(addition.id, addition.add(counts.get(addition.id)));
  return counts as ReadonlyMap<string, object>;
};
