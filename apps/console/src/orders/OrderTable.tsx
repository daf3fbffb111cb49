import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { OrderSummary } from '../api/orders.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { Tag } from '../look/Mark.tsx';
import { roomy, Table } from '../look/Table.tsx';
import styles from './OrderTable.module.css';
import { FoundIn } from './FoundIn.tsx';
import { StatusMark } from './StatusMark.tsx';
import { buyerOf, orderPath, placesOf } from './summary.ts';
import { t } from '../words/words.ts';

const headings = (): ComponentProps<typeof Table>['head'] => {
  const zone = zoneName(new Date().toISOString());
  return [
    { label: t('Order') },
    { label: t('Status') },
    { label: t('Channel'), room: 'middle' },
    { label: t('Customer') },
    { label: t('Locations'), room: 'wide' },
    { label: t('Units'), numeric: true, room: 'middle' },
    { label: t('Total'), numeric: true },
    { label: t('Placed ({zone})', { zone }), numeric: true },
    { label: t('Updated ({zone})', { zone }), numeric: true, room: 'wide' },
  ];
};

const Row = ({ order, places }: { readonly order: OrderSummary; readonly places: string }) => (
  <tr className={styles.row}>
    <th scope="row" className="nowrap">
      <Link to={orderPath(order.orderId)} className={styles.link} data-row-link>
        {order.number}
      </Link>
      <span className={styles.tags}>
        {order.kind === 'sale' && <Tag>{t('sale')}</Tag>}
        {order.imported === true && <Tag>{t('imported')}</Tag>}
      </span>
      <FoundIn {...order} />
    </th>
    <td>
      <StatusMark status={order.status} />
    </td>
    <td className={roomy.middle}>{order.channel}</td>
    <td className={styles.clip}>{buyerOf(order)}</td>
    <td className={`${roomy.wide} ${styles.clip}`} title={places}>
      {places}
    </td>
    <td className={`numeric ${roomy.middle}`}>{order.units}</td>
    <td className="numeric nowrap">{formatMoney(order.total, order.currency)}</td>
    <td className="numeric">
      <Moment at={order.placedAt} brief />
    </td>
    <td className={`numeric quiet ${roomy.wide}`}>
      <Moment at={order.updatedAt} brief />
    </td>
  </tr>
);

export const OrderTable = ({ rows }: { readonly rows: readonly OrderSummary[] }) => {
  const nameOf = useLocationName();
  return (
    <Table caption={t('Orders, latest first')} head={headings()}>
      {rows.map((order) => (
        <Row key={order.orderId} order={order} places={placesOf(order, nameOf)} />
      ))}
    </Table>
  );
};
