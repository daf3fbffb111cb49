import { Button } from '@mantine/core';
import type { Order } from '../api/order.ts';
import type { ExpectedReturn } from '../api/take-back.ts';
import { ExpectedFacts } from './ExpectedFacts.tsx';
import styles from './ReturnsDesk.module.css';
import { t } from '../words/words.ts';

interface OffersProps {
  readonly order: Order;
  /** The one that is being taken back. */
  readonly taking: string | undefined;
  readonly take: (expected: ExpectedReturn) => void;
}

/** Returns that are expected, each to be taken back as it was announced. */
export const ExpectedOffers = ({ order, taking, take }: OffersProps) => {
  const others = (order.expectedReturns ?? []).filter(({ returnId }) => returnId !== taking);
  if (others.length === 0) return null;
  return (
    <ul aria-label={t('Expected returns')} className={styles.offers}>
      {others.map((expected) => (
        <li key={expected.returnId} className={styles.offer}>
          <ExpectedFacts order={order} expected={expected} />
          <Button variant="light" size="md" onClick={() => take(expected)}>
            {t('{returnId}, expected: take it back', { returnId: expected.returnId })}
          </Button>
        </li>
      ))}
    </ul>
  );
};
