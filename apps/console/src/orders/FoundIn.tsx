import type { OrderSummary } from '../api/orders.ts';
import styles from './FoundIn.module.css';
import { markedParts, namesOfFound } from './found.ts';

/** Why an order was found: where on it the words stand, as far as the row does not show it anyway. */
export const FoundIn = ({ found = [] }: Pick<OrderSummary, 'found'>) => {
  const told = found.filter((each) => each.in !== 'number').slice(0, 2);
  if (told.length === 0) return null;
  return (
    <span className={styles.found}>
      {told.map((each) => (
        <span key={each.text} className={styles.place} title={each.text}>
          {namesOfFound[each.in]}{' '}
          {markedParts(each).map(({ text, isMarked }, at) =>
            isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </span>
      ))}
    </span>
  );
};
