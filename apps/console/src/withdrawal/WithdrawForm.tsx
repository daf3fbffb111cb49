import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '../api/order.ts';
import { type AskedToWithdraw, withdrawFromOrder } from '../api/withdrawals.ts';
import { LineItem } from '../returns-desk/LineEntry.tsx';
import { Refused } from '../returns-desk/Refused.tsx';
import deskStyles from '../returns-desk/ReturnsDesk.module.css';
import { Stepper } from '../returns-desk/Stepper.tsx';
import { useOnce } from '../api/useOnce.ts';
import { type Declaration, canBeWithdrawn, emptyDeclaration, unitsOf, withdrawing } from './declaration.ts';
import { t } from '../words/words.ts';

interface EntryProps {
  readonly order: Order;
  readonly declaration: Declaration;
  readonly change: (next: (declaration: Declaration) => Declaration) => void;
}

/** Lines of which something may be withdrawn from; all of it, unless less is entered. */
const Lines = ({ order, declaration, change }: EntryProps) => (
  <ul>
    {order.lines.map((line) => {
      const { lineId } = line;
      const units = unitsOf(declaration, order, line);
      const most = canBeWithdrawn(order, line);
      return most === 0 && units === 0 ? null : (
        <LineItem key={lineId} order={order} line={line}>
          <Stepper
            name={line.name ?? line.sku}
            units={units}
            most={most}
            set={(next) => change((now) => ({ ...now, units: { ...now.units, [lineId]: next } }))}
          />
        </LineItem>
      );
    })}
  </ul>
);

/** Who declared it, in which words, and when. */
const Words = ({ declaration, change }: Omit<EntryProps, 'order'>) => {
  const field = (part: 'name' | 'contact' | 'statement' | 'at') => ({
    size: 'sm',
    value: declaration[part],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      change((now) => ({ ...now, [part]: value })),
  });
  return (
    <>
      <TextInput label={t('Name')} maxLength={200} {...field('name')} />
      <TextInput label={t('E-mail for the receipt')} type="email" maxLength={254} {...field('contact')} />
      <Textarea label={t('What they declared')} autosize maxLength={2_000} {...field('statement')} />
      <TextInput label={t('When they declared it, if not now')} type="datetime-local" {...field('at')} />
    </>
  );
};

interface WithdrawFormProps {
  readonly order: Order;
  /** Closes it, with the withdrawal that was recorded, if one was. */
  readonly close: (withdrawalId?: string) => void;
}

/** Records for a customer that they withdraw from the order, or a part of it. */
export const WithdrawForm = ({ order, close }: WithdrawFormProps) => {
  const [declaration, change] = useState(emptyDeclaration);
  const send = useOnce(order.orderId, (asked: AskedToWithdraw, key) =>
    withdrawFromOrder(order.orderId, asked, key),
  );
  const asked = withdrawing(declaration, order);
  return (
    <form
      aria-label={t('Withdraw for the customer')}
      className={deskStyles.authorise}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked) send.mutate(asked, { onSuccess: ({ withdrawalId }) => close(withdrawalId) });
      }}
    >
      <Lines order={order} declaration={declaration} change={change} />
      <div className={deskStyles.authoriseFoot}>
        <p className="quiet">{t('What has not left is cancelled. What has left is to be sent back.')}</p>
        <Words declaration={declaration} change={change} />
        <Refused error={send.error} />
        <div className={deskStyles.actions}>
          <Button type="submit" size="sm" disabled={!asked} loading={send.isPending}>
            {t('Record the withdrawal')}
          </Button>
          <Button size="sm" variant="default" onClick={() => close()}>
            {t('Cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
};
