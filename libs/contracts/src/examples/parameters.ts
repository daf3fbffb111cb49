import { webhookId } from './facts-webhooks.ts';
import { orderViewId } from './order-views.ts';
import { cursor, customer, eventId, keyId, messageId, mug, orderId, source, store } from './story.ts';

/**
 * Examples of the parameters of the API by name, whatever they are asked with: of those of several kinds
 * under one name, one of each.
 */
export const examplesByParameter: ReadonlyMap<string, readonly unknown[]> = new Map<
  string,
  readonly unknown[]
>(
  Object.entries({
    accept: ['text/event-stream'],
    after: [cursor],
    channel: ['web'],
    code: ['invalid-data'],
    all: ['true'],
    asOf: ['2026-03-04T12:00:00Z'],
    by: ['recorded', 'channel'],
    closes: [6],
    cursor: [cursor],
    customer: [customer.id],
    customerId: [customer.id],
    dryRun: ['true'],
    eventId: [eventId],
    // A moment for orders, a version for a ledger, a date for reports.
    from: ['2026-03-01T00:00:00Z', 101, '2026-03-01'],
    'Idempotency-Key': ['checkout-5512'],
    'If-Match': ['"14"'],
    keyId: [keyId],
    kind: ['location'],
    known: ['close'],
    knownAt: ['2026-03-04T12:00:00Z'],
    'last-event-id': [cursor],
    limit: [50],
    live: ['true'],
    location: [store.locationId],
    locationId: [store.locationId],
    messageId: [messageId],
    minutes: [60],
    name: ['online-retail'],
    orderId: [orderId],
    prefer: ['wait=5'],
    // Words, and what else is asked of orders beside.
    q: ['lovelace mug', 'status:(held OR backordered) -channel:web total:>100'],
    proposalId: ['CP-1'],
    proposals: ['true'],
    returnId: ['RMA-1'],
    queue: ['short'],
    segmentId: ['champions'],
    sku: [mug],
    sort: ['oldest'],
    source: [source],
    state: ['quarantined'],
    status: ['needs-decision'],
    to: ['2026-04-01T00:00:00Z', '2026-03-31'],
    type: ['tributary.order.captured.v1'],
    wait: ['sourced'],
    waiting: ['true'],
    attribute: ['gift-wrap:festive'],
    hold: ['fraud'],
    viewId: [orderViewId],
    webhookId: [webhookId],
    withdrawalId: ['W-1'],
    waitsFor: ['shipment'],
    messageType: ['tributary.return.received.v1'],
    wholeChannel: ['web'],
    wholeLocation: [store.locationId],
    zone: ['Europe/London'],
  }),
);
