import { useLocationName } from '../api/locations.ts';
import type { Order } from '../api/order.ts';
import { type ExpectedReturn, useReturnReasons } from '../api/take-back.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { itemName } from '../order/itemName.ts';
import { wordsOf } from '../orders/status.ts';
import styles from './ReturnsDesk.module.css';
import { rich, t, within } from '../words/words.ts';

interface ExpectedFactsProps {
  readonly order: Order;
  readonly expected: ExpectedReturn;
}

/** What is expected back, for what, what it is worth, where and until when. */
export const ExpectedFacts = ({ order, expected }: ExpectedFactsProps) => {
  const nameOf = useLocationName();
  const reasons = useReturnReasons();
  const { returnId, lines, worth, location, until, despite, note } = expected;
  const wordsFor = (reason: string) => reasons.find(({ code }) => code === reason)?.name ?? wordsOf(reason);
  return (
    <div className={styles.facts}>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>{returnId}</span> <span className="quiet">{t('· expected')}</span>
        </span>
        <span>{t('worth {worth}', { worth: formatMoney(worth, order.currency) })}</span>
      </div>
      {lines.map((line, index) => (
        <div key={`${line.lineId} ${index}`}>
          {line.quantity} × {itemName(order, line)} – {within(wordsFor(line.reason))}
        </div>
      ))}
      {location !== undefined && (
        <div className="quiet">{t('to {location}', { location: nameOf(location) })}</div>
      )}
      {until !== undefined && (
        <div className="quiet">{rich('until {moment}', { moment: <Moment at={until} /> })}</div>
      )}
      {despite !== undefined && (
        <div className="quiet">{t('Although its time is over: {despite}', { despite })}</div>
      )}
      {note !== undefined && <div>{note}</div>}
    </div>
  );
};
