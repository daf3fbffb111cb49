import type {
  Address,
  Charge,
  Customer,
  Disposition,
  LineQuantities,
  Method,
  OrderStatus,
} from '@tributary/contracts';
import type { Collection } from '@tributary/read-store';

/** One order as it is now: what a person sees who opens it. */
export interface OrderPage {
  readonly orderId: string;
  readonly channel: string;
  readonly number: string;
  readonly kind: 'order' | 'sale';
  readonly status: OrderStatus;
  /** UTC ISO 8601: when the customer ordered, and when something last happened. */
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly businessDate?: string;
  readonly location?: string;
  readonly imported?: true;
  readonly customer?: Customer;
  readonly shipTo?: Address;
  readonly currency: string;
  readonly money: Money;
  readonly lines: readonly PageLine[];
  readonly charges: readonly Charge[];
  readonly payments: readonly PagePayment[];
  readonly fulfilments: readonly PageFulfilment[];
  readonly returns: readonly PageReturn[];
  readonly waiting: readonly {
    readonly messageId: string;
    readonly messageType: string;
    readonly waitsFor: string;
    /** When it happened, and since when it waits, UTC ISO 8601. */
    readonly at: string;
    readonly since: string;
  }[];
  readonly rejected?: true;
  /** What is known of the order beyond what is listed, see `mostListed`. */
  readonly more?: MoreOfPage;
  /** Version of the order's stream this page shows. */
  readonly rev: number;
}

/**
 * An order of thousands of payments or parcels lists so many of each kind, those that came first, so that
 * what a fact costs is bounded. Quantities, money and status count all, and its timeline holds all.
 */
export const mostListed = 1_000;

export interface MoreOfPage {
  /** Facts about payments that are not listed. */
  readonly payments?: number;
  readonly fulfilments?: number;
  readonly returns?: number;
  /** Messages that wait, and since when the first of them has, UTC ISO 8601. */
  readonly waiting?: { readonly messages: number; readonly since: string };
}

/** With so many of a kind that are not listed. */
export const withMore = (
  page: OrderPage,
  kind: 'payments' | 'fulfilments' | 'returns',
  count: number,
): OrderPage => ({ ...page, more: { ...page.more, [kind]: (page.more?.[kind] ?? 0) + count } });

/** Minor units. */
export interface Money {
  readonly lines: number;
  readonly charges: number;
  readonly total: number;
  /** Over all payments: what was set aside for each, or what it took when that is more. Of those that are not listed each fact counts by itself. */
  readonly authorised: number;
  readonly captured: number;
  readonly refunded: number;
  /** Of the refunds, those given for returned goods. */
  readonly refundedForReturns: number;
  /** What is still to be paid; negative when more was taken than is due and not yet given back. */
  readonly owed: number;
}

export interface PageLine {
  readonly lineId: string;
  readonly sku: string;
  readonly name?: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: number;
  readonly method: Method;
  readonly pickupAt?: string;
  readonly quantities: LineQuantities;
}

export interface PagePayment {
  readonly paymentId: string;
  readonly method?: string;
  /** Minor units: all that was captured, or what is set aside until something is; zero when it failed. */
  readonly amount: number;
  readonly status: 'authorised' | 'captured' | 'failed';
  /** What was set aside for a captured payment, where that is more than was captured. */
  readonly authorised?: number;
}

export type PageFulfilmentStatus =
  | 'offered'
  | 'accepted'
  | 'picked'
  | 'short'
  | 'packed'
  | 'ready'
  | 'shipped'
  | 'delivered'
  | 'handed-over'
  | 'cancelled'
  | 'lost';

export interface PageFulfilment {
  readonly fulfilmentId: string;
  /** Left out for goods that are not of our stock. */
  readonly location?: string;
  readonly method: Method;
  /** Another system decided it. */
  readonly elsewhere?: true;
  readonly status: PageFulfilmentStatus;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly shipments: readonly PageShipment[];
  /** How many of its shipments are not listed. */
  readonly moreShipments?: number;
  readonly updatedAt: string;
}

export interface PageShipment {
  readonly shipmentId: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly status: string;
  /** When that was so, UTC ISO 8601. */
  readonly at: string;
}

export interface PageReturn {
  readonly returnId: string;
  readonly location?: string;
  readonly at: string;
  /** Given back, minor units: for the lines, less `charges`. */
  readonly refund: number;
  /** Positive was charged with the return, negative was given back. */
  readonly charges?: readonly Charge[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly sku: string;
    readonly quantity: number;
    readonly disposition: Disposition;
  }[];
}

/** Everything a person might type to find an order; each on its own line. */
const searchText = (page: OrderPage): string =>
  [
    page.orderId,
    page.number,
    page.customer?.id,
    page.customer?.name,
    page.customer?.email,
    page.customer?.phone,
    page.shipTo?.name,
    page.shipTo?.postalCode,
    ...page.lines.flatMap(({ sku, name }) => [sku, name]),
    ...page.payments.map(({ paymentId }) => paymentId),
    ...page.fulfilments.flatMap(({ shipments }) =>
      shipments.flatMap(({ shipmentId, tracking }) => [shipmentId, tracking]),
    ),
    ...page.returns.map(({ returnId }) => returnId),
  ]
    .filter((part) => part !== undefined)
    .join('\n');

/** Found by id and by text; lists go by `orderList`. */
export const orderPages: Collection<OrderPage> = {
  name: 'repository.orders',
  version: 8,
  fields: {},
  indexes: [],
  text: searchText,
};
