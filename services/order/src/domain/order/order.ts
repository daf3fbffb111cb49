import { type OrderPlaced, type PlacedLine, changeQuantities, placedQuantities } from '@tributary/contracts';
import {
  type Captured,
  type FulfilmentStage,
  type FulfilmentState,
  type Line,
  type Order,
  type OrderEvent,
  type ParkedFact,
  type PaymentState,
  paymentOf,
} from './order-state.ts';

export * from './order-state.ts';

/** A fact keeps its place among those that wait when it comes to wait for something else. */
const withParked = (parked: readonly ParkedFact[], fact: ParkedFact): readonly ParkedFact[] =>
  parked.some(({ messageId }) => messageId === fact.messageId)
    ? parked.map((one) => (one.messageId === fact.messageId ? fact : one))
    : [...parked, fact];

export const evolve = (order: Order, event: OrderEvent): Order => {
  if (event.type === 'tributary.order.fact-parked.v1') {
    return { ...order, parked: withParked(order.parked, event.data) };
  }
  if (event.type === 'tributary.order.fact-resumed.v1') {
    return { ...order, parked: order.parked.filter(({ messageId }) => messageId !== event.data.messageId) };
  }
  if (order.stage === 'not-captured') {
    return event.type === 'tributary.order.placed.v2' ? placed(event.data, order.parked) : order;
  }
  return evolveCaptured(order, event);
};

const placed = (data: OrderPlaced, parked: readonly ParkedFact[]): Captured => ({
  stage: 'captured',
  orderId: data.orderId,
  kind: data.kind,
  whenShort: data.whenShort,
  rejected: false,
  lines: data.lines.map((line) => placedLine(line, data.completedAt !== undefined)),
  fulfilments: [],
  shipments: [],
  payments: Object.fromEntries(
    data.payments.map(({ paymentId, amount, status }) => [
      paymentId,
      { authorised: amount, captured: status === 'captured' ? amount : 0 },
    ]),
  ),
  captured: data.payments.reduce((sum, { amount, status }) => sum + (status === 'captured' ? amount : 0), 0),
  refunded: 0,
  refundIds: [],
  returnIds: [],
  parked,
});

const placedLine = ({ lineId, sku, method, quantity }: PlacedLine, complete: boolean): Line => ({
  lineId,
  sku,
  method,
  ...placedQuantities(quantity, complete),
});

/** What a fact says of quantities holds for every service alike; the rest is the order's own. */
const evolveCaptured = (before: Captured, event: OrderEvent): Captured => {
  const lines = changeQuantities(
    before.lines,
    event,
    (line) => line,
    (line, quantities) => ({ ...line, ...quantities }),
  );
  const order: Captured = { ...before, lines };
  switch (event.type) {
    case 'tributary.order.allocated.v1': {
      const offered = event.data.fulfilments.map((one): FulfilmentState => ({ ...one, stage: 'offered' }));
      return { ...order, fulfilments: [...order.fulfilments, ...offered] };
    }
    case 'tributary.order.allocation-lost.v1':
    case 'tributary.order.fulfilment-shorted.v1':
      return withoutHeld(order, [event.data]);
    case 'tributary.order.rejected.v1':
      return { ...withoutHeld(order, released(event.data.release)), rejected: true };
    case 'tributary.order.cancelled.v1':
      return withoutHeld(order, released(event.data.release));
    case 'tributary.order.fulfilment-accepted.v1':
      return atStage(order, event.data.fulfilmentId, 'accepted');
    case 'tributary.order.fulfilment-picked.v1':
      return atStage(order, event.data.fulfilmentId, 'picked');
    case 'tributary.order.fulfilment-packed.v1':
      return atStage(order, event.data.fulfilmentId, 'packed');
    case 'tributary.order.pickup-ready.v1':
      return atStage(order, event.data.fulfilmentId, 'ready');
    case 'tributary.order.shipped.v1': {
      const { shipmentId, fulfilmentId, lines: shipped } = event.data;
      const shipment = { shipmentId, fulfilmentId, lines: shipped, delivered: false };
      return { ...handedOut(order, event.data), shipments: [...order.shipments, shipment] };
    }
    case 'tributary.order.handed-over.v1':
      return handedOut(order, event.data);
    case 'tributary.order.delivered.v1':
      return {
        ...order,
        shipments: order.shipments.map((shipment) =>
          shipment.shipmentId === event.data.shipmentId ? { ...shipment, delivered: true } : shipment,
        ),
      };
    case 'tributary.order.payment-authorised.v1':
      return withPayment(order, event.data.paymentId, { authorised: event.data.amount, captured: 0 });
    case 'tributary.order.payment-captured.v1':
      return withPayment(order, event.data.paymentId, {
        authorised: event.data.amount,
        captured: event.data.amount,
      });
    case 'tributary.order.refunded.v1':
      return {
        ...order,
        refunded: order.refunded + event.data.amount,
        refundIds: [...order.refundIds, event.data.refundId],
      };
    case 'tributary.order.returned.v1':
      return {
        ...order,
        refunded: order.refunded + event.data.refund,
        returnIds: [...order.returnIds, event.data.returnId],
      };
    case 'tributary.order.placed.v2':
    case 'tributary.order.backordered.v1':
    case 'tributary.order.fact-parked.v1':
    case 'tributary.order.fact-resumed.v1':
    case 'tributary.order.fact-ignored.v1':
    case 'tributary.order.allocation-declined.v1':
    case 'tributary.order.delivery-address-changed.v1':
    case 'tributary.order.tracked.v1':
    case 'tributary.order.payment-failed.v1':
      return order;
    default:
      return event satisfies never;
  }
};

interface Held {
  readonly fulfilmentId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

const released = (
  release: readonly { fulfilmentId: string; lineId: string; quantity: number }[],
): readonly Held[] => release.map(({ fulfilmentId, ...line }) => ({ fulfilmentId, lines: [line] }));

/** Takes quantities out of what fulfilments still hold. */
const withoutHeld = (order: Captured, held: readonly Held[]): Captured => ({
  ...order,
  fulfilments: held.reduce(takeFrom, order.fulfilments),
});

const takeFrom = (
  fulfilments: readonly FulfilmentState[],
  { fulfilmentId, lines }: Held,
): readonly FulfilmentState[] => {
  const taken = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return fulfilments.map((fulfilment) =>
    fulfilment.fulfilmentId === fulfilmentId
      ? {
          ...fulfilment,
          lines: fulfilment.lines
            .map((line) => ({ ...line, quantity: line.quantity - (taken.get(line.lineId) ?? 0) }))
            .filter(({ quantity }) => quantity > 0),
        }
      : fulfilment,
  );
};

/** Goods left the fulfilment; once it holds nothing more it is fulfilled. */
const handedOut = (order: Captured, held: Held): Captured => {
  const left = withoutHeld(order, [held]);
  const emptied = left.fulfilments.some(
    (one) => one.fulfilmentId === held.fulfilmentId && one.lines.length === 0,
  );
  return emptied ? atStage(left, held.fulfilmentId, 'fulfilled') : left;
};

const atStage = (order: Captured, fulfilmentId: string, stage: FulfilmentStage): Captured => ({
  ...order,
  fulfilments: order.fulfilments.map((fulfilment) =>
    fulfilment.fulfilmentId === fulfilmentId ? { ...fulfilment, stage } : fulfilment,
  ),
});

const withPayment = (order: Captured, paymentId: string, payment: PaymentState): Captured => {
  const before = paymentOf(order, paymentId)?.captured ?? 0;
  return {
    ...order,
    payments: { ...order.payments, [paymentId]: payment },
    captured: order.captured + payment.captured - before,
  };
};
