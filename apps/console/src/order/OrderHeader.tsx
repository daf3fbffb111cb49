import type { ReactNode } from 'react';
import { useLocationName } from '../api/locations.ts';
import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { formatBusinessDate } from '../figures/time.ts';
import { Tag } from '../look/Mark.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export const OrderHeader = ({ order }: { readonly order: Order }) => {
  const nameOf = useLocationName();
  return (
    <dl className={styles.header}>
      <Fact name={t('Status')}>
        <StatusMark status={order.status} /> {order.imported === true && <Tag>{t('imported')}</Tag>}
      </Fact>
      <Fact name={t('Channel')}>{order.channel}</Fact>
      {order.location !== undefined && <Fact name={t('Location')}>{nameOf(order.location)}</Fact>}
      <Fact name={order.kind === 'sale' ? t('Sold') : t('Placed')}>
        <Moment at={order.placedAt} />
      </Fact>
      {order.businessDate !== undefined && (
        <Fact name={t('Business date')}>{formatBusinessDate(order.businessDate)}</Fact>
      )}
      <Fact name={t('Updated')}>
        <Moment at={order.updatedAt} />
      </Fact>
    </dl>
  );
};
