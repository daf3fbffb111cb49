import { useState } from 'react';
import type { StockDifference, StockDifferences } from '../api/reconciliation.ts';
import { Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { DifferenceItem } from './DifferenceItem.tsx';
import styles from './Reconciliation.module.css';
import { RepairForm } from './RepairForm.tsx';
import { repairOf, summaryOf } from './words.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

/** More than a person reads; the rest is in the file that the command line prints. */
const mostShown = 200;

const keyOf = ({ row, sku, location }: StockDifference): string => `${row ?? ''} ${sku} ${location}`;

/** What differs, and what is put right of it. */
export const Differences = ({ found }: { readonly found: StockDifferences }) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = found.items.slice(0, mostShown);
  const rows = shown
    .filter((difference) => chosen.has(keyOf(difference)))
    .flatMap((difference) => repairOf(difference, found.comparedAt) ?? []);
  const choose = (key: string) => (isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, key] : [...before].filter((one) => one !== key)));
  return (
    <>
      <p role="status" className={styles.strong}>
        {summaryOf(found)}.
      </p>
      <Panel title={t('What differs')} flush>
        {shown.length === 0 ? (
          <Empty title={t('Nothing differs')}>{t('All that they say is so.')}</Empty>
        ) : (
          <ul>
            {shown.map((difference) => {
              const key = keyOf(difference);
              return (
                <DifferenceItem
                  key={key}
                  difference={difference}
                  chosen={chosen.has(key)}
                  {...(repairOf(difference, found.comparedAt) && { choose: choose(key) })}
                />
              );
            })}
          </ul>
        )}
      </Panel>
      {found.items.length > mostShown && (
        <p className="quiet">
          {t('The first {mostShown} of {items} are shown.', {
            mostShown,
            items: formatCount(found.items.length),
          })}
        </p>
      )}
      {shown.length > 0 && <RepairForm rows={rows} done={() => setChosen(new Set())} />}
    </>
  );
};
