import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { cancelOrder } from '../api/order.ts';
import type { Cancellation, Order, OrderLine } from '../api/order.ts';
import { useOnce } from '../api/useOnce.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { openUnits } from './openUnits.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';
import { FirstOf } from '../look/FirstOf.tsx';

interface FormProps {
  readonly orderId: string;
  /** Lines of which something is open. */
  readonly lines: readonly OrderLine[];
}

const Form = ({ orderId, lines }: FormProps) => {
  const [kept, setKept] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const cancel = useOnce(orderId, (asked: Cancellation, key) => cancelOrder(orderId, asked, key));
  const chosen = lines.filter(({ lineId }) => !kept.includes(lineId));
  const send = () =>
    cancel.mutate({
      ...(chosen.length < lines.length && {
        lines: chosen.map(({ lineId, quantities }) => ({ lineId, quantity: openUnits(quantities) })),
      }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    });
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Checkbox.Group
        label={t('What is still open')}
        description={t('Goods that a location has picked end once it says that it put them back.')}
        size="xs"
        value={chosen.map(({ lineId }) => lineId)}
        onChange={(now) => setKept(lines.map(({ lineId }) => lineId).filter((one) => !now.includes(one)))}
      >
        <FirstOf items={lines} most={20}>
          {({ lineId, name, sku, quantities }) => (
            <Checkbox
              key={lineId}
              size="sm"
              mt="xs"
              value={lineId}
              label={`${openUnits(quantities)} × ${name ?? sku}`}
            />
          )}
        </FirstOf>
      </Checkbox.Group>
      <TextInput
        label={t('Reason')}
        size="xs"
        maxLength={300}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Failure of={cancel.error} />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={chosen.length === 0}
        loading={cancel.isPending}
      >
        {chosen.length === lines.length ? t('Cancel all that is open') : t('Cancel these')}
      </Button>
    </form>
  );
};

/** Cancels what is still to be served, all of it or some lines. */
export const CancelForm = ({ order: { orderId, lines, kind } }: { readonly order: Order }) => {
  const open = lines.filter(({ quantities }) => openUnits(quantities) > 0);
  return useServesCustomers() && kind === 'order' && open.length > 0 ? (
    <Panel title={t('Cancel##orders')}>
      <Form orderId={orderId} lines={open} />
    </Panel>
  ) : null;
};
