import { CloseButton, Textarea } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { Order } from '../../api/order.ts';
import { AddedLines } from './AddedLines.tsx';
import styles from './Change.module.css';
import { ChangeFoot } from './ChangeFoot.tsx';
import type { EntryProps } from './entryProps.ts';
import { LineEntries } from './LineEntries.tsx';
import { OrderEntries } from './OrderEntries.tsx';
import { useDraft } from './useDraft.ts';
import { useLeaving } from './useLeaving.ts';
import { t } from '../../words/words.ts';

interface ChangePanelProps {
  readonly order: Order;
  /** Closes the draft, and whether the order was changed by it. */
  readonly close: (isMade: boolean) => void;
}

interface EntriesProps extends EntryProps {
  readonly order: Order;
}

const Entries = ({ order, ...entries }: EntriesProps) => (
  <div className={styles.entries}>
    <LineEntries order={order} {...entries} />
    <AddedLines currency={order.currency} {...entries} />
    <OrderEntries order={order} {...entries} />
    <div className={styles.item}>
      <Textarea
        label={t('Reason of the change')}
        size="xs"
        autosize
        maxLength={300}
        value={entries.draft.reason}
        onChange={({ currentTarget: { value } }) => entries.change((now) => ({ ...now, reason: value }))}
      />
    </div>
  </div>
);

/** A change of the order, drafted beside it: what is entered, what would come of it, and the way to make it. */
export const ChangePanel = ({ order, close }: ChangePanelProps) => {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useDraft(order, () => close(true));
  const { draft, change, reasons, isTouched } = form;
  const { leave, onKeyDown, asked } = useLeaving({ isTouched, close: () => close(false), heading });
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.panel} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles.title}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {t('Change order {number}', { number: order.number })}
        </h2>
        <CloseButton size="sm" aria-label={t('Close the draft')} onClick={leave} />
      </div>
      <div className={styles.form}>
        <Entries order={order} draft={draft} change={change} reasons={reasons} />
        <ChangeFoot order={order} form={form} leaving={asked} />
      </div>
    </section>
  );
};
