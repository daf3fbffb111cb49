import type { TracedBy } from '../api/trace.ts';
import { namedIn } from '../shell/named.ts';

const events = '/trace/events/';
const orders = '/trace/orders/';

/** Where the trace of an event or an order is shown. */
export const tracePath = (by: TracedBy): string =>
  'eventId' in by
    ? `${events}${encodeURIComponent(by.eventId)}`
    : `${orders}${encodeURIComponent(by.orderId)}`;

/** What an address asks for the trace of. */
export const tracedIn = (pathname: string): TracedBy =>
  pathname.startsWith(orders)
    ? { orderId: namedIn(pathname, orders) }
    : { eventId: namedIn(pathname, events) };
