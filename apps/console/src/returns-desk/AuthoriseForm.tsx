import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '../api/order.ts';
import { problemOf } from '../api/problem.ts';
import { type AskedToAuthorise, authoriseReturn } from '../api/take-back.ts';
import { canBeAuthorised } from './backUnits.ts';
import {
  type Draft,
  authorising,
  emptyDraft,
  entryOf,
  lacking,
  unitsIn,
  withPart,
  withReason,
} from './draft.ts';
import { LineItem } from './LineEntry.tsx';
import { ReasonSelect } from './ReasonSelect.tsx';
import { Refused } from './Refused.tsx';
import styles from './ReturnsDesk.module.css';
import { Stepper } from './Stepper.tsx';
import { useOnce } from '../api/useOnce.ts';
import { t } from '../words/words.ts';

interface LinesProps {
  readonly order: Order;
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** Lines of which something may be announced; what was entered stays in sight when that changes meanwhile. */
const Lines = ({ order, draft, change }: LinesProps) => (
  <ul>
    {order.lines.map((line) => {
      const { lineId } = line;
      const entry = entryOf(draft, lineId);
      const units = unitsIn(entry);
      const most = canBeAuthorised(order, line);
      return most === 0 && units === 0 ? null : (
        <LineItem key={lineId} order={order} line={line}>
          <Stepper
            name={line.name ?? line.sku}
            units={units}
            most={most}
            set={(next) => change((now) => withPart(now, lineId, 0, { units: next }))}
          />
          {units > 0 && (
            <ReasonSelect
              reason={entry.reason}
              choose={(reason) => change((now) => withReason(now, lineId, reason))}
            />
          )}
        </LineItem>
      );
    })}
  </ul>
);

/** A draft of what may come back, sent once; `despite` is asked for where its time is over. */
const useAuthorise = (order: Order, close: () => void) => {
  const [draft, setDraft] = useState(emptyDraft);
  const [despite, setDespite] = useState('');
  const [isOver, setOver] = useState(false);
  const send = useOnce(order.orderId, (asked: AskedToAuthorise, key) =>
    authoriseReturn(order.orderId, asked, key),
  );
  return {
    draft,
    change: setDraft,
    despite,
    setDespite,
    isOver,
    send,
    lacks: lacking(draft),
    authorise: () =>
      send.mutate(authorising(draft, isOver ? despite : ''), {
        onSuccess: close,
        onError: (error) => {
          if (problemOf(error).code === 'time-over') setOver(true);
        },
      }),
  };
};

type Form = ReturnType<typeof useAuthorise>;

/** Asked once the platform said that the time of the goods is over. */
const Despite = ({ form: { isOver, despite, setDespite } }: { readonly form: Form }) =>
  isOver && (
    <TextInput
      label={t('Although its time is over, because')}
      size="sm"
      maxLength={300}
      value={despite}
      onChange={({ currentTarget: { value } }) => setDespite(value)}
    />
  );

const Actions = ({ form, close }: { readonly form: Form; readonly close: () => void }) => (
  <>
    {form.lacks !== undefined && (
      <p role="status" className="quiet">
        {form.lacks}
      </p>
    )}
    <div className={styles.actions}>
      <Button type="submit" size="sm" disabled={form.lacks !== undefined} loading={form.send.isPending}>
        {form.isOver && form.despite.trim() !== '' ? t('Authorise all the same') : t('Authorise the return')}
      </Button>
      <Button size="sm" variant="default" onClick={close}>
        {t('Cancel')}
      </Button>
    </div>
  </>
);

interface AuthoriseFormProps {
  readonly order: Order;
  readonly close: () => void;
}

/** Says that goods of the order may come back: what, for what, and what whoever takes them should know. */
export const AuthoriseForm = ({ order, close }: AuthoriseFormProps) => {
  const form = useAuthorise(order, close);
  const { draft, change } = form;
  return (
    <form
      aria-label={t('Goods may come back')}
      className={styles.authorise}
      onSubmit={(event) => {
        event.preventDefault();
        form.authorise();
      }}
    >
      <Lines order={order} draft={draft} change={change} />
      <div className={styles.authoriseFoot}>
        <Textarea
          label={t('Note for whoever takes it back')}
          size="sm"
          autosize
          maxLength={300}
          value={draft.note}
          onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, note: value }))}
        />
        <Refused error={form.send.error} />
        <Despite form={form} />
        <Actions form={form} close={close} />
      </div>
    </form>
  );
};
