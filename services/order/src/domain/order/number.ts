import type { OrderPlaced } from '@tributary/contracts';
import type { Lines } from './lines/lines.ts';
import type { Changes } from './order-event.ts';
import type { BroughtBack, TakenBack } from './receipt/taken-back.ts';

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

/** What is known under a number: a sale, what came back on a receipt, or both. */
export interface KnownReceipt extends BroughtBack {
  readonly sale?: Lines & { readonly placement: Placement };
}

/** A receipt as it is told. */
export interface ToldReceipt extends BroughtBack {
  readonly sale?: OrderPlaced;
}

/**
 * Whether a till's receipt is another one than what is known under its number. The same goods for the
 * same money, from the same place and on the same business day, are that receipt told again.
 */
export const isAnotherReceipt = (told: ToldReceipt, known: KnownReceipt): boolean =>
  !(isSameSale(told.sale, known.sale) && isSameReturn(told.takenBack, known.takenBack));

const isSameSale = (sale: OrderPlaced | undefined, known: KnownReceipt['sale']): boolean => {
  if (!sale || !known) return sale === known;
  const { placement } = known;
  const told = placementOf(sale);
  return (
    told.kind === placement.kind &&
    told.total === placement.total &&
    isSamePlace(told, placement) &&
    goodsOf(sale.lines.map(({ sku, quantity }) => [sku, quantity])) ===
      goodsOf(known.lines.map(({ sku, ordered }) => [sku, ordered]))
  );
};

const isSameReturn = (told: TakenBack | undefined, known: TakenBack | undefined): boolean => {
  if (!told || !known) return told === known;
  const goods = ({ lines }: TakenBack) => goodsOf(lines.map(({ sku, quantity }) => [sku, quantity]));
  return told.refund === known.refund && isSamePlace(told, known) && goods(told) === goods(known);
};

type Where = Pick<Placement, 'currency' | 'location' | 'businessDate'>;

const isSamePlace = (told: Where, known: Where): boolean =>
  told.currency === known.currency &&
  told.location === known.location &&
  (!told.businessDate || !known.businessDate || told.businessDate === known.businessDate);

const goodsOf = (goods: readonly (readonly [sku: string, quantity: number])[]): string =>
  JSON.stringify(goods.map((each) => JSON.stringify(each)).sort());
