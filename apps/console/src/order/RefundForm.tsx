import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refundOrder } from '../api/order.ts';
import type { Order, Refund } from '../api/order.ts';
import { Failure } from '../look/Failure.tsx';
import { formatMoney, minorUnitExponent, toDecimal, toMinor } from '../figures/money.ts';
import { wordsOf } from '../orders/status.ts';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

/** Minor units that are owed to the customer and not asked for yet. */
const owedToCustomer = ({ money: { owed }, refunds = [] }: Order): number =>
  Math.max(
    0,
    refunds.reduce((left, { status, amount }) => (status === 'requested' ? left - amount : left), -owed),
  );

const asItCame = { value: '', label: t('As it came') };

const paymentsIn = ({ payments, currency }: Order) =>
  payments
    .filter(({ status, amount, refunded = 0 }) => status === 'captured' && amount > refunded)
    .map(({ paymentId, method, amount, refunded = 0 }) => ({
      value: paymentId,
      label: t('{method} {paymentId}, of {amount}', {
        method: method === undefined ? t('Payment') : wordsOf(method),
        paymentId,
        amount: formatMoney(amount - refunded, currency),
      }),
    }));

interface Wish {
  /** As it is typed; what is owed to the customer, while nothing is. */
  readonly amount?: string;
  readonly reason: string;
  readonly paymentId: string;
  readonly goodwill: boolean;
}

const noWish: Wish = { reason: '', paymentId: '', goodwill: false };

const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** What is asked for; undefined while the wish is not whole. */
const refundOf = (
  { amount = '', reason, paymentId, goodwill }: Wish,
  exponent: number,
): Refund | undefined => {
  const minor = toMinor(amount, exponent);
  if (minor === undefined || minor <= 0 || reason.trim() === '') return undefined;
  return {
    amount: minor,
    reason: reason.trim(),
    ...(paymentId !== '' && { paymentId }),
    ...(goodwill && { goodwill }),
  };
};

const useAsk = (orderId: string, done: () => void) => {
  const client = useQueryClient();
  const last = useRef<{ readonly wish: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: (refund: Refund) => {
      // Sent again because its answer was lost, a wish is the same one; another wish is another.
      const wish = JSON.stringify(refund);
      if (last.current?.wish !== wish) last.current = { wish, key: newKey() };
      return refundOrder(orderId, refund, last.current.key);
    },
    onSuccess: async () => {
      last.current = undefined;
      done();
      await client.invalidateQueries({ queryKey: ['order', orderId] });
    },
  });
};

interface FieldsProps {
  readonly order: Order;
  readonly wish: Wish;
  readonly change: (part: Partial<Wish>) => void;
}

const Fields = ({ order, wish, change }: FieldsProps) => (
  <>
    <TextInput
      label={t('Amount in {currency}', { currency: order.currency })}
      size="xs"
      inputMode="decimal"
      required
      value={wish.amount ?? ''}
      onChange={({ currentTarget: { value } }) => change({ amount: value })}
    />
    <Textarea
      label={t('Reason')}
      size="xs"
      autosize
      required
      maxLength={300}
      value={wish.reason}
      onChange={({ currentTarget: { value } }) => change({ reason: value })}
    />
    <NativeSelect
      label={t('By')}
      description={t('As it came: the payments that took money first give back first.')}
      size="xs"
      data={[asItCame, ...paymentsIn(order)]}
      value={wish.paymentId}
      onChange={({ currentTarget: { value } }) => change({ paymentId: value })}
    />
    <Checkbox
      label={t('Goodwill: more than is owed')}
      size="xs"
      checked={wish.goodwill}
      onChange={({ currentTarget: { checked } }) => change({ goodwill: checked })}
    />
  </>
);

const Form = ({ order }: { readonly order: Order }) => {
  const { orderId, currency } = order;
  const [typed, setTyped] = useState(noWish);
  const exponent = minorUnitExponent(currency);
  const proposed = owedToCustomer(order);
  const wish = {
    ...typed,
    amount: typed.amount ?? (proposed > 0 ? toDecimal(proposed, exponent) : ''),
  };
  const ask = useAsk(orderId, () => setTyped(noWish));
  const refund = refundOf(wish, exponent);
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault();
        if (refund) ask.mutate(refund);
      }}
    >
      <Fields order={order} wish={wish} change={(part) => setTyped({ ...typed, ...part })} />
      <Failure of={ask.error} />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={refund === undefined}
        loading={ask.isPending}
      >
        {t('Ask for the refund')}
      </Button>
    </form>
  );
};

/** Asks for money to be given back, of an order that has taken some. */
export const RefundForm = ({ order }: { readonly order: Order }) => {
  const serves = useServesCustomers();
  const { captured, refunded } = order.money;
  return serves && captured > refunded ? (
    <details className={styles.disclosed}>
      <summary>{t('Give money back')}</summary>
      <Form order={order} />
    </details>
  ) : null;
};
