import { type OrderFact, orderStatusOf } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Projection } from '@tributary/read-store';
import { orderListEntry } from '../order-list/order-list.ts';
import { tradeCounts } from '../trading-days/trading-days.ts';
import { type OrderPage, type PageFulfilment, orderPages } from './order-page.ts';
import {
  allDelivered,
  atStatus,
  dispatched,
  goodsLeft,
  joinedBy,
  later,
  reported,
  takeFrom,
  withShipment,
} from './page-fulfilments.ts';
import { authorised, captured, ended, failed, placedMoney, refunded } from './page-money.ts';
import { cancelled, changedOrder, withAskedBack } from './page-changes.ts';
import { linesAfter, placedLines, withTheRest } from './page-lines.ts';
import { refundFailed, refundIssued, refundsAsked } from './page-refunds.ts';
import { withHold, withProposal, withoutHold, withoutProposal } from './page-holds.ts';
import { queued } from './page-queues.ts';
import { expected, noLongerExpected, returned, withdrawn } from './page-returns.ts';
import { serialsBack, serialsSent } from './page-serials.ts';
import { waits, waitsNoMore } from './page-waiting.ts';

type OrderEvent = Extract<OrderFact, { type: `tributary.order.${string}` }> &
  Pick<RecordedEvent, 'time' | 'version' | 'metadata' | 'recordedTime'>;

const evolve = (page: OrderPage | undefined, event: OrderEvent): OrderPage | undefined => {
  if (event.type === 'tributary.order.placed.v2')
    return queued(serialsSent(placed(event), event.data.serials));
  if (!page) return undefined;
  const changed = withAskedBack(change(page, event), event);
  const status = orderStatusOf(
    changed.lines.map(({ quantities }) => quantities),
    { rejected: changed.rejected === true, held: changed.holds !== undefined },
  );
  return queued({
    ...changed,
    status,
    updatedAt: later(page.updatedAt, event.time),
    rev: event.version,
  });
};

const placed = ({
  data,
  time,
  version,
  metadata,
}: Extract<OrderEvent, { type: 'tributary.order.placed.v2' }>): OrderPage => {
  const lines = placedLines(data.lines, data.completedAt !== undefined);
  const completed = data.completedAt;
  return {
    orderId: data.orderId,
    channel: data.channel,
    number: data.number,
    kind: data.kind,
    status: orderStatusOf(
      lines.map(({ quantities }) => quantities),
      { held: data.holds !== undefined },
    ),
    placedAt: time,
    updatedAt: completed !== undefined && completed > time ? completed : time,
    ...(data.businessDate && { businessDate: data.businessDate }),
    ...(data.location && { location: data.location }),
    ...(metadata.imported && { imported: true }),
    ...(data.customer && { customer: data.customer }),
    ...(data.shipTo && { shipTo: data.shipTo }),
    ...(data.note && { note: data.note }),
    ...(data.attributes && { attributes: data.attributes }),
    ...(data.unfit && { unfit: data.unfit }),
    currency: data.currency,
    money: placedMoney(data, lines),
    lines,
    charges: data.charges,
    payments: data.payments.map((payment) => ({
      ...payment,
      ...(payment.status === 'captured' && { capturedAt: time }),
    })),
    fulfilments: [],
    returns: [],
    waiting: [],
    ...(data.holds && { holds: data.holds }),
    rev: version,
  };
};

const change = (before: OrderPage, event: OrderEvent): OrderPage => {
  const page: OrderPage = { ...before, lines: linesAfter(before.lines, event) };
  switch (event.type) {
    case 'tributary.order.allocated.v1': {
      const added = event.data.fulfilments.map((one): PageFulfilment => ({
        ...one,
        status: 'offered',
        shipments: [],
        updatedAt: event.time,
      }));
      return joinedBy(page, added);
    }
    case 'tributary.order.allocation-lost.v1':
      return takeFrom(page, event, event.data, 'lost');
    case 'tributary.order.fulfilment-shorted.v1':
      return takeFrom(page, event, event.data, 'short');
    case 'tributary.order.rejected.v1':
      return { ...cancelled(page, event), rejected: true };
    case 'tributary.order.cancelled.v1':
      return cancelled(page, event);
    case 'tributary.order.history-completed.v1':
      return withTheRest(page, event.data);
    case 'tributary.order.changed.v1':
      return changedOrder(page, event);
    case 'tributary.order.delivery-address-changed.v1':
      return { ...page, shipTo: event.data.shipTo };
    case 'tributary.order.pickup-decided.v1':
      return event.data.shipTo ? { ...page, shipTo: event.data.shipTo } : page;
    case 'tributary.order.change-proposed.v1':
      return withProposal(page, event.data, event.time);
    case 'tributary.order.proposal-closed.v1':
      return withoutProposal(page, event.data.proposalId);
    case 'tributary.order.held.v1':
      return withHold(page, event.data);
    case 'tributary.order.hold-released.v1':
      return withoutHold(page, event.data.reason);
    case 'tributary.order.fulfilment-reported.v1':
      return reported(page, event, event.data);
    case 'tributary.order.fulfilment-accepted.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'accepted');
    case 'tributary.order.fulfilment-picked.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'picked');
    case 'tributary.order.fulfilment-packed.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'packed');
    case 'tributary.order.pickup-ready.v1':
      return atStatus(page, event, event.data.fulfilmentId, 'ready', collected);
    case 'tributary.order.shipped.v1': {
      const { fulfilmentId, shipmentId, carrier, tracking } = event.data;
      const shipment = {
        shipmentId,
        ...(carrier && { carrier }),
        ...(tracking && { tracking }),
        status: 'dispatched',
        at: event.time,
      };
      const now = serialsSent(goodsLeft(page, event), event.data.serials);
      const withIt = dispatched(now, shipment);
      return atStatus(now, event, fulfilmentId, 'shipped', (one) => ({
        ...withIt(one),
        // That the parcels before it arrived does not mean that this one did.
        ...(one.status === 'delivered' && { status: 'shipped' }),
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
        event,
      );
    case 'tributary.order.handed-over.v1': {
      const now = serialsSent(goodsLeft(page, event), event.data.serials);
      return atStatus(now, event, event.data.fulfilmentId, 'handed-over', collected);
    }
    case 'tributary.order.payment-authorised.v1':
      return authorised(page, event.data);
    case 'tributary.order.payment-captured.v1':
      return captured(page, { ...event.data, capturedAt: event.data.capturedAt ?? event.time });
    case 'tributary.order.payment-failed.v1':
      return failed(page, event.data.paymentId);
    case 'tributary.order.payment-voided.v1':
      return ended(page, event.data.paymentId, 'voided');
    case 'tributary.order.payment-expired.v1':
      return ended(page, event.data.paymentId, 'expired');
    case 'tributary.order.refunded.v1':
      return refunded(refundIssued(page, event.data), { ...event.data, forReturns: 0 });
    case 'tributary.order.refund-requested.v1':
      return refundsAsked(page, event.data);
    case 'tributary.order.refund-failed.v1':
      return refundFailed(page, event.data.refundId);
    case 'tributary.order.returned.v1':
      return serialsBack(returned(page, event, before), event.data.serials);
    case 'tributary.order.return-authorised.v1':
      return expected(page, event.data);
    case 'tributary.order.return-called-off.v1':
      return noLongerExpected(page, event.data.returnId);
    case 'tributary.order.withdrawn.v1':
      return withdrawn(page, event.data);
    case 'tributary.order.fact-parked.v1':
      return waits(page, event.data, event.recordedTime);
    case 'tributary.order.fact-resumed.v1':
      return waitsNoMore(page, event.data);
    case 'tributary.order.placed.v2':
    case 'tributary.order.cancel-asked.v1':
    case 'tributary.order.cancel-declined.v1':
    case 'tributary.order.backordered.v1':
    case 'tributary.order.fact-ignored.v1':
    case 'tributary.order.goods-taken-back.v1':
    case 'tributary.order.allocation-declined.v1':
      return page;
    default:
      return event satisfies never;
  }
};

/** How goods that others send reach the customer shows when they do. */
const collected = ({ elsewhere }: PageFulfilment): Partial<PageFulfilment> =>
  elsewhere ? { method: 'pickup' } : {};

export const orderPage: Projection<OrderPage> = {
  collection: orderPages,
  idOf: ({ type, data }) =>
    type.startsWith('tributary.order.') ? (data as { orderId: string }).orderId : undefined,
  evolve: (page, event) => evolve(page, event as unknown as OrderEvent),
  also: (page) => [orderListEntry(page)],
  counts: tradeCounts,
};
