import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useReceipt } from '../api/withdrawals.ts';
import { Answer } from '../look/Answer.tsx';
import styles from './Withdrawals.module.css';
import { t } from '../words/words.ts';

interface ReceiptProps {
  readonly orderId: string;
  readonly withdrawalId: string;
  /** It was given a moment ago: whoever recorded it reads it next. */
  readonly isNew: boolean;
}

/** The receipt of a withdrawal in words, to be printed or sent. */
export const Receipt = ({ orderId, withdrawalId, isNew }: ReceiptProps) => {
  const receipt = useReceipt(orderId, withdrawalId);
  const reading = useCallback(
    (text: HTMLPreElement | null) => {
      if (isNew) text?.focus();
    },
    [isNew],
  );
  return (
    <Answer of={receipt} rows={6}>
      {({ text }) => (
        <>
          <pre ref={reading} tabIndex={-1} className={styles.receipt}>
            {text}
          </pre>
          <div className={styles.actions}>
            <Button
              size="xs"
              variant="default"
              aria-label={t('Print the receipt of {withdrawalId}', { withdrawalId })}
              onClick={() => window.print()}
            >
              {t('Print')}
            </Button>
          </div>
        </>
      )}
    </Answer>
  );
};
