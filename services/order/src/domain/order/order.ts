import type { OrderPlaced, PlacedLine } from '@tributary/contracts';
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
  unallocated,
} from './order-state.ts';

export * from './order-state.ts';

export const evolve = (order: Order, event: OrderEvent): Order => {
  if (event.type === 'tributary.order.fact-parked.v1') {
    return { ...order, parked: [...order.parked, event.data] };
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
  ordered: quantity,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: complete ? quantity : 0,
  delivered: complete ? quantity : 0,
  returned: 0,
});

type Quantities = readonly { readonly lineId: string; readonly quantity: number }[];

const evolveCaptured = (order: Captured, event: OrderEvent): Captured => {
  switch (event.type) {
    case 'tributary.order.allocated.v1': {
      const { fulfilments } = event.data;
      const offered = fulfilments.map((fulfilment): FulfilmentState => ({ ...fulfilment, stage: 'offered' }));
      const lines = changeLines(
        order.lines,
        fulfilments.flatMap((fulfilment) => fulfilment.lines),
        (line, quantity) => ({
          ...line,
          allocated: line.allocated + quantity,
          // Goods were found for the rest first; only what is then still held nowhere can be waiting for stock.
          backordered: Math.min(line.backordered, unallocated(line) - quantity),
        }),
      );
      return { ...order, lines, fulfilments: [...order.fulfilments, ...offered] };
    }
    case 'tributary.order.allocation-lost.v1':
    case 'tributary.order.fulfilment-shorted.v1':
      return withoutHeld(order, [event.data]);
    case 'tributary.order.backordered.v1':
      return {
        ...order,
        lines: changeLines(order.lines, event.data.lines, (line, quantity) => ({
          ...line,
          backordered: line.backordered + quantity,
        })),
      };
    case 'tributary.order.rejected.v1':
      return { ...withCancelled(order, event.data.lines, event.data.release), rejected: true };
    case 'tributary.order.cancelled.v1':
      return withCancelled(order, event.data.lines, event.data.release);
    case 'tributary.order.fulfilment-accepted.v1':
      return atStage(order, event.data.fulfilmentId, 'accepted');
    case 'tributary.order.fulfilment-picked.v1':
      return atStage(order, event.data.fulfilmentId, 'picked');
    case 'tributary.order.fulfilment-packed.v1':
      return atStage(order, event.data.fulfilmentId, 'packed');
    case 'tributary.order.pickup-ready.v1':
      return atStage(order, event.data.fulfilmentId, 'ready');
    case 'tributary.order.shipped.v1': {
      const { shipmentId, fulfilmentId, lines } = event.data;
      const left = fulfilled(order, fulfilmentId, lines, 0);
      return {
        ...left,
        shipments: [...left.shipments, { shipmentId, fulfilmentId, lines, delivered: false }],
      };
    }
    case 'tributary.order.handed-over.v1':
      return fulfilled(order, event.data.fulfilmentId, event.data.lines, 1);
    case 'tributary.order.delivered.v1':
      return {
        ...order,
        lines: changeLines(order.lines, event.data.lines, (line, quantity) => ({
          ...line,
          delivered: line.delivered + quantity,
        })),
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
        lines: changeLines(order.lines, event.data.lines, (line, quantity) => ({
          ...line,
          returned: line.returned + quantity,
        })),
      };
    case 'tributary.order.placed.v2':
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

const changeLines = (
  lines: readonly Line[],
  quantities: Quantities,
  change: (line: Line, quantity: number) => Line,
): readonly Line[] => {
  const byLine = new Map<string, number>();
  for (const { lineId, quantity } of quantities) byLine.set(lineId, (byLine.get(lineId) ?? 0) + quantity);
  return lines.map((line) => {
    const quantity = byLine.get(line.lineId);
    return quantity === undefined ? line : change(line, quantity);
  });
};

/** Takes quantities out of what a fulfilment still holds. */
const takeFrom = (
  fulfilments: readonly FulfilmentState[],
  fulfilmentId: string,
  quantities: Quantities,
): readonly FulfilmentState[] => {
  const taken = new Map(quantities.map(({ lineId, quantity }) => [lineId, quantity]));
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

interface Held {
  readonly fulfilmentId: string;
  readonly lines: Quantities;
}

const withoutHeld = (order: Captured, held: readonly Held[]): Captured =>
  held.reduce<Captured>(
    (current, { fulfilmentId, lines }) => ({
      ...current,
      lines: changeLines(current.lines, lines, (line, quantity) => ({
        ...line,
        allocated: line.allocated - quantity,
      })),
      fulfilments: takeFrom(current.fulfilments, fulfilmentId, lines),
    }),
    order,
  );

const withCancelled = (
  order: Captured,
  lines: Quantities,
  release: readonly { fulfilmentId: string; lineId: string; quantity: number }[],
): Captured => {
  const released = withoutHeld(
    order,
    release.map(({ fulfilmentId, ...line }) => ({ fulfilmentId, lines: [line] })),
  );
  return {
    ...released,
    lines: changeLines(released.lines, lines, (line, quantity) => {
      const cancelled = { ...line, cancelled: line.cancelled + quantity };
      return { ...cancelled, backordered: Math.min(line.backordered, unallocated(cancelled)) };
    }),
  };
};

const fulfilled = (
  order: Captured,
  fulfilmentId: string,
  lines: Quantities,
  deliveredShare: 0 | 1,
): Captured => {
  const fulfilments = takeFrom(order.fulfilments, fulfilmentId, lines);
  const emptied = fulfilments.some((one) => one.fulfilmentId === fulfilmentId && one.lines.length === 0);
  const left: Captured = {
    ...order,
    fulfilments,
    lines: changeLines(order.lines, lines, (line, quantity) => ({
      ...line,
      allocated: line.allocated - quantity,
      fulfilled: line.fulfilled + quantity,
      delivered: line.delivered + quantity * deliveredShare,
    })),
  };
  return emptied ? atStage(left, fulfilmentId, 'fulfilled') : left;
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
