import type { OrderPlaced } from '@tributary/contracts';
import type { Lines } from './lines/lines.ts';
import type { Changes } from './order-event.ts';

/** What an order was placed with: by it a repeat is told from other goods under a number used before. */
export type Placement = Pick<OrderPlaced, 'kind' | 'currency' | 'total'> &
  Partial<Pick<OrderPlaced, 'location' | 'businessDate'>> & {
    /** How many. */
    readonly charges: number;
  };

export const placementOf = (placed: OrderPlaced): Placement => {
  const { kind, currency, total, charges, location, businessDate } = placed;
  return {
    kind,
    currency,
    total,
    charges: charges.length,
    ...(location && { location }),
    ...(businessDate && { businessDate }),
  };
};

export const placementChanges = {
  'tributary.order.history-completed.v1': ({ placement }, { data }) => ({
    placement: { ...placement, total: data.total, charges: placement.charges + data.charges.length },
  }),
  'tributary.order.changed.v1': ({ placement }, { data }) => ({
    placement: { ...placement, total: data.total, charges: placement.charges + data.charges.length },
  }),
} satisfies Changes<{ readonly placement: Placement }>;

/** Tills begin again at one, and two tills of a chain may print the same numbers: no more often than this. */
export const mostUses = 1_000;

/**
 * Whether a till's receipt is another one than the sale that is known under its number. The same goods
 * for the same money, from the same place and on the same business day, are that receipt told again.
 */
export const isAnotherSale = (
  sale: OrderPlaced,
  known: Lines & { readonly placement: Placement },
): boolean => {
  const { placement } = known;
  const told = placementOf(sale);
  const sameDay =
    !told.businessDate || !placement.businessDate || told.businessDate === placement.businessDate;
  return !(
    sameDay &&
    told.kind === placement.kind &&
    told.currency === placement.currency &&
    told.total === placement.total &&
    told.location === placement.location &&
    goodsOf(sale.lines.map(({ sku, quantity }) => [sku, quantity])) ===
      goodsOf(known.lines.map(({ sku, ordered }) => [sku, ordered]))
  );
};

const goodsOf = (goods: readonly (readonly [sku: string, quantity: number])[]): string =>
  JSON.stringify(goods.map((each) => JSON.stringify(each)).sort());
