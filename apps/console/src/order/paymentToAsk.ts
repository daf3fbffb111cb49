import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { wordsOf } from '../orders/status.ts';
import { t } from '../words/words.ts';

type Payment = Order['payments'][number];

const endOf = ({ status, ended }: Payment): 'voided' | 'expired' | undefined =>
  ended ?? (status === 'voided' || status === 'expired' ? status : undefined);

const said = { expired: t('authorisation expired'), voided: t('authorisation was given up') } as const;

/** What of the payments ended, each in words once. */
const endings = (payments: readonly Payment[]): string =>
  [
    ...new Set(
      payments.flatMap((payment) => {
        const end = endOf(payment);
        return end === undefined ? [] : [`${wordsOf(payment.method ?? 'payment')} ${said[end]}.`];
      }),
    ),
  ].join(' ');

/** Who is to be asked for what, where no payment covers what is owed; undefined where nobody is. */
export const paymentStepOf = ({
  queues = [],
  money: { uncovered },
  payments,
  currency,
}: Pick<Order, 'queues' | 'money' | 'payments' | 'currency'>): string | undefined => {
  if (uncovered === undefined || !queues.includes('unpaid')) return undefined;
  const amount = formatMoney(uncovered, currency);
  return queues.includes('expired')
    ? t(
        '{payments} Goods are still to leave, and {amount} of what is owed is not covered: ask the customer for another payment.',
        { payments: endings(payments), amount },
      )
    : t('{amount} is owed and no payment covers it: ask the customer to pay.', { amount });
};
