import type {
  InboundData,
  InboundTypeName,
  OrderCaptured,
  ReturnReceived,
  SaleRecorded,
} from '@tributary/contracts';
import { cancel } from './cancel.ts';
import { type CaptureContext, captureOrder, recordSale } from './capture.ts';
import { accept, deliver, handOver, makeReady, pack, pick, ship, short, track } from './fulfil.ts';
import { type Captured, type Order, type OrderEvent, type ParkedFact, evolve } from './order.ts';
import { authorise, capturePayment, failPayment, refund } from './pay.ts';
import { type Reading, applied, ignored, waits } from './reading.ts';
import { takeBack } from './take-back.ts';

/** Inbound message types that concern one order. */
export type OrderMessageType = Extract<
  InboundTypeName,
  `tributary.${'order' | 'sale' | 'payment' | 'refund' | 'fulfilment' | 'shipment' | 'pickup' | 'return'}.${string}`
>;

export interface ReportedFact {
  readonly messageId: string;
  readonly messageType: OrderMessageType;
  readonly data: unknown;
  /** When it happened, UTC ISO 8601. */
  readonly occurredAt: string;
  readonly businessDate?: string;
  readonly imported: boolean;
  readonly orderId: string;
}

/**
 * Takes a reported fact into an order. Whatever order facts come in, the end is the same: what
 * comes too early waits in the order's own stream, what comes again or too late is kept without
 * effect, and nothing goes back a state.
 */
export const receiveFact = (fact: ReportedFact, order: Order): OrderEvent[] => {
  const reading = read(fact, order);
  const { messageId, messageType, occurredAt, data } = fact;
  const orderId = fact.orderId as Captured['orderId'];
  switch (reading.kind) {
    case 'ignored':
      return [
        {
          type: 'tributary.order.fact-ignored.v1',
          data: { orderId, messageId, messageType, code: reading.code, reason: reading.reason },
        },
      ];
    case 'waits':
      return [
        {
          type: 'tributary.order.fact-parked.v1',
          data: { orderId, messageId, messageType, occurredAt, waitsFor: reading.waitsFor, data },
        },
      ];
    case 'applied':
      return [...reading.events, ...resumeParked(reading.events.reduce(evolve, order))];
    default:
      return reading satisfies never;
  }
};

/** Facts that waited and can be applied now, with the time they happened, as long as one leads to another. */
export const resumeParked = (order: Order): OrderEvent[] => {
  const events: OrderEvent[] = [];
  let current = order;
  for (let resumed = resumeOne(current); resumed; resumed = resumeOne(current)) {
    events.push(...resumed);
    current = resumed.reduce(evolve, current);
  }
  return events;
};

const resumeOne = (order: Order): OrderEvent[] | undefined => {
  if (order.stage === 'not-captured') return undefined;
  for (const parked of order.parked) {
    const reading = readCaptured(parked.messageType as OrderMessageType, parked.data, order);
    if (reading.kind !== 'waits') return resumedEvents(parked, reading, order);
    if (reading.waitsFor !== parked.waitsFor) return [parkedAgain(parked, reading.waitsFor, order)];
  }
  return undefined;
};

/** It waits on, for something else: who looks at the order is told for what. */
const parkedAgain = (
  parked: ParkedFact,
  waitsFor: ParkedFact['waitsFor'],
  { orderId }: Captured,
): OrderEvent => ({
  type: 'tributary.order.fact-parked.v1',
  data: { ...parked, orderId, waitsFor },
});

const resumedEvents = (
  { messageId, messageType, occurredAt }: ParkedFact,
  reading: Exclude<Reading, { kind: 'waits' }>,
  { orderId }: Captured,
): OrderEvent[] => [
  { type: 'tributary.order.fact-resumed.v1', data: { orderId, messageId, messageType } },
  ...(reading.kind === 'applied'
    ? reading.events.map((event) => ({ ...event, time: occurredAt }))
    : [
        {
          type: 'tributary.order.fact-ignored.v1' as const,
          data: { orderId, messageId, messageType, code: reading.code, reason: reading.reason },
        },
      ]),
];

const read = (fact: ReportedFact, order: Order): Reading => {
  const context: CaptureContext = {
    time: fact.occurredAt,
    ...(fact.businessDate && { businessDate: fact.businessDate }),
  };
  if (
    fact.messageType === 'tributary.order.captured.v1' ||
    fact.messageType === 'tributary.sale.recorded.v1'
  ) {
    if (order.stage === 'captured')
      return ignored('already-captured', 'An order with this channel and number is known.');
    return fact.messageType === 'tributary.order.captured.v1'
      ? applied(captureOrder(fact.data as OrderCaptured, context, fact.imported))
      : applied(recordSale(fact.data as SaleRecorded, context));
  }
  return order.stage === 'not-captured' ? waits('capture') : readCaptured(fact.messageType, fact.data, order);
};

const readCaptured = (type: OrderMessageType, data: unknown, order: Captured): Reading => {
  switch (type) {
    case 'tributary.order.change-requested.v1':
      return change(data as InboundData<typeof type>, order);
    case 'tributary.order.cancel-requested.v1':
      return cancel(data as InboundData<typeof type>, order);
    case 'tributary.payment.authorised.v1':
      return authorise(data as InboundData<typeof type>, order);
    case 'tributary.payment.captured.v1':
      return capturePayment(data as InboundData<typeof type>, order);
    case 'tributary.payment.failed.v1':
      return failPayment(data as InboundData<typeof type>, order);
    case 'tributary.refund.issued.v1':
      return refund(data as InboundData<typeof type>, order);
    case 'tributary.fulfilment.accepted.v1':
      return accept(data as InboundData<typeof type>, order);
    case 'tributary.fulfilment.picked.v1':
      return pick(data as InboundData<typeof type>, order);
    case 'tributary.fulfilment.shorted.v1':
      return short(data as InboundData<typeof type>, order);
    case 'tributary.fulfilment.packed.v1':
      return pack(data as InboundData<typeof type>, order);
    case 'tributary.shipment.dispatched.v1':
      return ship(data as InboundData<typeof type>, order);
    case 'tributary.shipment.tracked.v1':
      return track(data as InboundData<typeof type>, order);
    case 'tributary.shipment.delivered.v1':
      return deliver(data as InboundData<typeof type>, order);
    case 'tributary.pickup.ready.v1':
      return makeReady(data as InboundData<typeof type>, order);
    case 'tributary.pickup.handed-over.v1':
      return handOver(data as InboundData<typeof type>, order);
    case 'tributary.return.received.v1':
      return takeBack(data as ReturnReceived, order);
    case 'tributary.order.captured.v1':
    case 'tributary.sale.recorded.v1':
      return ignored('already-captured', 'An order with this channel and number is known.');
    default:
      return type satisfies never;
  }
};

const change = (
  { change: { shipTo }, reason }: InboundData<'tributary.order.change-requested.v1'>,
  order: Captured,
): Reading =>
  order.lines.some(({ fulfilled }) => fulfilled > 0)
    ? ignored('already-on-its-way', 'Part of the order has left; the address can no longer be changed.')
    : applied({
        type: 'tributary.order.delivery-address-changed.v1',
        data: { orderId: order.orderId, shipTo, ...(reason && { reason }) },
      });
