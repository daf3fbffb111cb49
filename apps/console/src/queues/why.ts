import type { OrderSummary } from '../api/orders.ts';
import type { Queue } from '../api/queues.ts';
import { formatMoney } from '../figures/money.ts';
import { formatMoment } from '../figures/time.ts';
import { wordsOf } from '../orders/status.ts';

/** The queues as people call them, in the order they are shown. */
export const queueNames: Readonly<Record<Queue, string>> = {
  held: 'Held',
  late: 'Late',
  short: 'Short',
  unpaid: 'Unpaid',
  expired: 'Payment expired',
  refund: 'Refund due',
  proposals: 'To approve',
  waiting: 'Waiting messages',
};
export const queues = Object.keys(queueNames) as Queue[];

/** What its orders have in common, and what is to be done. */
export const queueMeanings: Readonly<Record<Queue, string>> = {
  held: 'Not sourced until somebody, or what they wait for, releases them.',
  late: 'The customer was promised them by now, and they have not left, or do not lie ready.',
  short: 'Goods wait for stock, or are missing at a pickup and somebody decides what becomes of them.',
  unpaid: 'The customer owes more than payments have set aside: ask for it.',
  expired: 'Goods are still to leave and are not covered any more: ask the customer for another payment.',
  refund: 'More was taken than is due: it is to be given back.',
  proposals: 'Changes above the limits of who asked for them: a supervisor makes or refuses them.',
  waiting: 'Messages about them came before what they need, and are applied once that is told.',
};

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const shortage = ({ short }: OrderSummary): string =>
  [
    ...(short?.backordered ? [`${many(short.backordered, 'unit')} for which there is no stock`] : []),
    ...(short?.undecided ? [`${many(short.undecided, 'unit')} missing at a pickup, to be decided`] : []),
  ].join('; ');

/** Why an order stands in a queue, in a sentence. */
export const whyIn = (queue: Queue, order: OrderSummary): string => {
  const uncovered = formatMoney(order.uncovered ?? 0, order.currency);
  switch (queue) {
    case 'held':
      return `Held for ${(order.heldFor ?? []).map((reason) => wordsOf(reason).toLowerCase()).join(', ')}`;
    case 'late':
      return `Promised by ${formatMoment(order.dueAt ?? '')}`;
    case 'short':
      return wordsOf(shortage(order));
    case 'unpaid':
      return `${uncovered} owed that no payment covers`;
    case 'expired':
      return `A payment ran out or was given up; ${uncovered} not covered`;
    case 'refund':
      return `${formatMoney(order.refundDue ?? 0, order.currency)} to be given back`;
    case 'proposals':
      return `${many(order.proposals ?? 0, 'change waits', 'changes wait')} for a supervisor`;
    case 'waiting':
      return `${many(order.waiting?.messages ?? 0, 'message waits', 'messages wait')} for ${(order.waiting?.waitsFor ?? []).join(', ')}`;
    default:
      return queue satisfies never;
  }
};

/** A count as it is shown: all that is known of many is that they are more. */
export const countOf = ({ orders, isMore }: { readonly orders: number; readonly isMore?: true }): string =>
  isMore ? `${orders}+` : String(orders);
