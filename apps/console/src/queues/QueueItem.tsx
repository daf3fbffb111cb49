import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { OrderSummary } from '../api/orders.ts';
import type { Queue } from '../api/queues.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import items from '../look/Items.module.css';
import { Tag } from '../look/Mark.tsx';
import { buyerOf, orderPath } from '../orders/summary.ts';
import styles from './Queues.module.css';
import { queueNames, whyIn } from './why.ts';
import { rich, t } from '../words/words.ts';

interface ItemProps {
  readonly queue: Queue;
  readonly order: OrderSummary;
  readonly chosen: boolean;
  /** Left out for those who may do nothing with it. */
  readonly choose?: (chosen: boolean) => void;
}

/** An order of a queue: whose, why it is here, and where it stands beside. */
export const QueueItem = ({ queue, order, chosen, choose }: ItemProps) => {
  const beside = (order.queues ?? []).filter((one) => one !== queue);
  return (
    <li className={`${items.item} ${styles.item}`}>
      {choose && (
        <Checkbox
          size="xs"
          aria-label={t('Choose {number}', { number: order.number })}
          checked={chosen}
          onChange={({ currentTarget: { checked } }) => choose(checked)}
        />
      )}
      <div className={styles.order}>
        <div className={items.between}>
          <span>
            <Link to={orderPath(order.orderId)} className={items.name}>
              {order.number}
            </Link>{' '}
            <span className="quiet">
              {order.channel} · {buyerOf(order)}
            </span>
          </span>
          <span className="numeric">{formatMoney(order.total, order.currency)}</span>
        </div>
        <div className={items.between}>
          <span>{whyIn(queue, order)}</span>
          <span className="quiet">{rich('placed {moment}', { moment: <Moment at={order.placedAt} /> })}</span>
        </div>
        {beside.length > 0 && (
          <span className={styles.tags}>
            <span className="quiet">{t('Also')}</span>
            {beside.map((one) => (
              <Tag key={one}>{queueNames[one]}</Tag>
            ))}
          </span>
        )}
      </div>
    </li>
  );
};
