import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Answer } from '../look/Answer.tsx';
import { useDelayedText } from '../orders/useDelayedText.ts';
import styles from './NewOrder.module.css';

interface FinderProps<T> {
  readonly label: string;
  readonly description: string;
  /** What is found, for those who hear the list. */
  readonly found: string;
  readonly search: (q: string, signal: AbortSignal) => Promise<{ readonly items: readonly T[] }>;
  readonly keyOf: (item: T) => string;
  readonly item: (item: T, putAway: () => void) => ReactNode;
  /** Shown where nothing was found. */
  readonly none: (q: string, putAway: () => void) => ReactNode;
}

type ResultsProps<T> = Omit<FinderProps<T>, 'description'> & {
  readonly q: string;
  readonly putAway: () => void;
};

const Results = <T,>({ q, label, found, search, keyOf, item, none, putAway }: ResultsProps<T>) => {
  const answer = useQuery({
    queryKey: ['new-order', label, q],
    queryFn: ({ signal }) => search(q, signal),
    // Who was looked for is not kept.
    gcTime: 0,
  });
  return (
    <Answer of={answer} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <div role="status" className={styles.none}>
            {none(q, putAway)}
          </div>
        ) : (
          <ul aria-label={found} className={styles.results}>
            {items.map((one) => (
              <li key={keyOf(one)}>{item(one, putAway)}</li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
};

/** A search box with what it finds below it, each of which can be taken. */
export const Finder = <T,>({ description, ...results }: FinderProps<T>) => {
  const [q, setQ] = useState('');
  const { text, type, put } = useDelayedText(q, setQ);
  const box = useRef<HTMLInputElement>(null);
  const putAway = () => {
    put('');
    // What was pressed goes with the list; the focus stays near.
    box.current?.focus();
  };
  return (
    <div role="search" aria-label={results.label} className={styles.finder}>
      <TextInput
        ref={box}
        label={results.label}
        description={description}
        type="search"
        size="sm"
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={({ currentTarget: { value } }) => type(value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') put('');
        }}
      />
      {q !== '' && <Results q={q} {...results} putAway={putAway} />}
    </div>
  );
};
