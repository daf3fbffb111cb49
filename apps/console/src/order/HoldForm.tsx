import { Autocomplete, Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { holdOrder } from '../api/order.ts';
import type { Order } from '../api/order.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { commonReasons, useMayHold } from './holding.ts';
import { isOpen } from './openUnits.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

const Form = ({ orderId }: { readonly orderId: string }) => {
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const hold = useMutation({
    mutationFn: () =>
      holdOrder(orderId, { reason: reason.trim(), ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: async () => {
      setReason('');
      setNote('');
      await client.invalidateQueries({ queryKey: ['order', orderId] });
    },
  });
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault();
        hold.mutate();
      }}
    >
      <Autocomplete
        label={t('Reason')}
        description={t('One of these, or your own: small letters, digits and hyphens.')}
        size="xs"
        data={[...commonReasons]}
        maxLength={40}
        value={reason}
        onChange={setReason}
      />
      <Textarea
        label={t('Note')}
        size="xs"
        autosize
        maxLength={300}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Failure of={hold.error} />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={reason.trim() === ''}
        loading={hold.isPending}
      >
        {t('Hold the order')}
      </Button>
    </form>
  );
};

/** Holds an order of which something is still to be served. */
export const HoldForm = ({ order }: { readonly order: Order }) => {
  const may = useMayHold();
  return may && isOpen(order) ? (
    <Panel title={t('Hold')}>
      <Form orderId={order.orderId} />
    </Panel>
  ) : null;
};
