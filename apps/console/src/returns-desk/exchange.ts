import type { Order } from '../api/order.ts';
import type { AskedToExchange } from '../api/take-back.ts';
import { minorUnitExponent, plainDecimal, toMinor } from '../figures/money.ts';
import { t } from '../words/words.ts';

/** A good that goes out for what came back. */
export interface OtherGood {
  readonly sku: string;
  readonly name?: string | undefined;
  readonly units: number;
  /** In major units, as it was typed. */
  readonly price: string;
}

/** How the goods go out: carried out of the store at once, or sent to the address of the order. */
export type WayOut = 'carried' | 'sent';

/** What a person entered about an exchange. */
export interface ExchangeDraft {
  /** Names what goes out, as long as it is this exchange. */
  readonly number: string;
  readonly goods: readonly OtherGood[];
  readonly way: WayOut;
  /** How what is missing is paid; later where it is empty. */
  readonly method: string;
}

export const emptyExchange = (key: string): ExchangeDraft => ({
  number: key.slice(0, 10).toUpperCase(),
  goods: [],
  way: 'carried',
  method: 'cash',
});

/** How what is missing is paid, in words. */
export const waysToPay: Readonly<Record<string, string>> = {
  cash: t('Paid in cash'),
  card: t('Paid by card'),
  '': t('Paid later'),
};

export const withOtherGood = (draft: ExchangeDraft, good: Omit<OtherGood, 'units'>): ExchangeDraft => {
  const isKnown = draft.goods.some(({ sku }) => sku === good.sku);
  const goods = isKnown
    ? draft.goods.map((one) => (one.sku === good.sku ? { ...one, units: one.units + 1 } : one))
    : [...draft.goods, { ...good, units: 1 }];
  return { ...draft, goods };
};

export const withOtherPart = (
  draft: ExchangeDraft,
  sku: string,
  part: Partial<OtherGood>,
): ExchangeDraft => ({
  ...draft,
  goods: draft.goods.map((good) => (good.sku === sku ? { ...good, ...part } : good)),
});

const entered = ({ goods }: ExchangeDraft) => goods.filter(({ units }) => units > 0);

const sumOf = ({ units, price }: OtherGood, currency: string): number | undefined => {
  const each = toMinor(price, minorUnitExponent(currency));
  return each === undefined || each < 0 ? undefined : each * units;
};

/** What the goods cost, and how it is settled with what is owed to the customer, in minor units. */
export interface Balance {
  readonly total: number;
  /** What came back pays of it. */
  readonly exchanged: number;
  readonly toPay: number;
  readonly toGiveBack: number;
}

/** @param owed to the customer, in minor units; undefined is answered while a price cannot be read */
export const balanceOf = (draft: ExchangeDraft, currency: string, owed: number): Balance | undefined => {
  const sums = entered(draft).map((good) => sumOf(good, currency));
  if (sums.includes(undefined)) return undefined;
  const total = sums.reduce<number>((all, sum) => all + sum!, 0);
  const exchanged = Math.min(total, owed);
  return { total, exchanged, toPay: total - exchanged, toGiveBack: owed - exchanged };
};

/** What the draft lacks to be sent, the first thing of it; undefined where it lacks nothing. */
export const lackingForExchange = (
  draft: ExchangeDraft,
  balance: Balance | undefined,
  store: string | null,
): string | undefined => {
  if (entered(draft).length === 0) return t('Find what goes out instead.');
  if (balance === undefined) return t('Enter what each costs.');
  if (balance.exchanged === 0) return t('Nothing is left to be paid with what came back.');
  if (draft.way === 'carried' && store === null) return t('Choose the store that they go out of.');
  return undefined;
};

/** What is asked so that other goods go out. @param store that they are carried out of */
export const exchanging = (
  draft: ExchangeDraft,
  { currency, customer, shipTo }: Pick<Order, 'currency' | 'customer' | 'shipTo'>,
  { toPay, total }: Balance,
  store: string | null,
): AskedToExchange => ({
  channel: 'desk',
  number: draft.number,
  ...(draft.way === 'carried' && store !== null && { location: store }),
  currency,
  ...(customer && { customer }),
  ...(draft.way === 'sent' && shipTo && { shipTo }),
  lines: entered(draft).map(({ sku, name, units, price }, index) => ({
    lineId: `${index + 1}`,
    sku,
    ...(name !== undefined && { name }),
    quantity: units,
    unitPrice: plainDecimal(price)!,
  })),
  ...(toPay > 0 &&
    draft.method !== '' && {
      payments: [{ paymentId: 'till', method: draft.method, amount: toPay, status: 'captured' as const }],
    }),
  total,
});
