import {
  type Disposition,
  type OrderFact,
  type OrderPlaced,
  allocate,
  changeQuantities,
  orderStatusOf,
} from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Projection } from '@tributary/read-store';
import { orderListEntry } from '../order-list/order-list.ts';
import {
  type Money,
  type OrderPage,
  type PageFulfilment,
  type PageFulfilmentStatus,
  type PageLine,
  type PageShipment,
  orderPages,
} from './order-page.ts';

type OrderEvent = Extract<OrderFact, { type: `tributary.order.${string}` }> &
  Pick<RecordedEvent, 'time' | 'version' | 'metadata'>;

type Quantities = readonly { readonly lineId: string; readonly quantity: number }[];

const evolve = (page: OrderPage | undefined, event: OrderEvent): OrderPage | undefined => {
  if (event.type === 'tributary.order.placed.v2') return placed(event);
  if (!page) return undefined;
  const changed = change(page, event);
  const status = orderStatusOf(
    changed.lines.map(({ quantities }) => quantities),
    changed.rejected,
  );
  return {
    ...changed,
    status,
    updatedAt: event.time > page.updatedAt ? event.time : page.updatedAt,
    rev: event.version,
  };
};

const placed = ({
  data,
  time,
  version,
  metadata,
}: Extract<OrderEvent, { type: 'tributary.order.placed.v2' }>): OrderPage => {
  const lines = data.lines.map((line): PageLine => ({
    ...line,
    quantities: placedQuantities(line.quantity, data.completedAt !== undefined),
  }));
  const completed = data.completedAt;
  return {
    orderId: data.orderId,
    channel: data.channel,
    number: data.number,
    kind: data.kind,
    status: orderStatusOf(lines.map(({ quantities }) => quantities)),
    placedAt: time,
    updatedAt: completed !== undefined && completed > time ? completed : time,
    ...(data.businessDate && { businessDate: data.businessDate }),
    ...(data.location && { location: data.location }),
    ...(metadata.imported && { imported: true }),
    ...(data.customer && { customer: data.customer }),
    ...(data.shipTo && { shipTo: data.shipTo }),
    currency: data.currency,
    money: placedMoney(data),
    lines,
    charges: data.charges,
    payments: data.payments,
    fulfilments: [],
    returns: [],
    waiting: [],
    rev: version,
  };
};

const placedQuantities = (ordered: number, complete: boolean) => ({
  ordered,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: complete ? ordered : 0,
  delivered: complete ? ordered : 0,
  returned: 0,
});

const placedMoney = ({ lines, charges, payments, total }: OrderPlaced): Money => {
  const captured = payments.reduce(
    (sum, { status, amount }) => sum + (status === 'captured' ? amount : 0),
    0,
  );
  return {
    lines: lines.reduce((sum, { amount }) => sum + amount, 0),
    charges: charges.reduce((sum, { amount }) => sum + amount, 0),
    total,
    authorised: payments.reduce((sum, { amount }) => sum + amount, 0),
    captured,
    refunded: 0,
    refundedForReturns: 0,
    owed: total - captured,
  };
};

const change = (before: OrderPage, event: OrderEvent): OrderPage => {
  const lines = changeQuantities(
    before.lines,
    event,
    ({ quantities }) => quantities,
    (line, quantities) => ({ ...line, quantities }),
  );
  const page: OrderPage = { ...before, lines };
  switch (event.type) {
    case 'tributary.order.allocated.v1': {
      const added = event.data.fulfilments.map((one): PageFulfilment => ({
        ...one,
        status: 'offered',
        shipments: [],
        updatedAt: event.time,
      }));
      return { ...page, fulfilments: [...page.fulfilments, ...added] };
    }
    case 'tributary.order.allocation-lost.v1':
      return takeFrom(page, event, event.data, 'lost');
    case 'tributary.order.fulfilment-shorted.v1':
      return takeFrom(page, event, event.data, 'short');
    case 'tributary.order.rejected.v1':
      return { ...cancelled(page, event), rejected: true };
    case 'tributary.order.cancelled.v1':
      return cancelled(page, event);
    case 'tributary.order.delivery-address-changed.v1':
      return { ...page, shipTo: event.data.shipTo };
    case 'tributary.order.fulfilment-accepted.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'accepted');
    case 'tributary.order.fulfilment-picked.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'picked');
    case 'tributary.order.fulfilment-packed.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'packed');
    case 'tributary.order.pickup-ready.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'ready');
    case 'tributary.order.shipped.v1': {
      const { fulfilmentId, shipmentId, carrier, tracking } = event.data;
      const shipment = {
        shipmentId,
        ...(carrier && { carrier }),
        ...(tracking && { tracking }),
        status: 'dispatched',
        at: event.time,
      };
      return atStatus(page, event, fulfilmentId, 'shipped', (one) => ({
        shipments: [...one.shipments, shipment],
      }));
    }
    case 'tributary.order.tracked.v1':
      // A scan told late does not take the shipment back to where it was seen earlier.
      return withShipment(page, event.data.shipmentId, (shipment) =>
        shipment.status === 'delivered' || event.time < shipment.at
          ? shipment
          : { ...shipment, status: event.data.status, at: event.time },
      );
    case 'tributary.order.delivered.v1':
      return allDelivered(
        withShipment(page, event.data.shipmentId, (shipment) => ({
          ...shipment,
          status: 'delivered',
          at: event.time,
        })),
      );
    case 'tributary.order.handed-over.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'handed-over');
    case 'tributary.order.payment-authorised.v1':
      return withPayment(page, { ...event.data, status: 'authorised' });
    case 'tributary.order.payment-captured.v1':
      return withPayment(page, { ...event.data, status: 'captured' });
    case 'tributary.order.payment-failed.v1':
      return withPayment(page, { ...event.data, amount: 0, status: 'failed' });
    case 'tributary.order.refunded.v1':
      return { ...page, money: refunded(page.money, event.data.amount, 0) };
    case 'tributary.order.returned.v1':
      return returned(page, event);
    case 'tributary.order.fact-parked.v1': {
      const { messageId, messageType, waitsFor, occurredAt } = event.data;
      return { ...page, waiting: [...page.waiting, { messageId, messageType, waitsFor, at: occurredAt }] };
    }
    case 'tributary.order.fact-resumed.v1':
      return { ...page, waiting: page.waiting.filter(({ messageId }) => messageId !== event.data.messageId) };
    case 'tributary.order.placed.v2':
    case 'tributary.order.backordered.v1':
    case 'tributary.order.fact-ignored.v1':
    case 'tributary.order.allocation-declined.v1':
      return page;
    default:
      return event satisfies never;
  }
};

const withoutLines = (lines: PageFulfilment['lines'], gone: Quantities): PageFulfilment['lines'] =>
  lines
    .map((line) => ({
      ...line,
      quantity: line.quantity - (gone.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0);

/** Goods a fulfilment no longer holds: the lines are open again. */
const takeFrom = (
  page: OrderPage,
  { time }: OrderEvent,
  { fulfilmentId, lines }: { fulfilmentId: string; lines: Quantities },
  emptied: PageFulfilmentStatus,
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) => {
    if (one.fulfilmentId !== fulfilmentId) return one;
    const left = withoutLines(one.lines, lines);
    return { ...one, lines: left, status: left.length === 0 ? emptied : one.status, updatedAt: time };
  }),
});

const cancelled = (
  page: OrderPage,
  event: Extract<OrderEvent, { type: 'tributary.order.cancelled.v1' | 'tributary.order.rejected.v1' }>,
): OrderPage => {
  const released = event.data.release.reduce(
    (current, { fulfilmentId, ...line }) =>
      takeFrom(current, event, { fulfilmentId, lines: [line] }, 'cancelled'),
    page,
  );
  return { ...released, money: { ...released.money, owed: owed(released.money, released.lines) } };
};

/** In the order they are reached. A step told late is kept in the timeline and takes nothing back. */
const steps: readonly PageFulfilmentStatus[] = [
  'offered',
  'accepted',
  'picked',
  'packed',
  'ready',
  'shipped',
  'delivered',
  'handed-over',
  'short',
  'lost',
  'cancelled',
];

const furthest = (before: PageFulfilmentStatus, now: PageFulfilmentStatus): PageFulfilmentStatus =>
  steps.indexOf(now) > steps.indexOf(before) ? now : before;

const atStatus = (
  page: OrderPage,
  { time }: OrderEvent,
  fulfilmentId: string,
  status: PageFulfilmentStatus,
  more: (one: PageFulfilment) => Partial<PageFulfilment> = () => ({}),
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.fulfilmentId === fulfilmentId
      ? {
          ...one,
          status: furthest(one.status, status),
          updatedAt: time > one.updatedAt ? time : one.updatedAt,
          ...more(one),
        }
      : one,
  ),
});

const withShipment = (
  page: OrderPage,
  shipmentId: string,
  change: (before: PageShipment) => PageShipment,
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.shipments.some((shipment) => shipment.shipmentId === shipmentId)
      ? {
          ...one,
          shipments: one.shipments.map((shipment) =>
            shipment.shipmentId === shipmentId ? change(shipment) : shipment,
          ),
        }
      : one,
  ),
});

/** A fulfilment is delivered when all its shipments are. */
const allDelivered = (page: OrderPage): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.status === 'shipped' && one.shipments.every(({ status }) => status === 'delivered')
      ? { ...one, status: 'delivered' }
      : one,
  ),
});

const withPayment = (
  page: OrderPage,
  { paymentId, amount, method, status }: OrderPage['payments'][number],
): OrderPage => {
  const before = page.payments.find((one) => one.paymentId === paymentId);
  const name = method ?? before?.method;
  const payment = { paymentId, ...(name && { method: name }), amount, status };
  const payments = before
    ? page.payments.map((one) => (one === before ? payment : one))
    : [...page.payments, payment];
  const sum = (of: (one: OrderPage['payments'][number]) => boolean) =>
    payments.filter(of).reduce((total, one) => total + one.amount, 0);
  const money = {
    ...page.money,
    authorised: sum((one) => one.status !== 'failed'),
    captured: sum((one) => one.status === 'captured'),
  };
  return { ...page, payments, money: { ...money, owed: owed(money, page.lines) } };
};

const refunded = (money: Money, amount: number, forReturns: number): Money => ({
  ...money,
  refunded: money.refunded + amount,
  refundedForReturns: money.refundedForReturns + forReturns,
  owed: money.owed + amount - forReturns,
});

const returned = (
  page: OrderPage,
  event: Extract<OrderEvent, { type: 'tributary.order.returned.v1' }>,
): OrderPage => {
  const { returnId, location, refund, lines } = event.data;
  const entry = {
    returnId,
    ...(location && { location }),
    at: event.time,
    refund,
    lines: lines.map(
      ({
        lineId,
        sku,
        quantity,
        disposition,
      }: {
        lineId: string;
        sku: string;
        quantity: number;
        disposition: Disposition;
      }) => ({ lineId, sku, quantity, disposition }),
    ),
  };
  return {
    ...page,
    returns: [...page.returns, entry],
    money: refunded(page.money, refund, refund),
  };
};

/** What is due, less cancelled goods and what was given back for returns, less what was taken net of refunds. */
const owed = (money: Omit<Money, 'owed'>, lines: readonly PageLine[]): number => {
  const cancelledAmount = lines.reduce(
    (sum, { amount, quantities: { ordered, cancelled: gone } }) =>
      sum + allocate(amount, [gone, ordered - gone])[0]!,
    0,
  );
  return money.total - cancelledAmount - money.refundedForReturns - (money.captured - money.refunded);
};

export const orderPage: Projection<OrderPage> = {
  collection: orderPages,
  idOf: ({ type, data }) =>
    type.startsWith('tributary.order.') ? (data as { orderId: string }).orderId : undefined,
  evolve: (page, event) => evolve(page, event as unknown as OrderEvent),
  also: (page) => [orderListEntry(page)],
};
