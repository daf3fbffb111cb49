import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { IssuedKey } from '../api/keys.ts';
import { Panel } from '../look/Panel.tsx';
import styles from './Admin.module.css';
import { t } from '../words/words.ts';

const words = {
  copied: t('Copied.'),
  // The clipboard is not there where the console is served without TLS.
  chosen: t('It could not be copied here: it is marked, copy it by the keyboard.'),
  no: '',
};

/** A key that was just made: to be copied now, since it is not shown again. */
export const Secret = ({
  of: { key, name },
  done,
}: {
  readonly of: IssuedKey;
  readonly done: () => void;
}) => {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<keyof typeof words>('no');
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(key);
      setCopied('copied');
    } catch {
      field.current?.select();
      setCopied('chosen');
    }
  };
  return (
    <Panel title={t('The key of {name}', { name })}>
      <div className={styles.form}>
        <TextInput
          ref={field}
          label={t('Key')}
          description={t('Shown only now. Give it to whoever is to hold it, and to nobody else.')}
          readOnly
          value={key}
          autoComplete="off"
          spellCheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <div className={styles.actions}>
          <Button size="xs" onClick={() => void copy()}>
            {t('Copy')}
          </Button>
          <Button size="xs" variant="default" onClick={done}>
            {t('I have it')}
          </Button>
          <span role="status" className="quiet">
            {words[copied]}
          </span>
        </div>
      </div>
    </Panel>
  );
};
