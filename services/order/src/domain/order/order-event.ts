import type { OrderFact } from '@tributary/contracts';

/** The order service's own facts about one order. */
export type OrderEvent = Extract<OrderFact, { type: `tributary.order.${string}` }> & {
  readonly time?: string;
};

type EventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: T }>;

/** What facts do to one room's part of an order: a function for each fact that changes it, to what becomes different. */
export type Changes<Part> = {
  readonly [T in OrderEvent['type']]?: (part: Part, event: EventOf<T>) => Partial<Part>;
};

/** The whole after a fact; the same when this room has nothing to say about it. */
export const changed = <Whole extends object>(
  whole: Whole,
  changes: Changes<Whole>,
  event: OrderEvent,
): Whole => {
  const change = changes[event.type] as ((part: Whole, event: OrderEvent) => Partial<Whole>) | undefined;
  return change ? { ...whole, ...change(whole, event) } : whole;
};
