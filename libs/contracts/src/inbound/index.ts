import type { z } from 'zod';
import { placeKeyOf } from '../identifiers.ts';
import type { Service } from '../services.ts';
import { CancelRequested, ChangeRequested, OrderCaptured } from './orders.ts';
import { HoldRequested, ReleaseRequested } from './holds.ts';
import { SaleRecorded } from './sales.ts';
import {
  PaymentAuthorised,
  PaymentCaptured,
  PaymentExpired,
  PaymentFailed,
  PaymentVoided,
  RefundFailed,
  RefundIssued,
} from './payments.ts';
import { StockAdjusted, StockCounted, StockMoved, StockReceived, SupplyExpected } from './stock.ts';
import {
  FulfilmentAccepted,
  FulfilmentPacked,
  FulfilmentPicked,
  FulfilmentShorted,
  PickupHandedOver,
  PickupReady,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentTracked,
} from './fulfilments.ts';
import { ReturnReceived } from './returns.ts';
import { CustomerLinked, CustomerUnlinked } from './customer-links.ts';
import { CustomerUpdated, LocationUpdated, PostalAreasUpdated, ProductUpdated } from './reference-data.ts';

export interface InboundType<S extends z.ZodType> {
  topic: `tributary.inbound.${string}`;
  data: S;
  /** Messages with the same key are handled in the order they arrived. */
  key: (data: z.infer<S>) => string;
  /** What the key is, in words. */
  keyedBy: string;
  /** Who applies it. Each appends at least one event caused by the message, or the repository projects it. */
  appliedBy: readonly Service[];
  summary: string;
}

interface Key<D> {
  readonly of: (data: D) => string;
  readonly is: string;
}

const inboundType = <S extends z.ZodType>(
  topic: string,
  data: S,
  { of: key, is: keyedBy }: Key<z.infer<S>>,
  appliedBy: readonly Service[],
  summary: string,
): InboundType<S> => ({ topic: `tributary.inbound.${topic}`, data, key, keyedBy, appliedBy, summary });

const order: Key<{ orderId: string }> = { is: 'orderId', of: ({ orderId }) => orderId };
const captured: Key<{ channel: string; number: string }> = {
  is: 'the order id, `<channel>.<number>`',
  of: ({ channel, number }) => `${channel}.${number}`,
};
const place: Key<{ sku: string; location: string }> = {
  is: '`<sku>@<location>`',
  of: ({ sku, location }) => placeKeyOf(sku, location),
};

/** Every message an integrator may publish, by CloudEvents type. */
export const inboundTypes = {
  'tributary.order.captured.v1': inboundType(
    'orders',
    OrderCaptured,
    captured,
    ['order'],
    'A channel took an order',
  ),
  'tributary.order.change-requested.v1': inboundType(
    'orders',
    ChangeRequested,
    order,
    ['order'],
    'A change to an order is asked for',
  ),
  'tributary.order.cancel-requested.v1': inboundType(
    'orders',
    CancelRequested,
    order,
    ['order'],
    'A cancellation is asked for',
  ),
  'tributary.order.hold-requested.v1': inboundType(
    'orders',
    HoldRequested,
    order,
    ['order'],
    'An order is to be held',
  ),
  'tributary.order.release-requested.v1': inboundType(
    'orders',
    ReleaseRequested,
    order,
    ['order'],
    'A hold of an order is to end',
  ),
  'tributary.sale.recorded.v1': inboundType(
    'orders',
    SaleRecorded,
    captured,
    ['order'],
    'A till rang up a receipt: goods sold, goods that came back, or both',
  ),
  'tributary.payment.authorised.v1': inboundType(
    'payments',
    PaymentAuthorised,
    order,
    ['order'],
    'Money was set aside',
  ),
  'tributary.payment.captured.v1': inboundType(
    'payments',
    PaymentCaptured,
    order,
    ['order'],
    'Money was taken',
  ),
  'tributary.payment.failed.v1': inboundType('payments', PaymentFailed, order, ['order'], 'A payment failed'),
  'tributary.payment.voided.v1': inboundType(
    'payments',
    PaymentVoided,
    order,
    ['order'],
    'What is set aside and not taken was given up',
  ),
  'tributary.payment.expired.v1': inboundType(
    'payments',
    PaymentExpired,
    order,
    ['order'],
    'What is set aside and not taken ran out',
  ),
  'tributary.refund.issued.v1': inboundType(
    'payments',
    RefundIssued,
    order,
    ['order'],
    'Money was given back',
  ),
  'tributary.refund.failed.v1': inboundType(
    'payments',
    RefundFailed,
    order,
    ['order'],
    'A refund that was asked for did not come about',
  ),
  'tributary.stock.counted.v1': inboundType('stock', StockCounted, place, ['inventory'], 'Stock was counted'),
  'tributary.stock.adjusted.v1': inboundType(
    'stock',
    StockAdjusted,
    place,
    ['inventory'],
    'Stock was corrected by a difference',
  ),
  'tributary.stock.received.v1': inboundType('supply', StockReceived, place, ['inventory'], 'Goods came in'),
  'tributary.stock.moved.v1': inboundType(
    'stock',
    StockMoved,
    { is: '`<sku>@<from>`', of: ({ sku, from }) => placeKeyOf(sku, from) },
    ['inventory'],
    'Stock moved between locations',
  ),
  'tributary.supply.expected.v1': inboundType(
    'supply',
    SupplyExpected,
    place,
    ['inventory'],
    'Goods are on order',
  ),
  'tributary.fulfilment.accepted.v1': inboundType(
    'fulfilments',
    FulfilmentAccepted,
    order,
    ['order'],
    'A location took on its part of an order',
  ),
  'tributary.fulfilment.picked.v1': inboundType(
    'fulfilments',
    FulfilmentPicked,
    order,
    ['order'],
    'Lines were picked',
  ),
  'tributary.fulfilment.shorted.v1': inboundType(
    'fulfilments',
    FulfilmentShorted,
    order,
    ['order'],
    'Lines could not be picked',
  ),
  'tributary.fulfilment.packed.v1': inboundType(
    'fulfilments',
    FulfilmentPacked,
    order,
    ['order'],
    'A fulfilment was packed',
  ),
  'tributary.shipment.dispatched.v1': inboundType(
    'shipments',
    ShipmentDispatched,
    order,
    ['order'],
    'A shipment left',
  ),
  'tributary.shipment.tracked.v1': inboundType(
    'shipments',
    ShipmentTracked,
    order,
    ['order'],
    'A carrier scanned a shipment',
  ),
  'tributary.shipment.delivered.v1': inboundType(
    'shipments',
    ShipmentDelivered,
    order,
    ['order'],
    'A shipment arrived',
  ),
  'tributary.pickup.ready.v1': inboundType(
    'fulfilments',
    PickupReady,
    order,
    ['order'],
    'A pickup can be collected',
  ),
  'tributary.pickup.handed-over.v1': inboundType(
    'fulfilments',
    PickupHandedOver,
    order,
    ['order'],
    'A pickup was collected',
  ),
  'tributary.return.received.v1': inboundType(
    'returns',
    ReturnReceived,
    { is: 'orderId, without one returnId', of: ({ orderId, returnId }) => orderId ?? returnId },
    ['order'],
    'Goods came back',
  ),
  'tributary.product.updated.v1': inboundType(
    'catalogue',
    ProductUpdated,
    { is: 'sku', of: ({ sku }) => sku },
    ['repository'],
    'A product changed',
  ),
  'tributary.location.updated.v1': inboundType(
    'locations',
    LocationUpdated,
    { is: 'locationId', of: ({ locationId }) => locationId },
    ['sourcing'],
    'A location changed',
  ),
  'tributary.postal-areas.updated.v1': inboundType(
    'locations',
    PostalAreasUpdated,
    { is: 'the country', of: ({ country }) => country },
    ['sourcing'],
    'Where postal areas of a country lie',
  ),
  'tributary.customer.updated.v1': inboundType(
    'customers',
    CustomerUpdated,
    { is: 'the id of the customer', of: ({ id }) => id },
    ['repository'],
    'A customer changed',
  ),
  'tributary.customer.linked.v1': inboundType(
    'customers',
    CustomerLinked,
    { is: 'customerId', of: ({ customerId }) => customerId },
    ['repository'],
    'An id, e-mail, phone or loyalty number is the same person as a customer',
  ),
  'tributary.customer.unlinked.v1': inboundType(
    'customers',
    CustomerUnlinked,
    { is: 'customerId', of: ({ customerId }) => customerId },
    ['repository'],
    'An id, e-mail, phone or loyalty number is another person than a customer',
  ),
} as const;

export type InboundTypeName = keyof typeof inboundTypes;
export type InboundData<T extends InboundTypeName> = z.infer<(typeof inboundTypes)[T]['data']>;
/** The same before it is parsed: ids are plain strings. */
export type InboundInput<T extends InboundTypeName> = z.input<(typeof inboundTypes)[T]['data']>;

export const isInboundType = (type: string): type is InboundTypeName => Object.hasOwn(inboundTypes, type);
