import { Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OrderSummary } from '../api/orders.ts';
import type { Queue } from '../api/queues.ts';
import { Failure } from '../look/Failure.tsx';
import { commonReasons, useMayHold } from '../order/holding.ts';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { Outcomes, sumOf } from './Outcomes.tsx';
import styles from './Queues.module.css';
import { useCommandMany } from './useQueues.ts';
import type { Wish } from './wish.ts';
import { t } from '../words/words.ts';

type Action = Wish['action'];

const labels: Readonly<Record<Action, string>> = {
  release: t('Release'),
  hold: t('Hold'),
  cancel: t('Cancel##orders'),
};
/** As many as one command may name. */
const most = 200;

/** What whoever is signed in may do with orders of this queue. */
export const useActions = (queue: Queue): readonly Action[] => {
  const mayHold = useMayHold();
  const mayCancel = useServesCustomers();
  return [
    ...(mayHold ? [queue === 'held' ? ('release' as const) : ('hold' as const)] : []),
    ...(mayHold && queue === 'held' ? ['hold' as const] : []),
    ...(mayCancel ? ['cancel' as const] : []),
  ];
};

interface FieldsProps {
  readonly wish: Wish;
  readonly change: (part: Partial<Wish>) => void;
  readonly chosen: readonly OrderSummary[];
}

const Fields = ({ wish: { action, reason, note }, change, chosen }: FieldsProps) => {
  if (action === 'cancel')
    return (
      <TextInput
        label={t('Why')}
        size="xs"
        maxLength={300}
        value={reason}
        onChange={({ currentTarget: { value } }) => change({ reason: value })}
      />
    );
  const known = [...new Set(chosen.flatMap(({ heldFor = [] }) => heldFor))];
  return (
    <>
      <Autocomplete
        label={action === 'hold' ? t('Reason') : t('Released from')}
        placeholder={action === 'hold' ? '' : t('All their holds')}
        size="xs"
        maxLength={40}
        data={action === 'hold' ? [...commonReasons] : known}
        value={reason}
        onChange={(value) => change({ reason: value })}
      />
      <TextInput
        label={action === 'hold' ? t('Note') : t('What was found')}
        size="xs"
        maxLength={300}
        value={note}
        onChange={({ currentTarget: { value } }) => change({ note: value })}
      />
    </>
  );
};

interface FormProps {
  readonly actions: readonly Action[];
  readonly chosen: readonly OrderSummary[];
  readonly done: () => void;
}

/** Does one thing with all orders that are chosen, and says what came of it for each. */
export const CommandForm = ({ actions, chosen, done }: FormProps) => {
  const nothing: Wish = { action: actions[0]!, reason: '', note: '' };
  const [wish, setWish] = useState(nothing);
  const command = useCommandMany();
  const asked = { ...wish, reason: wish.reason.trim(), note: wish.note.trim() };
  const lacksReason = asked.action !== 'release' && asked.reason === '';
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate(
            { wish: asked, orders: chosen },
            {
              onSuccess: () => {
                setWish({ ...nothing, action: wish.action });
                done();
              },
            },
          );
        }}
      >
        <NativeSelect
          label={t('What to do')}
          size="xs"
          data={actions.map((value) => ({ value, label: labels[value] }))}
          value={wish.action}
          onChange={({ currentTarget: { value } }) => setWish({ ...nothing, action: value as Action })}
        />
        <Fields wish={wish} change={(part) => setWish({ ...wish, ...part })} chosen={chosen} />
        <Button
          type="submit"
          size="xs"
          color={wish.action === 'cancel' ? 'red' : 'river'}
          disabled={chosen.length === 0 || chosen.length > most || lacksReason}
          loading={command.isPending}
        >
          {labels[wish.action]} {chosen.length}{' '}
          {t('{chosen, plural, one {order} other {orders}}', { chosen: chosen.length })}
        </Button>
      </form>
      {chosen.length > most && <p className="quiet">{t('At most {most} orders at once.', { most })}</p>}
      <Failure of={command.error} />
      <p role="status" className="visually-hidden">
        {command.isSuccess && sumOf(command.data)}
      </p>
      {command.isSuccess && <Outcomes of={command.data} />}
    </>
  );
};
