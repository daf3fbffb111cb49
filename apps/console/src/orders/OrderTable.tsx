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

const headings = (): ComponentProps<typeof Table>['head'] => {
  const zone = zoneName(new Date().toISOString());
  return [
    { label: 'Order' },
    { label: 'Status' },
    { label: 'Channel', room: 'middle' },
    { label: 'Customer' },
    { label: 'Locations', room: 'wide' },
    { label: 'Units', numeric: true, room: 'middle' },
    { label: 'Total', numeric: true },
    { label: `Placed (${zone})`, numeric: true },
    { label: `Updated (${zone})`, numeric: true, room: 'wide' },
  ];
};

const Row = ({ order, places }: { readonly order: OrderSummary; readonly places: string }) => (
  <tr className={styles.row}>
    <th scope="row" className="nowrap">
      <Link to={orderPath(order.orderId)} className={styles.link} data-row-link>
        {order.number}
      </Link>
      <span className={styles.tags}>
        {order.kind === 'sale' && <Tag>sale</Tag>}
        {order.imported === true && <Tag>imported</Tag>}
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
    <Table caption="Orders, latest first" head={headings()}>
      {rows.map((order) => (
        <Row key={order.orderId} order={order} places={placesOf(order, nameOf)} />
      ))}
    </Table>
  );
};
