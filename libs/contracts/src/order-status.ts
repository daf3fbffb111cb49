/**
 * How much of a line is where. ordered = open + fulfilled + cancelled, returned ≤ fulfilled. The last
 * three are what should not have happened and did; each is left out while there is none.
 */
export interface LineQuantities {
  readonly ordered: number;
  readonly cancelled: number;
  /** Reserved at a location and not yet shipped or handed over. */
  readonly allocated: number;
  readonly backordered: number;
  /** Left the location: shipped or handed over. */
  readonly fulfilled: number;
  /** In the customer's hands. */
  readonly delivered: number;
  readonly returned: number;
  /**
   * Of the open units that nothing holds, those that went missing where the customer was to collect
   * them: somebody decides whether they wait, are sent, are collected elsewhere or cancelled. Left out
   * while there is none.
   */
  readonly undecided?: number;
  /** Of the fulfilled units, those that left although they were cancelled: to be refunded or called back. */
  readonly leftThoughCancelled?: number;
  /** Left beyond what was ordered; not among the fulfilled units. */
  readonly surplus?: number;
  /** Came back beyond the fulfilled units; not among the returned ones. */
  readonly returnedBeyond?: number;
}

export type OrderStatus =
  | 'placed'
  | 'held'
  | 'backordered'
  | 'needs-decision'
  | 'allocated'
  | 'partly-fulfilled'
  | 'fulfilled'
  | 'completed'
  | 'partly-returned'
  | 'returned'
  | 'cancelled'
  | 'rejected';

export const orderStatuses: readonly OrderStatus[] = [
  'placed',
  'held',
  'backordered',
  'needs-decision',
  'allocated',
  'partly-fulfilled',
  'fulfilled',
  'completed',
  'partly-returned',
  'returned',
  'cancelled',
  'rejected',
];

/**
 * The status of an order follows from its lines, and from whether it was refused or is held, so it cannot
 * contradict them, and every service that knows the quantities says the same word.
 */
export const orderStatusOf = (
  lines: readonly LineQuantities[],
  { rejected = false, held = false }: { readonly rejected?: boolean; readonly held?: boolean } = {},
): OrderStatus => {
  if (rejected) return 'rejected';
  const sum = (of: (line: LineQuantities) => number) => lines.reduce((total, line) => total + of(line), 0);
  const wanted = sum((line) => line.ordered - line.cancelled);
  const fulfilled = sum((line) => line.fulfilled);
  const returned = sum((line) => line.returned);
  if (wanted === 0) return 'cancelled';
  if (held && fulfilled < wanted) return 'held';
  // Before all that goes on by itself: this one goes on only when somebody says how.
  if (sum((line) => line.undecided ?? 0) > 0) return 'needs-decision';
  if (returned > 0) return returned === wanted ? 'returned' : 'partly-returned';
  if (fulfilled === wanted) return sum((line) => line.delivered) === wanted ? 'completed' : 'fulfilled';
  if (fulfilled > 0) return 'partly-fulfilled';
  if (sum((line) => line.backordered) > 0) return 'backordered';
  return sum((line) => line.allocated) === wanted ? 'allocated' : 'placed';
};
