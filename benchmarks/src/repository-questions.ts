import { chance, sampleOrder, skus } from './sample-orders.ts';
import { listPath, listsAsked, orderPath, ordersAsked } from './sample-reads.ts';

/** A kind of question people ask of the repository. */
export interface Question {
  readonly kind: string;
  /** The path of the next of its kind, in an order that repeats. */
  next(): string;
  /** Milliseconds in which 99 of 100 are to be answered. */
  readonly goal?: number;
  /** How many times the CPU of an empty handler it may take. */
  readonly timesEmpty?: number;
}

const day = 86_400_000;
const search = (words: string): string => `/v1/search?q=${encodeURIComponent(words)}`;
const query = (typed: string): string => `/v1/orders?q=${encodeURIComponent(typed)}&limit=25`;
const swapped = (word: string): string => `${word[0]}${word[2]}${word[1]}${word.slice(3)}`;

/** @param orders in the sample; what is asked for is drawn from them */
export const questionsOf = (orders: number): readonly Question[] => {
  // The first half was placed more than a month before the last.
  const [nextOrder, nextPast, nextList] = [ordersAsked(orders), ordersAsked(orders / 2), listsAsked()];
  const draw = chance(31);
  const some = chance(3);
  // Customers of orders that are there, as the sample drew them; no more of these, since who asks shares the machine.
  const known = Array.from({ length: Math.min(orders, 20_000) }, (_, index) => {
    const { number, customer } = sampleOrder(index, some);
    return { number, customer };
  });
  const one = () => known[draw(known.length)]!;
  const sku = () => skus[draw(skus.length)]!;
  return [
    { kind: 'order by id', next: () => `/v1${orderPath(nextOrder())}`, goal: 30, timesEmpty: 1.5 },
    { kind: 'filtered list of 25', next: () => `/v1${listPath(nextList())}`, goal: 30, timesEmpty: 2 },
    { kind: 'query by SKU and channel', next: () => query(`sku:${sku()} channel:app`), goal: 30 },
    { kind: 'query by value alone', next: () => query(`total:>${300 + draw(100)} channel:web`), goal: 30 },
    { kind: 'search for an e-mail', next: () => search(one().customer.email), goal: 30 },
    { kind: 'search for a number', next: () => search(one().number), goal: 30 },
    { kind: 'search for two names', next: () => search(one().customer.name), goal: 30 },
    { kind: 'search for a beginning that all have', next: () => search('web merino'), goal: 30 },
    { kind: 'search for what is misspelt', next: () => search(swapped(one().customer.name.split(' ')[1]!)) },
    { kind: 'customer', next: () => `/v1/customers/${one().customer.id}/overview`, goal: 30 },
    {
      kind: 'order as of a moment',
      next: () => `/v1/orders/${nextPast()}?asOf=${new Date(Date.now() - draw(20) * day).toISOString()}`,
      goal: 50,
    },
  ];
};
