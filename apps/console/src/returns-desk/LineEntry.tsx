import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Order, OrderLine } from '../api/order.ts';
import type { Disposition } from '../api/take-back.ts';
import { backInWords, canComeBack } from './backUnits.ts';
import {
  type Draft,
  dispositions,
  entryOf,
  hasOtherCondition,
  unitsIn,
  withCondition,
  withPart,
  withReason,
} from './draft.ts';
import { SerialsInput } from './SerialsInput.tsx';
import { ReasonSelect } from './ReasonSelect.tsx';
import styles from './ReturnsDesk.module.css';
import { Stepper } from './Stepper.tsx';
import { t, within } from '../words/words.ts';

type Change = (next: (draft: Draft) => Draft) => void;

interface LineProps {
  readonly order: Order;
  readonly line: OrderLine;
  readonly draft: Draft;
  readonly change: Change;
}

/** A line by its name, with what came back of it already, and what is entered about it. */
export const LineItem = ({
  order,
  line,
  children,
}: Pick<LineProps, 'order' | 'line'> & { readonly children?: ReactNode }) => (
  <li className={styles.line}>
    <div role="group" aria-label={line.name ?? line.sku} className={styles.entry}>
      <div>
        <div className={styles.name}>{line.name ?? line.sku}</div>
        <div className="quiet">
          {[line.name && line.sku, backInWords(order, line)].filter(Boolean).join(' · ')}
        </div>
      </div>
      {children}
    </div>
  </li>
);

const Parts = ({ line, draft, change }: Omit<LineProps, 'order'>) => {
  const { lineId, quantities } = line;
  const entry = entryOf(draft, lineId);
  const left = canComeBack(quantities) - unitsIn(entry);
  const name = line.name ?? line.sku;
  return entry.parts.map(({ units, disposition, serials }, index) => (
    <div key={index} className={styles.part}>
      <Stepper
        name={index === 0 ? name : `${name}, ${within(dispositions[disposition])}`}
        units={units}
        most={Math.max(0, units + left)}
        set={(next) => change((now) => withPart(now, lineId, index, { units: next }))}
      />
      {unitsIn(entry) + index > 0 && (
        <NativeSelect
          className={styles.disposition ?? ''}
          label={t('What becomes of it')}
          size="md"
          data={Object.entries(dispositions).map(([value, label]) => ({ value, label }))}
          value={disposition}
          onChange={({ currentTarget: { value } }) =>
            change((now) => withPart(now, lineId, index, { disposition: value as Disposition }))
          }
        />
      )}
      {units > 0 && line.serials !== undefined && (
        <SerialsInput
          of={index === 0 ? undefined : within(dispositions[disposition])}
          typed={serials}
          type={(typed) => change((now) => withPart(now, lineId, index, { serials: typed }))}
        />
      )}
    </div>
  ));
};

/** What comes back of a line: units by condition, and for what. */
export const LineEntry = ({ order, line, draft, change }: LineProps) => {
  const { lineId, quantities } = line;
  const entry = entryOf(draft, lineId);
  const units = unitsIn(entry);
  const can = canComeBack(quantities);
  if (can === 0 && units === 0)
    return (
      <LineItem order={order} line={line}>
        <p className="quiet">{t('All of it is back.')}</p>
      </LineItem>
    );
  return (
    <LineItem order={order} line={line}>
      <p>{t('{can, plural, one {1 can come back} other {{can} can come back}}', { can })}</p>
      <Parts line={line} draft={draft} change={change} />
      {units > 0 && (
        <ReasonSelect
          reason={entry.reason}
          choose={(reason) => change((now) => withReason(now, lineId, reason))}
        />
      )}
      {units > 0 && units < can && hasOtherCondition(entry) && (
        <Button
          className={styles.split ?? ''}
          variant="default"
          size="sm"
          aria-label={t('Others are in another condition: {name}', { name: line.name ?? line.sku })}
          onClick={() => change((now) => withCondition(now, lineId))}
        >
          {t('Others are in another condition')}
        </Button>
      )}
    </LineItem>
  );
};
