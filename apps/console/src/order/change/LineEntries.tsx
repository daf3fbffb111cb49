import { Button, TextInput } from '@mantine/core';
import { memo } from 'react';
import type { Order, OrderLine } from '../../api/order.ts';
import { FoundLines } from '../FoundLines.tsx';
import { openUnits } from '../openUnits.ts';
import { whereabouts } from '../whereabouts.ts';
import { AttributeFields } from './AttributeFields.tsx';
import styles from './Change.module.css';
import { isOtherPrice, placeOfLine } from './changes.ts';
import { type LineEntry, asItIs, swapped, takenOut, wantedNow, wayNow, withLine } from './draft.ts';
import type { EntryProps } from './entryProps.ts';
import { Reasons } from './Reasons.tsx';
import { UnitFields } from './UnitFields.tsx';
import { WayFields } from './WayFields.tsx';
import { t } from '../../words/words.ts';

interface LineProps {
  readonly line: OrderLine;
  readonly currency: string;
  readonly entry: LineEntry | undefined;
  readonly set: (part: Partial<LineEntry>) => void;
}

const Fields = ({ line, currency, entry = {}, set }: LineProps) => {
  const isOther = isOtherPrice(line, entry.unitPrice);
  return (
    <div className={styles.fields}>
      <UnitFields
        quantity={'quantity' in entry ? entry.quantity : wantedNow(line)}
        unitPrice={entry.unitPrice ?? line.unitPrice}
        currency={currency}
        setQuantity={(quantity) => set({ quantity })}
        setPrice={(unitPrice) => set({ unitPrice })}
      />
      <WayFields
        way={entry.way ?? wayNow(line)}
        choose={(way) => set({ way })}
        disabled={openUnits(line.quantities) === 0}
      />
      <AttributeFields
        on="line"
        entered={entry.attributes}
        known={line.attributes}
        set={(attributes) => set({ attributes })}
      />
      {isOther && (
        <TextInput
          className={styles.wide ?? ''}
          label={t('Why another price')}
          size="xs"
          required
          maxLength={300}
          value={entry.priceReason ?? ''}
          onChange={({ currentTarget: { value } }) => set({ priceReason: value })}
        />
      )}
    </div>
  );
};

interface ActionsProps {
  readonly line: OrderLine;
  readonly isOut: boolean;
  readonly change: EntryProps['change'];
}

/** Taking out and putting back are one button: whoever pressed it keeps the focus. */
const Actions = ({ line, isOut, change }: ActionsProps) => {
  const name = line.name ?? line.sku;
  const action = { size: 'compact-xs', variant: 'subtle' } as const;
  if (openUnits(line.quantities) === 0) return null;
  return (
    <>
      {!isOut && (
        <Button
          {...action}
          aria-label={t('Swap {name}', { name })}
          onClick={() => change((draft) => swapped(draft, line))}
        >
          {t('Swap')}
        </Button>
      )}
      <Button
        {...action}
        color={isOut ? 'river' : 'red'}
        aria-label={`${isOut ? t('Put back') : t('Take out')} ${name}`}
        onClick={() => change((draft) => (isOut ? asItIs : takenOut)(draft, line.lineId))}
      >
        {isOut ? t('Put back') : t('Take out')}
      </Button>
    </>
  );
};

interface LineItemProps {
  readonly line: OrderLine;
  readonly currency: string;
  readonly entry: LineEntry | undefined;
  readonly change: EntryProps['change'];
}

/** Drawn anew only where something of this line differs: an order may have two thousand. */
const LineItem = memo(({ line, currency, entry, change }: LineItemProps) => {
  const isOut = entry?.isOut === true;
  return (
    <>
      <div className={styles.head}>
        <div>
          <div className={isOut ? styles.out : styles.name}>{line.name ?? line.sku}</div>
          <div className="quiet">
            {[line.name && line.sku, whereabouts(line.quantities)].filter(Boolean).join(' · ')}
          </div>
        </div>
        <div className={styles.actions}>
          <Actions line={line} isOut={isOut} change={change} />
        </div>
      </div>
      {isOut ? (
        <p className="quiet">{t('Taken out.')}</p>
      ) : (
        <Fields
          line={line}
          currency={currency}
          entry={entry}
          set={(part) => change((draft) => withLine(draft, line.lineId, part))}
        />
      )}
    </>
  );
});
LineItem.displayName = 'LineItem';

/** Lines with their fields, which are slow to draw: so many at a time. */
const many = 20;

/** The lines of the order, as they are to be; those that were changed or lack something stay in sight. */
export const LineEntries = ({ order, draft, change, reasons }: EntryProps & { readonly order: Order }) => (
  <FoundLines
    lines={order.lines.filter((line) => wantedNow(line) > 0)}
    most={many}
    step={many}
    keeps={({ lineId }) => draft.lines[lineId] !== undefined || reasons.has(placeOfLine(lineId))}
  >
    {(lines) => (
      <ul>
        {lines.map((line) => (
          <li key={line.lineId} className={styles.item}>
            <div role="group" aria-label={line.name ?? line.sku} className={styles.entry}>
              <LineItem
                line={line}
                currency={order.currency}
                entry={draft.lines[line.lineId]}
                change={change}
              />
              <Reasons of={reasons.get(placeOfLine(line.lineId))} />
            </div>
          </li>
        ))}
      </ul>
    )}
  </FoundLines>
);
