import { Alert, Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { Order } from '../api/order.ts';
import { Answer } from '../look/Answer.tsx';
import { placedInWords } from '../new-order/justPlaced.ts';
import { Page } from '../shell/Page.tsx';
import { wordsOf } from '../orders/status.ts';
import { WithdrawalsPanel } from '../withdrawal/WithdrawalsPanel.tsx';
import { orderIdIn } from '../orders/summary.ts';
import { AttributesPanel } from './AttributesPanel.tsx';
import change from './change/Change.module.css';
import { ChangePanel } from './change/ChangePanel.tsx';
import { useMayChange } from './change/mayChange.ts';
import { useChanging } from './change/useChanging.ts';
import { CancelForm } from './CancelForm.tsx';
import { CustomerPanel } from './CustomerPanel.tsx';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { FulfilmentsPanel } from './FulfilmentsPanel.tsx';
import { HoldForm } from './HoldForm.tsx';
import { HoldsPanel } from './HoldsPanel.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { MoneyPanel } from './MoneyPanel.tsx';
import { OrderHeader } from './OrderHeader.tsx';
import styles from './OrderRoom.module.css';
import { PastOrder } from './past/PastOrder.tsx';
import { usePastAddress } from './past/usePast.ts';
import { PaymentsPanel } from './PaymentsPanel.tsx';
import { PaymentStep } from './PaymentStep.tsx';
import { PickupDecision } from './PickupDecision.tsx';
import { ProposalsPanel } from './ProposalsPanel.tsx';
import { PutBackPanel } from './PutBackPanel.tsx';
import { ReturnsPanel } from './ReturnsPanel.tsx';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import { TimelinePanel } from './TimelinePanel.tsx';
import { useOrder } from './useOrder.ts';
import { WaitingNote } from './WaitingNote.tsx';
import { t, within } from '../words/words.ts';

type Changing = ReturnType<typeof useChanging>;

const OrderBody = ({ order, isBeside }: { readonly order: Order; readonly isBeside: boolean }) => (
  <>
    <OrderHeader order={order} />
    <p className="visually-hidden" role="status">
      {t('Order {number} is {status}.', {
        number: order.number,
        status: within(wordsOf(order.status)),
      })}
    </p>
    <PaymentStep order={order} />
    <WaitingNote order={order} />
    <HoldsPanel order={order} />
    <PutBackPanel order={order} />
    <ProposalsPanel order={order} />
    <PickupDecision order={order} />
    <div className={isBeside ? styles.oneColumn : styles.columns}>
      <div className={styles.column}>
        <LinesPanel order={order} />
        <FulfilmentsPanel order={order} />
        <DecisionsPanel order={order} />
        <ReturnsPanel order={order} />
        <WithdrawalsPanel order={order} />
        <TimelinePanel orderId={order.orderId} />
      </div>
      <div className={styles.column}>
        <MoneyPanel order={order} />
        <CustomerPanel order={order} />
        <AttributesPanel order={order} />
        <HoldForm order={order} />
        <CancelForm order={order} />
        <PaymentsPanel order={order} />
      </div>
    </div>
  </>
);

/** The order, and beside it a draft of a change while one is open. */
const OrderAndDraft = ({ order, changing }: { readonly order: Order; readonly changing: Changing }) => (
  <div className={changing.isOpen ? change.beside : undefined}>
    <div className={change.order}>
      <OrderBody order={order} isBeside={changing.isOpen} />
    </div>
    {changing.isOpen && <ChangePanel order={order} close={changing.close} />}
    <p className="visually-hidden" role="status">
      {changing.isMade &&
        (order.proposals ? t('The change waits for a supervisor.') : t('The order was changed.'))}
    </p>
  </div>
);

/** What became of an order that was placed a moment ago, by the room that came here. */
const PlacedNote = () => {
  const words = placedInWords(useLocation().state);
  return words === undefined ? null : (
    <Alert color="green" variant="light" role="status">
      {words}
    </Alert>
  );
};

interface ActionsProps {
  readonly orderId: string;
  readonly past: ReturnType<typeof usePastAddress>;
  readonly changing: Changing;
  readonly mayChange: boolean;
}

const TraceLink = ({ orderId }: { readonly orderId: string }) =>
  useMayTrace() ? (
    <Button component={Link} to={tracePath({ orderId })} size="xs" variant="default">
      {t('Trace')}
    </Button>
  ) : null;

const Actions = ({ orderId, past, changing, mayChange }: ActionsProps) => (
  <div className={styles.actions}>
    <Button size="xs" variant="default" disabled={changing.isOpen} onClick={past.open}>
      {t('As it was')}
    </Button>
    <TraceLink orderId={orderId} />
    {mayChange && (
      <Button
        ref={changing.opener}
        size="xs"
        variant="default"
        disabled={changing.isOpen}
        onClick={changing.open}
      >
        {t('Change order')}
      </Button>
    )}
  </div>
);

const ShownOrder = ({ orderId }: { readonly orderId: string }) => {
  const order = useOrder(orderId);
  const changing = useChanging();
  const past = usePastAddress();
  const mayChange = useMayChange(order.data);
  const title =
    order.data === undefined
      ? t('Order')
      : `${order.data.kind === 'sale' ? t('Sale') : t('Order')} ${order.data.number}`;
  return (
    <Page
      title={title}
      above={
        <nav aria-label={t('Breadcrumb')} className={styles.back}>
          <Link to="/orders">{t('Orders')}</Link>
        </nav>
      }
      aside={
        !past.isOpen && <Actions orderId={orderId} past={past} changing={changing} mayChange={mayChange} />
      }
    >
      <PlacedNote />
      {past.isOpen ? (
        <PastOrder orderId={orderId} />
      ) : (
        <Answer of={order} rows={12}>
          {(data) => <OrderAndDraft order={data} changing={changing} />}
        </Answer>
      )}
    </Page>
  );
};

/** What is being entered about one order is never shown at another. */
const OrderRoom = () => {
  const orderId = orderIdIn(useLocation().pathname);
  return <ShownOrder key={orderId} orderId={orderId} />;
};

export default OrderRoom;
