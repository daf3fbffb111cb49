import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { releaseOrder } from '../api/order.ts';
import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { wordsOf } from '../orders/status.ts';
import { useMayHold } from './holding.ts';
import styles from './OrderRoom.module.css';
import { rich, t, within } from '../words/words.ts';

type Hold = NonNullable<Order['holds']>[number];

const endings: Readonly<Record<NonNullable<Hold['until']>, string>> = {
  paid: t('until it is paid'),
  addressed: t('until it has another address'),
};

const HoldItem = ({ hold: { reason, since, until, note } }: { readonly hold: Hold }) => (
  <>
    <div className={styles.between}>
      <span className={styles.name}>
        {wordsOf(reason)}
        {until !== undefined && <span className="quiet"> · {endings[until]}</span>}
      </span>
      <span className="quiet">{rich('since {moment}', { moment: <Moment at={since} /> })}</span>
    </div>
    {note !== undefined && <p>{note}</p>}
  </>
);

/** What keeps the order from being sourced, and who may ends it. */
export const HoldsPanel = ({ order: { orderId, holds = [] } }: { readonly order: Order }) => {
  const [note, setNote] = useState('');
  const may = useMayHold();
  const client = useQueryClient();
  const release = useMutation({
    mutationFn: (reason: string) =>
      releaseOrder(orderId, { reason, ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: async () => {
      setNote('');
      await client.invalidateQueries({ queryKey: ['order', orderId] });
    },
  });
  if (holds.length === 0) return null;
  return (
    <Panel title={t('On hold')} aside={`${holds.length}`} flush>
      <ul className={styles.list}>
        {holds.map((hold) => (
          <li key={hold.reason}>
            <HoldItem hold={hold} />
            {may && (
              <div>
                <Button
                  size="xs"
                  variant="default"
                  loading={release.isPending && release.variables === hold.reason}
                  onClick={() => release.mutate(hold.reason)}
                >
                  {t('Release from {reason}', { reason: within(wordsOf(hold.reason)) })}
                </Button>
              </div>
            )}
          </li>
        ))}
        {may && (
          <li>
            <div className={styles.decision}>
              <TextInput
                label={t('What was found')}
                description={t('Kept with the release.')}
                size="xs"
                maxLength={300}
                value={note}
                onChange={({ currentTarget: { value } }) => setNote(value)}
              />
              <Failure of={release.error} />
            </div>
          </li>
        )}
      </ul>
    </Panel>
  );
};
