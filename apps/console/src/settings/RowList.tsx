import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import type { Fault } from '../api/problem.ts';
import { faultAt } from './faults.ts';
import { type Row, type Rows, withChanged, withMoved, withRow, withoutRow } from './rows.ts';
import styles from './Settings.module.css';
import { t } from '../words/words.ts';

/** What the fields of one entry need. */
export interface RowEntry<T> {
  readonly row: Row<T>;
  readonly set: (part: Partial<T>) => void;
  /** What was wrong with a part of it when it was sent. */
  readonly fault: (part: string) => string | undefined;
}

interface RowListProps<T> {
  readonly rows: Rows<T>;
  readonly sent: Rows<T> | undefined;
  readonly faults: readonly Fault[];
  /** JSON pointer of the list in the document. */
  readonly pointer: string;
  readonly change: (next: (rows: Rows<T>) => Rows<T>) => void;
  readonly blank: T;
  /** What one is called that has no name yet: "New attribute". */
  readonly fresh: string;
  /** "Add an attribute". */
  readonly add: string;
  readonly nameOf: (entry: T) => string;
  /** Where their order counts: each may be moved. */
  readonly isOrdered?: boolean;
  readonly children: (entry: RowEntry<T>) => ReactNode;
}

interface DoingsProps {
  readonly name: string;
  readonly move: ((by: -1 | 1) => void) | undefined;
  readonly takeAway: () => void;
}

/** What may be done with one entry as a whole. */
const Doings = ({ name, move, takeAway }: DoingsProps) => {
  const look = { size: 'compact-xs', variant: 'subtle' } as const;
  return (
    <span>
      {move && (
        <>
          <Button {...look} aria-label={t('Earlier: {name}', { name })} onClick={() => move(-1)}>
            {t('Earlier')}
          </Button>
          <Button {...look} aria-label={t('Later: {name}', { name })} onClick={() => move(1)}>
            {t('Later')}
          </Button>
        </>
      )}
      <Button {...look} color="red" aria-label={t('Take away {name}', { name })} onClick={takeAway}>
        {t('Take away')}
      </Button>
    </span>
  );
};

/** Entries of a document, each with its fields and a way to take it away, and the way to one more. */
export const RowList = <T,>(props: RowListProps<T>) => {
  const {
    rows,
    sent,
    faults,
    pointer,
    change,
    blank,
    fresh,
    add,
    nameOf,
    isOrdered = false,
    children,
  } = props;
  const adding = useRef<HTMLButtonElement>(null);
  const fault = (key: number, part: string) => {
    const place = sent?.findIndex((row) => row.key === key) ?? -1;
    return place < 0 ? undefined : faultAt(faults, `${pointer}/${place}/${part}`);
  };
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => {
          const name = row.isNew ? fresh : nameOf(row);
          return (
            <li key={row.key}>
              <div role="group" aria-label={name} className={styles.row}>
                <div className={styles.head}>
                  <span className={styles.name}>{name}</span>
                  <Doings
                    name={name}
                    move={isOrdered ? (by) => change((now) => withMoved(now, row.key, by)) : undefined}
                    takeAway={() => {
                      change((now) => withoutRow(now, row.key));
                      // What was pressed is gone with its entry; the focus stays near.
                      adding.current?.focus();
                    }}
                  />
                </div>
                <div className={styles.fields}>
                  {children({
                    row,
                    set: (part) => change((now) => withChanged(now, row.key, part)),
                    fault: (part) => fault(row.key, part),
                  })}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      <div>
        <Button ref={adding} size="xs" variant="default" onClick={() => change((now) => withRow(now, blank))}>
          {add}
        </Button>
      </div>
    </>
  );
};
