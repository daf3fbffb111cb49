import type { TimelineEntry } from '../../api/order.ts';

/** By which of its two moments a fact counts: when it happened, or when it was recorded. */
export type Axis = 'happened' | 'recorded';

type Told = Pick<TimelineEntry, 'type' | 'at' | 'recordedAt'>;

const momentOf = ({ at, recordedAt }: Told, axis: Axis): string => (axis === 'happened' ? at : recordedAt);

const isPlacing = ({ type }: Told): boolean => type.startsWith('tributary.order.placed.');

/** The moments at which something became of an order, from when it was placed on, oldest first. */
export const momentsOf = (entries: readonly Told[], axis: Axis): readonly string[] => {
  const placing = entries.find(isPlacing);
  if (placing === undefined) return [];
  const first = momentOf(placing, axis);
  return [...new Set(entries.map((entry) => momentOf(entry, axis)))].filter((at) => at >= first).sort();
};

/** What had not happened, or was not known, at a moment. */
export const after = <T extends Told>(entries: readonly T[], axis: Axis, moment: string): readonly T[] =>
  entries.filter((entry) => momentOf(entry, axis) > moment);
