import { Button, Textarea } from '@mantine/core';
import type { Order } from '../api/order.ts';
import type { ReturnAnswer } from '../api/take-back.ts';
import { Panel } from '../look/Panel.tsx';
import { StoreSelect } from '../order/StoreSelect.tsx';
import { goneLines } from './backUnits.ts';
import { draftFor, emptyDraft } from './draft.ts';
import { ExpectedOffers } from './ExpectedOffers.tsx';
import { LineEntry } from './LineEntry.tsx';
import { Refused } from './Refused.tsx';
import styles from './ReturnsDesk.module.css';
import { useDeskStore } from './useDeskStore.ts';
import { useTakeBack } from './useTakeBack.ts';
import { rich, t } from '../words/words.ts';

type Form = ReturnType<typeof useTakeBack>;

/** Which announced return the goods are, where they are one. */
const Announced = ({ form: { draft, change } }: { readonly form: Form }) =>
  draft.returnId === undefined ? null : (
    <div className={styles.announced}>
      <p role="status">
        {rich('This is {strong}, as it was announced. Correct what differs.', {
          strong: <strong>{draft.returnId}</strong>,
        })}
      </p>
      <Button variant="default" size="sm" onClick={() => change(() => emptyDraft)}>
        {t('It is not')}
      </Button>
    </div>
  );

const Foot = ({ form }: { readonly form: Form }) => (
  <>
    <Refused error={form.error} />
    <Button type="submit" size="lg" fullWidth disabled={form.lacks !== undefined} loading={form.isPending}>
      {form.isToRepeat ? t('Try again') : t('Take it back')}
    </Button>
    <p role="status" className="quiet">
      {form.lacks}
    </p>
  </>
);

interface TakeBackFormProps {
  readonly order: Order;
  /** The number of a return, or the serial number, that brought somebody here. */
  readonly named: string | undefined;
  readonly done: (answer: ReturnAnswer) => void;
}

/** What came back of an order, as it is entered at the desk. */
export const TakeBackForm = ({ order, named, done }: TakeBackFormProps) => {
  const [store, chooseStore] = useDeskStore();
  const form = useTakeBack(order, store, named, done);
  const { draft, change } = form;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        form.take();
      }}
    >
      <ExpectedOffers
        order={order}
        taking={draft.returnId}
        take={(expected) => change(() => draftFor(expected))}
      />
      <Announced form={form} />
      <Panel title={t('What came back')} flush>
        <ul>
          {goneLines(order).map((line) => (
            <LineEntry key={line.lineId} order={order} line={line} draft={draft} change={change} />
          ))}
        </ul>
      </Panel>
      <StoreSelect place={store} choose={chooseStore} size="md" />
      <Textarea
        label={t('Note')}
        size="md"
        autosize
        maxLength={300}
        value={draft.note}
        onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, note: value }))}
      />
      <Foot form={form} />
    </form>
  );
};
