import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import { useAvailable, useProductName } from '../../api/goods.ts';
import styles from './Change.module.css';
import { placeOfAdded } from './changes.ts';
import { type AddedLine, withAdded, withJoining, withoutJoining } from './draft.ts';
import type { EntryProps } from './entryProps.ts';
import { Reasons } from './Reasons.tsx';
import { UnitFields } from './UnitFields.tsx';
import { WayFields } from './WayFields.tsx';
import { t } from '../../words/words.ts';

const availabilityInWords = (available: number | undefined): string | undefined => {
  if (available === undefined) return undefined;
  if (available === 0) return t('None can be sold now.');
  return t('{available, plural, one {1 unit can be sold now.} other {{available} units can be sold now.}}', {
    available,
  });
};

/** What is known of the good that was typed, once the person pauses. */
const Known = ({ typed }: { readonly typed: string }) => {
  const [sku] = useDebouncedValue(typed.trim(), 400);
  const name = useProductName(sku);
  const availability = availabilityInWords(useAvailable(sku));
  return (
    <p className={`quiet ${styles.wide}`} role="status">
      {sku !== '' && [name, availability].filter(Boolean).join(' · ')}
    </p>
  );
};

interface AddedProps {
  readonly line: AddedLine;
  readonly currency: string;
  readonly set: (part: Partial<AddedLine>) => void;
  readonly takeAway: () => void;
}

const Added = ({ line, currency, set, takeAway }: AddedProps) => (
  <>
    <div className={styles.head}>
      <span className={styles.name}>{t('A line that joins')}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        aria-label={t('Take away {sku}', { sku: line.sku === '' ? t('the line that joins') : line.sku })}
        onClick={takeAway}
      >
        {t('Take away')}
      </Button>
    </div>
    <div className={styles.fields}>
      <TextInput
        className={styles.wide ?? ''}
        label={t('SKU')}
        size="xs"
        required
        autoFocus
        maxLength={128}
        value={line.sku}
        onChange={({ currentTarget: { value } }) => set({ sku: value })}
      />
      <Known typed={line.sku} />
      <UnitFields
        quantity={line.quantity}
        unitPrice={line.unitPrice}
        currency={currency}
        setQuantity={(quantity) => set({ quantity })}
        setPrice={(unitPrice) => set({ unitPrice })}
      />
      <WayFields way={line.way} choose={(way) => set({ way })} />
    </div>
  </>
);

/** Lines that are to join the order, and the way to one more. */
export const AddedLines = ({ draft, change, reasons, currency }: EntryProps & { currency: string }) => {
  const adding = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ul>
        {draft.added.map((line, index) => (
          <li key={line.key} className={styles.item}>
            <div
              role="group"
              aria-label={t('Added line {index}', { index: index + 1 })}
              className={styles.entry}
            >
              <Added
                line={line}
                currency={currency}
                set={(part) => change((now) => withJoining(now, line.key, part))}
                takeAway={() => {
                  change((now) => withoutJoining(now, line.key));
                  // What was pressed is gone with its line; the focus stays near.
                  adding.current?.focus();
                }}
              />
              <Reasons of={reasons.get(placeOfAdded(line.key))} />
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.item}>
        <Button ref={adding} size="xs" variant="default" onClick={() => change((now) => withAdded(now))}>
          {t('Add a line')}
        </Button>
      </div>
    </>
  );
};
