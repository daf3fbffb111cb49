import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { UnmatchedReturn } from '../api/take-back.ts';
import { formatMoney } from '../figures/money.ts';
import { BlindForm } from './BlindForm.tsx';
import { waysToGive } from './blind.ts';
import { dispositions } from './draft.ts';
import styles from './ReturnsDesk.module.css';

interface TakenProps {
  readonly answer: UnmatchedReturn;
  readonly next: () => void;
}

const TakenBlind = ({ answer, next }: TakenProps) => {
  const { returnId, lines, refund, currency, givenAs } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.taken} aria-label="Taken back">
      <h2 ref={heading} tabIndex={-1} className={styles.takenTitle}>
        {returnId} was taken back without an order
      </h2>
      <ul>
        {lines.map(({ sku, name, quantity, disposition }) => (
          <li key={sku}>
            {quantity} × {name ?? sku} – {dispositions[disposition].toLowerCase()}
          </li>
        ))}
      </ul>
      {refund > 0 && (
        <dl className={styles.money}>
          <div>
            <dt>Given{givenAs !== undefined && ` (${(waysToGive[givenAs] ?? givenAs).toLowerCase()})`}</dt>
            <dd>{formatMoney(refund, currency)}</dd>
          </div>
        </dl>
      )}
      <Button size="md" onClick={next}>
        Next return
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
          <h2 className={styles.number}>Without an order</h2>
          <BlindForm done={setAnswer} />
        </>
      ) : (
        <TakenBlind answer={answer} next={next} />
      )}
    </div>
  );
};
