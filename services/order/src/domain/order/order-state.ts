import {
  type Fulfilment,
  type LocationId,
  type Method,
  type OrderFact,
  type OrderId,
  type OrderPlaced,
  type Sku,
  unallocatedOf,
} from '@tributary/contracts';

/** An order as its facts tell it. Before its capture only facts that wait for it are known. */
export type Order = NotCaptured | Captured;

export interface NotCaptured {
  readonly stage: 'not-captured';
  readonly parked: readonly ParkedFact[];
}

export interface Captured {
  readonly stage: 'captured';
  readonly orderId: OrderId;
  readonly kind: OrderPlaced['kind'];
  readonly whenShort: OrderPlaced['whenShort'];
  readonly rejected: boolean;
  readonly lines: readonly Line[];
  readonly fulfilments: readonly FulfilmentState[];
  readonly shipments: readonly Shipment[];
  readonly payments: Readonly<Record<string, PaymentState>>;
  /** Minor units taken and given back, over all payments. */
  readonly captured: number;
  readonly refunded: number;
  readonly refundIds: readonly string[];
  readonly returnIds: readonly string[];
  readonly parked: readonly ParkedFact[];
}

/** ordered = open + fulfilled + cancelled, where open is what is allocated, backordered or waiting to be sourced. */
export interface Line {
  readonly lineId: string;
  readonly sku: Sku;
  readonly method: Method;
  readonly ordered: number;
  readonly cancelled: number;
  readonly allocated: number;
  readonly backordered: number;
  readonly fulfilled: number;
  readonly delivered: number;
  readonly returned: number;
}

/** In the order they can be reached; a later fact never takes a fulfilment back. */
export const fulfilmentStages = ['offered', 'accepted', 'picked', 'packed', 'ready', 'fulfilled'] as const;
export type FulfilmentStage = (typeof fulfilmentStages)[number];

export interface FulfilmentState {
  readonly fulfilmentId: string;
  readonly location: LocationId;
  readonly method: Method;
  readonly stage: FulfilmentStage;
  /** What the location still holds for the order. */
  readonly lines: Fulfilment['lines'];
}

export interface Shipment {
  readonly shipmentId: string;
  readonly fulfilmentId: string;
  readonly lines: Fulfilment['lines'];
  readonly delivered: boolean;
}

export interface PaymentState {
  readonly authorised: number;
  readonly captured: number;
}

/** A message that came before what it needs. It is applied as soon as that is there. */
export interface ParkedFact {
  readonly messageId: string;
  readonly messageType: string;
  readonly occurredAt: string;
  readonly waitsFor: WaitsFor;
  readonly data: unknown;
}

export type WaitsFor = Extract<OrderFact, { type: 'tributary.order.fact-parked.v1' }>['data']['waitsFor'];

export const notCaptured: NotCaptured = { stage: 'not-captured', parked: [] };

export const streamOf = (orderId: string): string => `order-${orderId}`;
/** Undefined for a stream that is not an order's. */
export const orderIdOfStream = (stream: string): string | undefined =>
  stream.startsWith('order-') ? stream.slice('order-'.length) : undefined;

/** Not cancelled and not yet gone. */
export const openQuantity = (line: Line): number => line.ordered - line.cancelled - line.fulfilled;
/** Open and held nowhere: what a new allocation may take up. */
export const unallocated = (line: Line): number => unallocatedOf(line);
/** Whether sourcing has answered for the whole order: every unit is held, waits for stock, or is out. */
export const isDecided = ({ lines }: Captured): boolean =>
  lines.every((line) => unallocated(line) === line.backordered);

/** An id such as `constructor` is an id like any other. */
export const paymentOf = ({ payments }: Captured, paymentId: string): PaymentState | undefined =>
  Object.hasOwn(payments, paymentId) ? payments[paymentId] : undefined;

/** The order service's own facts about one order. */
export type OrderEvent = Extract<OrderFact, { type: `tributary.order.${string}` }> & {
  readonly time?: string;
};
