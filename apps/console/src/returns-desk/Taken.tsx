import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type Order, readOrder } from '../api/order.ts';
import type { ExchangeAnswer, ReturnAnswer } from '../api/take-back.ts';
import { formatMoney } from '../figures/money.ts';
import { itemName } from '../order/itemName.ts';
import { orderPath } from '../orders/summary.ts';
import { dispositions } from './draft.ts';
import { ExchangeForm, Settled } from './ExchangeForm.tsx';
import styles from './ReturnsDesk.module.css';
import { t, within } from '../words/words.ts';

/** Whether the order's page tells of a return already; one that is not listed counts as told. */
const tellsOf = (order: Order | undefined, returnId: string): boolean =>
  order !== undefined &&
  ((order.more?.returns ?? 0) > 0 || order.returns.some((one) => one.returnId === returnId));

/** What is owed to the customer once the order's page tells of the return, which it does a moment later. */
const useOwed = (orderId: string, returnId: string): number | undefined => {
  const { data } = useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => readOrder(orderId, signal),
    refetchInterval: ({ state }) => (tellsOf(state.data, returnId) ? false : 500),
  });
  return data !== undefined && tellsOf(data, returnId) ? Math.max(0, -data.money.owed) : undefined;
};

interface ExchangingProps {
  readonly order: Order;
  readonly returnId: string;
  /** To the customer now, in minor units. */
  readonly owed: number;
}

/** Other goods for what came back, where somebody wants them. */
const Exchanging = ({ order, returnId, owed }: ExchangingProps) => {
  // What was owed before it: an exchange uses it up, and says itself what is left.
  const [before, ask] = useState<number>();
  const [answer, setAnswer] = useState<ExchangeAnswer>();
  if (answer !== undefined)
    return (
      <div role="status">
        <p>{t('Other goods went out.')}</p>
        <Settled balance={{ ...answer, exchanged: answer.amount }} currency={order.currency} />
        <Link to={orderPath(answer.exchangedFor)}>
          {t('Order {exchangedFor}', { exchangedFor: answer.exchangedFor })}
        </Link>
      </div>
    );
  if (before !== undefined)
    return <ExchangeForm order={order} returnId={returnId} owed={before} done={setAnswer} />;
  if (owed === 0) return null;
  return (
    <Button size="md" variant="default" onClick={() => ask(owed)}>
      {t('Exchange for other goods')}
    </Button>
  );
};

interface TakenProps {
  readonly order: Order;
  readonly answer: ReturnAnswer;
  /** Takes back more of the same order. */
  readonly more: () => void;
  readonly next: () => void;
}

/** What was taken back, what is credited for it, and what the customer is owed now. */
export const Taken = ({ order, answer, more, next }: TakenProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const owed = useOwed(order.orderId, answer.returnId);
  const show = (minor: number) => formatMoney(minor, order.currency);
  return (
    <section className={styles.taken} aria-label={t('Taken back')}>
      <h2 ref={heading} tabIndex={-1} className={styles.takenTitle}>
        {t('{returnId} was taken back', { returnId: answer.returnId })}
      </h2>
      <ul>
        {answer.lines.map((line, index) => (
          <li key={`${line.lineId} ${index}`}>
            {line.quantity} × {itemName(order, line)}
            {line.disposition !== undefined && ` – ${within(dispositions[line.disposition])}`}
          </li>
        ))}
      </ul>
      <div role="status">
        <dl className={styles.money}>
          <div>
            <dt>{t('Credited')}</dt>
            <dd>{show(answer.worth ?? 0)}</dd>
          </div>
          <div>
            <dt>{t('Owed to the customer now')}</dt>
            <dd>{owed === undefined ? '…' : show(owed)}</dd>
          </div>
        </dl>
      </div>
      <Exchanging order={order} returnId={answer.returnId} owed={owed ?? 0} />
      <Button size="md" onClick={next}>
        {t('Next return')}
      </Button>
      <Button size="md" variant="default" onClick={more}>
        {t('More of this order came back')}
      </Button>
      <Link to={orderPath(order.orderId)}>{t('Order {number}', { number: order.number })}</Link>
    </section>
  );
};
