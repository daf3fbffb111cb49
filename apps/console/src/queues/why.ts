import type { OrderSummary } from '../api/orders.ts';
import type { Queue } from '../api/queues.ts';
import { formatMoney } from '../figures/money.ts';
import { formatMoment } from '../figures/time.ts';
import { wordsOf } from '../orders/status.ts';
import { t, within } from '../words/words.ts';

/** The queues as people call them, in the order they are shown. */
export const queueNames: Readonly<Record<Queue, string>> = {
  held: t('Held'),
  late: t('Late'),
  short: t('Short'),
  unpaid: t('Unpaid'),
  expired: t('Payment expired'),
  refund: t('Refund due'),
  proposals: t('To approve'),
  waiting: t('Waiting messages'),
};
export const queues = Object.keys(queueNames) as Queue[];

/** What its orders have in common, and what is to be done. */
export const queueMeanings: Readonly<Record<Queue, string>> = {
  held: t('Not sourced until somebody, or what they wait for, releases them.'),
  late: t('The customer was promised them by now, and they have not left, or do not lie ready.'),
  short: t('Goods wait for stock, or are missing at a pickup and somebody decides what becomes of them.'),
  unpaid: t('The customer owes more than payments have set aside: ask for it.'),
  expired: t('Goods are still to leave and are not covered any more: ask the customer for another payment.'),
  refund: t('More was taken than is due: it is to be given back.'),
  proposals: t('Changes above the limits of who asked for them: a supervisor makes or refuses them.'),
  waiting: t('Messages about them came before what they need, and are applied once that is told.'),
};

const unitsOf = (units: number): string => t('{units, plural, one {# unit} other {# units}}', { units });

const shortage = ({ short }: OrderSummary): string =>
  [
    ...(short?.backordered
      ? [t('{backordered} for which there is no stock', { backordered: unitsOf(short.backordered) })]
      : []),
    ...(short?.undecided
      ? [t('{undecided} missing at a pickup, to be decided', { undecided: unitsOf(short.undecided) })]
      : []),
  ].join('; ');

/** Why an order stands in a queue, in a sentence. */
export const whyIn = (queue: Queue, order: OrderSummary): string => {
  const uncovered = formatMoney(order.uncovered ?? 0, order.currency);
  switch (queue) {
    case 'held':
      return t('Held for {heldFor}', {
        heldFor: (order.heldFor ?? []).map((reason) => within(wordsOf(reason))).join(', '),
      });
    case 'late':
      return t('Promised by {dueAt}', { dueAt: formatMoment(order.dueAt ?? '') });
    case 'short':
      return wordsOf(shortage(order));
    case 'unpaid':
      return t('{uncovered} owed that no payment covers', { uncovered });
    case 'expired':
      return t('A payment ran out or was given up; {uncovered} not covered', { uncovered });
    case 'refund':
      return t('{refundDue} to be given back', {
        refundDue: formatMoney(order.refundDue ?? 0, order.currency),
      });
    case 'proposals':
      return t(
        '{proposals, plural, one {# change waits for a supervisor} other {# changes wait for a supervisor}}',
        { proposals: order.proposals ?? 0 },
      );
    case 'waiting':
      return t('{messages, plural, one {# message waits} other {# messages wait}} for {waitsFor}', {
        messages: order.waiting?.messages ?? 0,
        waitsFor: (order.waiting?.waitsFor ?? []).join(', '),
      });
    default:
      return queue satisfies never;
  }
};

/** A count as it is shown: all that is known of many is that they are more. */
export const countOf = ({ orders, isMore }: { readonly orders: number; readonly isMore?: true }): string =>
  isMore ? `${orders}+` : String(orders);
