import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OrderLine } from '../api/order.ts';
import { linesFound } from './linesFound.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

interface FoundLinesProps {
  readonly lines: readonly OrderLine[];
  /** So many are shown at first; fewer need not be looked through. */
  readonly most: number;
  /** How many more are shown when they are asked for; the rest when left out. */
  readonly step?: number;
  /** Those that are shown whatever is looked for. */
  readonly keeps?: (line: OrderLine) => boolean;
  readonly children: (shown: readonly OrderLine[]) => ReactNode;
}

/** Of a long order the first lines, those that are looked for, and the way to the others. */
export const FoundLines = ({
  lines,
  most,
  step = Infinity,
  keeps = () => false,
  children,
}: FoundLinesProps) => {
  const [typed, setTyped] = useState('');
  const [bound, setBound] = useState(most);
  const found = linesFound(lines, typed);
  const first = new Set(found.slice(0, bound));
  const rest = found.length - first.size;
  const shown = lines.filter((line) => first.has(line) || keeps(line));
  return (
    <>
      {lines.length > most && (
        <div className={styles.find} role="search" aria-label={t('Lines')}>
          <TextInput
            size="xs"
            label={t('Name or SKU')}
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
          <span role="status" className="quiet">
            {t('{lines} of {found} are shown', { lines: first.size, found: found.length })}
          </span>
          {rest > 0 && (
            <Button size="xs" variant="default" onClick={() => setBound(bound + step)}>
              {rest > step ? t('Show {rest} more', { rest: step }) : t('Show all')}
            </Button>
          )}
        </div>
      )}
      {shown.length > 0 && children(shown)}
      {found.length === 0 && lines.length > 0 && (
        <p className={styles.empty}>{t('No line has these words.')}</p>
      )}
    </>
  );
};
