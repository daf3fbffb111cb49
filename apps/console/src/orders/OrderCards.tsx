import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { AskedMoment } from '../api/moment.ts';
import type { OrderSummary } from '../api/orders.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { Tag } from '../look/Mark.tsx';
import styles from './OrderCards.module.css';
import { FoundIn } from './FoundIn.tsx';
import { StatusMark } from './StatusMark.tsx';
import { buyerOf, orderPath, placesOf } from './summary.ts';
import { t } from '../words/words.ts';

interface CardProps {
  readonly order: OrderSummary;
  readonly places: string;
  readonly moment: AskedMoment;
}

const Card = ({ order, places, moment }: CardProps) => (
  <li className={styles.card}>
    <div className={styles.line}>
      <Link to={orderPath(order.orderId, moment)} className={styles.link} data-row-link>
        {order.number}
      </Link>
      <span className={styles.amount}>{formatMoney(order.total, order.currency)}</span>
    </div>
    <div className={styles.line}>
      <StatusMark status={order.status} />
      <span className="quiet">
        <Moment at={order.placedAt} brief /> {zoneName(order.placedAt)}
      </span>
    </div>
    <div className={`${styles.line} quiet`}>
      <span className={styles.clip}>
        {[buyerOf(order), places].filter((part) => part !== '–').join(' · ')}
      </span>
      <span className={styles.tags}>
        <span>{order.channel}</span>
        {order.kind === 'sale' && <Tag>{t('sale')}</Tag>}
        {order.imported === true && <Tag>{t('imported')}</Tag>}
      </span>
    </div>
    <FoundIn {...order} />
  </li>
);

interface OrderCardsProps {
  readonly rows: readonly OrderSummary[];
  /** As of which the orders are shown, and led to. */
  readonly moment?: AskedMoment;
}

/** The list on a phone. */
export const OrderCards = ({ rows, moment = {} }: OrderCardsProps) => {
  const nameOf = useLocationName();
  return (
    <ul aria-label={t('Orders, latest first')}>
      {rows.map((order) => (
        <Card key={order.orderId} order={order} places={placesOf(order, nameOf)} moment={moment} />
      ))}
    </ul>
  );
};
