import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { searchBoxId } from '../shell/useSearchKey.ts';
import styles from './OrdersRoom.module.css';
import { useDelayedText } from './useDelayedText.ts';
import { t } from '../words/words.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly change: (text: string) => void;
  /** What of it cannot be read, and what may stand there. */
  readonly fault?: string | undefined;
}

export const SearchBox = ({ value, change, fault }: SearchBoxProps) => {
  const { text, type, put } = useDelayedText(value, change);
  const box = useRef<HTMLInputElement>(null);
  const { state } = useLocation() as { state: { search?: boolean } | null };
  useEffect(() => {
    if (state?.search === true) box.current?.focus();
  }, [state]);
  return (
    <TextInput
      ref={box}
      id={searchBoxId}
      type="search"
      className={styles.search}
      aria-label={t('Search orders')}
      aria-keyshortcuts="/"
      placeholder={t('Order, customer, SKU, tracking… or status:held')}
      error={fault}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      rightSection={
        text === '' ? (
          <Kbd className={styles.key ?? ''} aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton aria-label={t('Clear the search')} onClick={() => put('')} />
        )
      }
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') put('');
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-row-link]')?.focus();
        }
      }}
    />
  );
};
