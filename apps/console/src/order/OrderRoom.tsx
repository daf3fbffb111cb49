import { Link, useLocation } from 'react-router';
import type { Order } from '../api/order.ts';
import { Answer } from '../look/Answer.tsx';
import { Page } from '../shell/Page.tsx';
import { wordsOf } from '../orders/status.ts';
import { orderIdIn } from '../orders/summary.ts';
import { CustomerPanel } from './CustomerPanel.tsx';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { FulfilmentsPanel } from './FulfilmentsPanel.tsx';
import { HoldForm } from './HoldForm.tsx';
import { HoldsPanel } from './HoldsPanel.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { MoneyPanel } from './MoneyPanel.tsx';
import { OrderHeader } from './OrderHeader.tsx';
import styles from './OrderRoom.module.css';
import { PaymentsPanel } from './PaymentsPanel.tsx';
import { PickupDecision } from './PickupDecision.tsx';
import { ReturnsPanel } from './ReturnsPanel.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { useOrder } from './useOrder.ts';
import { WaitingNote } from './WaitingNote.tsx';

const OrderBody = ({ order }: { readonly order: Order }) => (
  <>
    <OrderHeader order={order} />
    <p
      className="visually-hidden"
      role="status"
    >{`Order ${order.number} is ${wordsOf(order.status).toLowerCase()}.`}</p>
    <WaitingNote order={order} />
    <HoldsPanel order={order} />
    <PickupDecision order={order} />
    <div className={styles.columns}>
      <div className={styles.column}>
        <LinesPanel order={order} />
        <FulfilmentsPanel order={order} />
        <DecisionsPanel order={order} />
        <ReturnsPanel order={order} />
        <TimelinePanel orderId={order.orderId} />
      </div>
      <div className={styles.column}>
        <MoneyPanel order={order} />
        <CustomerPanel order={order} />
        <HoldForm order={order} />
        <PaymentsPanel order={order} />
      </div>
    </div>
  </>
);

const OrderRoom = () => {
  const order = useOrder(orderIdIn(useLocation().pathname));
  const title =
    order.data === undefined
      ? 'Order'
      : `${order.data.kind === 'sale' ? 'Sale' : 'Order'} ${order.data.number}`;
  return (
    <Page
      title={title}
      above={
        <nav aria-label="Breadcrumb" className={styles.back}>
          <Link to="/orders">Orders</Link>
        </nav>
      }
    >
      <Answer of={order} rows={12}>
        {(data) => <OrderBody order={data} />}
      </Answer>
    </Page>
  );
};

export default OrderRoom;
