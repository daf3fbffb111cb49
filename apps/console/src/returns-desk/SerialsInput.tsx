import { TextInput } from '@mantine/core';
import styles from './ReturnsDesk.module.css';
import { t } from '../words/words.ts';

interface SerialsInputProps {
  /** What it is about beside the line, where one line has several of them. */
  readonly of?: string | undefined;
  readonly typed: string;
  readonly type: (typed: string) => void;
}

/** The serial numbers of what comes back, as they are read or scanned. */
export const SerialsInput = ({ of, typed, type }: SerialsInputProps) => (
  <TextInput
    className={styles.serials ?? ''}
    label={of === undefined ? t('Serial numbers') : t('Serial numbers, {of}', { of })}
    description={t(
      'As they stand on the goods, with commas between them. Leave it empty where there is none.',
    )}
    size="md"
    autoComplete="off"
    maxLength={2_000}
    value={typed}
    onChange={({ currentTarget: { value } }) => type(value)}
    onKeyDown={(event) => {
      // A scanner ends with Enter: that must not take the goods back yet.
      if (event.key === 'Enter') event.preventDefault();
    }}
  />
);
