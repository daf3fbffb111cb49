import { type LineQuantities, type StandingQueue, standingQueues } from '@tributary/contracts';
import type { OrderPage, PagePayment } from './order-page.ts';

type Shown = Omit<OrderPage, 'queues'>;

const sumOf = ({ lines }: Pick<Shown, 'lines'>, of: (quantities: LineQuantities) => number): number =>
  lines.reduce((sum, { quantities }) => sum + of(quantities), 0);

/** Wanted and not yet shipped or handed over. */
const openOf = ({ ordered, cancelled, fulfilled }: LineQuantities): number => ordered - cancelled - fulfilled;

/** Wanted and not to be had now: they wait for stock, or for somebody who says what becomes of them. */
const missingOf = ({ backordered, undecided = 0 }: LineQuantities): number => backordered + undecided;

const ended = ({ status, ended: rest }: PagePayment): boolean =>
  rest !== undefined || status === 'voided' || status === 'expired';

/** What was loaded as history and is over was settled by the system that it comes from. */
const isPast = (page: Shown): boolean => page.imported === true && sumOf(page, openOf) === 0;

const isUnpaid = (page: Shown): boolean => page.money.uncovered !== undefined && !isPast(page);

const isIn: Readonly<Record<StandingQueue, (page: Shown) => boolean>> = {
  held: ({ status }) => status === 'held',
  short: (page) => sumOf(page, missingOf) > 0,
  unpaid: isUnpaid,
  expired: (page) => isUnpaid(page) && sumOf(page, openOf) > 0 && page.payments.some(ended),
  refund: (page) => page.money.owed < 0 && !isPast(page),
  proposals: ({ proposals = [] }) => proposals.length > 0,
  waiting: ({ waiting, more }) => waiting.length > 0 || more?.waiting !== undefined,
};

/**
 * The queues that an order stands in, in the order that they are declared. It follows from what its page
 * shows alone: whatever was told, and in whatever order, orders that look the same stand in the same queues.
 */
export const queuesOf = (page: Shown): readonly StandingQueue[] =>
  standingQueues.filter((queue) => isIn[queue](page));

/** The page with the queues that it stands in now. */
export const queued = ({ queues: _, ...page }: OrderPage): OrderPage => {
  const queues = queuesOf(page);
  return queues.length > 0 ? { ...page, queues } : page;
};
