import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './FirstOf.module.css';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

interface FirstOfProps<T> {
  readonly items: readonly T[];
  /** So many are shown at first. */
  readonly most: number;
  readonly children: (item: T) => ReactNode;
}

/** The first of what may be many, and the way to the others. */
export const FirstOf = <T,>({ items, most, children }: FirstOfProps<T>) => {
  const [isAll, showAll] = useState(false);
  const shown = isAll ? items : items.slice(0, most);
  const rest = items.length - shown.length;
  return (
    <>
      {shown.map(children)}
      {rest > 0 && (
        <span className={styles.rest}>
          <Button variant="subtle" size="compact-xs" onClick={() => showAll(true)}>
            {t('Show {rest} more', { rest: formatCount(rest) })}
          </Button>
        </span>
      )}
    </>
  );
};
