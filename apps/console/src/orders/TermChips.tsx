import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { searchBoxId } from '../shell/useSearchKey.ts';
import styles from './OrdersRoom.module.css';
import { chipsOf } from './terms.ts';
import { t } from '../words/words.ts';

interface TermChipsProps {
  readonly q: string;
  readonly change: (q: string) => void;
}

/** What was typed, term by term; each is taken out by its button. They are read from the text, so that they say what it does. */
const TermChips = ({ q, change }: TermChipsProps) => {
  const chips = chipsOf(q);
  const list = useRef<HTMLUListElement>(null);
  const taken = useRef<number>(undefined);
  useEffect(() => {
    if (taken.current === undefined) return;
    // Whoever goes by keyboard stays where they were: at the next term, or the last.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(taken.current, buttons.length - 1)]?.focus();
    taken.current = undefined;
  }, [q]);
  return (
    <ul ref={list} className={styles.chips} aria-label={t('What is asked for')}>
      {chips.map(({ at, text, without }, index) => (
        <li key={at}>
          <Button
            size="compact-sm"
            radius="xl"
            variant="default"
            maw="100%"
            aria-label={t('Remove {text}', { text })}
            rightSection={<IconX size={14} stroke={1.8} aria-hidden />}
            onClick={() => {
              taken.current = index;
              if (without === '') document.getElementById(searchBoxId)?.focus();
              change(without);
            }}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  );
};

export default TermChips;
