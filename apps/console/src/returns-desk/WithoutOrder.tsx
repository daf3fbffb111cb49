import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { UnmatchedReturn } from '../api/take-back.ts';
import { formatMoney } from '../figures/money.ts';
import { BlindForm } from './BlindForm.tsx';
import { waysToGive } from './blind.ts';
import { dispositions } from './draft.ts';
import styles from './ReturnsDesk.module.css';
import { t, within } from '../words/words.ts';

interface TakenProps {
  readonly answer: UnmatchedReturn;
  readonly next: () => void;
}

const TakenBlind = ({ answer, next }: TakenProps) => {
  const { returnId, lines, refund, currency, givenAs } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.taken} aria-label={t('Taken back')}>
      <h2 ref={heading} tabIndex={-1} className={styles.takenTitle}>
        {t('{returnId} was taken back without an order', { returnId })}
      </h2>
      <ul>
        {lines.map(({ sku, name, quantity, disposition }) => (
          <li key={sku}>
            {quantity} × {name ?? sku} – {within(dispositions[disposition])}
          </li>
        ))}
      </ul>
      {refund > 0 && (
        <dl className={styles.money}>
          <div>
            <dt>
              {t('Given{givenAs}', {
                givenAs: givenAs !== undefined && ` (${within(waysToGive[givenAs] ?? givenAs)})`,
              })}
            </dt>
            <dd>{formatMoney(refund, currency)}</dd>
          </div>
        </dl>
      )}
      <Button size="md" onClick={next}>
        {t('Next return')}
      </Button>
    </section>
  );
};

/** Goods at the desk whose order nobody finds. */
export const WithoutOrder = ({ next }: Pick<TakenProps, 'next'>) => {
  const [answer, setAnswer] = useState<UnmatchedReturn>();
  return (
    <div className={styles.order}>
      {answer === undefined ? (
        <>
          <h2 className={styles.number}>{t('Without an order')}</h2>
          <BlindForm done={setAnswer} />
        </>
      ) : (
        <TakenBlind answer={answer} next={next} />
      )}
    </div>
  );
};
