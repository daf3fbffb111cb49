import {
  type FactOf,
  type LeftBeyond,
  type OrderFact,
  type SourcingDecided,
  type SourcingFact,
  allThatLeft,
  amountText,
} from '@tributary/contracts';

export type TimelineEvent = OrderFact | SourcingFact;

const goods = (lines: readonly { readonly sku: string; readonly quantity: number }[]): string => {
  const shown = lines.slice(0, 3).map(({ sku, quantity }) => `${quantity} × ${sku}`);
  return lines.length > 3 ? `${shown.join(', ')} and ${lines.length - 3} more` : shown.join(', ');
};

/** What should not have left and did: "2 shipped although cancelled, 1 more than ordered". */
const unexpected = (left: string, beyond: readonly LeftBeyond[] = []): string => {
  const counted = (as: LeftBeyond['countsAs']) =>
    beyond.reduce((sum, { countsAs, quantity }) => sum + (countsAs === as ? quantity : 0), 0);
  const parts: readonly (readonly [number, string])[] = [
    [counted('cancelled'), `${left} although cancelled`],
    [counted('surplus'), 'more than ordered'],
  ];
  const said = parts.filter(([units]) => units > 0).map(([units, words]) => `${units} ${words}`);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
};

const returnedBeyond = (lines: readonly { readonly beyond?: number | undefined }[]): string => {
  const units = lines.reduce((sum, { beyond = 0 }) => sum + beyond, 0);
  return units > 0 ? ` (${units} more than had left)` : '';
};

const named = (messageType: string): string =>
  messageType
    .replace(/^tributary\./, '')
    .replace(/\.v\d+$/, '')
    .replaceAll(/[.-]/g, ' ');

/** Two parts of an order may go out from one location: it is named once. */
const places = (parts: readonly { readonly location: string }[]): string =>
  [...new Set(parts.map(({ location }) => location))].join(' and ');

/** Where it happened, as far as it was told. */
const at = ({ location }: { readonly location?: string | undefined }): string =>
  location ? ` at ${location}` : '';

/** What left; nothing is said of an order all of which had left when it was told. */
const gone = (left: Parameters<typeof allThatLeft>[0]): string => {
  const all = allThatLeft(left);
  return all.length > 0 ? `: ${goods(all)}` : '';
};

type GoodsTakenBack = FactOf<OrderFact, 'tributary.order.goods-taken-back.v1'>['data'];

/** What was given for goods that came back, and how, as far as that was told. */
const givenFor = ({ refund, givenBy, currency }: GoodsTakenBack): string => {
  const parts = givenBy.map(({ method, amount }) => `${amountText(amount, currency)} by ${method}`);
  return `${amountText(refund, currency)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
};

type PickupDecided = Extract<OrderFact, { type: 'tributary.order.pickup-decided.v1' }>['data'];

const choiceOf = ({ choice, pickupAt }: PickupDecided): string => {
  switch (choice) {
    case 'wait':
      return 'it waits for stock there';
    case 'ship':
      return 'it is sent instead';
    case 'collect-elsewhere':
      return `it is collected at ${pickupAt}`;
    default:
      return choice satisfies never;
  }
};

/** Names alone: their values may be of a person's. */
const attributesSet = ({
  lineId,
  values,
}: NonNullable<FactOf<OrderFact, 'tributary.order.changed.v1'>['data']['attributes']>[number]): string =>
  `another ${Object.keys(values).join(', ')}${lineId === undefined ? '' : ` of line ${lineId}`}`;

/** What is different about an order, in the order that people ask for it. */
const differences = ({
  lines,
  cancelled,
  prices,
  promises = [],
  attributes = [],
  charges,
  shipTo,
  customer,
  note,
}: FactOf<OrderFact, 'tributary.order.changed.v1'>['data']): string =>
  [
    ...(lines.length > 0 ? [`now ${goods(lines)}`] : []),
    ...(cancelled.length > 0 ? [`without ${goods(cancelled)}`] : []),
    ...prices.map(({ lineId, from, reason }) => `line ${lineId} no longer at ${from} (${reason})`),
    ...charges.map(({ code, name }) => `with ${name ?? code}`),
    ...promises.map(({ lineId, promisedBy }) => `line ${lineId} promised by ${promisedBy}`),
    ...attributes.map(attributesSet),
    ...(shipTo ? ['another address'] : []),
    ...(customer ? ['another contact'] : []),
    ...(note === undefined ? [] : ['another note']),
  ].join(', ');

const decisionOf = ({ outcome, attempt, fulfilments }: SourcingDecided): string => {
  switch (outcome) {
    case 'planned':
      return `Sourced from ${places(fulfilments)}`;
    case 'partly-planned':
      return `Sourced from ${places(fulfilments)}, part of it missing`;
    case 'unsourceable':
      return `No location can serve it (attempt ${attempt})`;
    case 'deferred':
      return 'Not sourced while it is held';
    default:
      return outcome satisfies never;
  }
};

/** Attributes that were told and do not fit what is declared. */
const unfitting = (unfit: readonly { readonly reason: string }[] = []): string =>
  unfit.length > 0 ? ` (not taken: ${unfit.map(({ reason }) => reason).join(' ')})` : '';

/** One line that says what an event meant, in the trade's words. */
export const summaryOf = (event: TimelineEvent): string => {
  switch (event.type) {
    case 'tributary.order.placed.v2':
      return event.data.kind === 'sale'
        ? `Sold at ${event.data.location}: ${goods(event.data.lines)}`
        : `Placed: ${goods(event.data.lines)}${unfitting(event.data.unfit)}`;
    case 'tributary.sourcing.decided.v1':
      return decisionOf(event.data);
    case 'tributary.sourcing.settled.v1':
      return `Sourcing for the waiting lines was ${event.data.outcome.replace('-', ' ')}`;
    case 'tributary.order.allocated.v1':
      return `Stock reserved at ${places(event.data.fulfilments)}`;
    case 'tributary.order.allocation-declined.v1':
      return `Reservation given back: ${event.data.reason}`;
    case 'tributary.order.allocation-lost.v1':
      return `Reservation at ${event.data.location} lost (${event.data.reason}): ${goods(event.data.lines)}`;
    case 'tributary.order.backordered.v1':
      return `Waiting for stock: ${goods(event.data.lines)}`;
    case 'tributary.order.rejected.v1':
      return 'Rejected: not enough stock';
    case 'tributary.order.changed.v1':
      return `Changed: ${differences(event.data)}${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.cancelled.v1':
      return `Cancelled: ${goods(event.data.lines)}${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.cancel-asked.v1':
      return `Asked ${places(event.data.lines)} to put back ${goods(event.data.lines)}`;
    case 'tributary.order.cancel-declined.v1':
      return `Not put back at ${places(event.data.lines)}: ${goods(event.data.lines)}`;
    case 'tributary.order.pickup-decided.v1':
      return `Pickup that ran short decided: ${choiceOf(event.data)}: ${goods(event.data.lines)}${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.change-proposed.v1':
      return `Change ${event.data.proposalId} waits for a supervisor: ${event.data.because.join(' ')}`;
    case 'tributary.order.proposal-closed.v1':
      return `Change ${event.data.proposalId} was ${event.data.outcome}${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.held.v1':
      return `Held for ${event.data.reason}${event.data.note ? ` (${event.data.note})` : ''}`;
    case 'tributary.order.hold-released.v1':
      return `Released from ${event.data.reason}${event.data.because ? `: ${event.data.because}` : ''}${event.data.note ? ` (${event.data.note})` : ''}`;
    case 'tributary.order.history-completed.v1':
      return `The rest of it was told: ${goods(event.data.lines)}`;
    case 'tributary.order.delivery-address-changed.v1':
      return 'Delivery address changed';
    case 'tributary.order.fulfilment-reported.v1':
      return `Served by a fulfilment decided elsewhere, ${event.data.fulfilmentId}${at(event.data)}`;
    case 'tributary.order.fulfilment-accepted.v1':
      return event.data.location ? `Accepted by ${event.data.location}` : 'Accepted';
    case 'tributary.order.fulfilment-picked.v1':
      return `Picked${at(event.data)}${event.data.lines.length > 0 ? `: ${goods(event.data.lines)}` : ''}`;
    case 'tributary.order.fulfilment-shorted.v1':
      return `Short at ${event.data.location}: ${goods(event.data.lines)}`;
    case 'tributary.order.fulfilment-packed.v1':
      return `Packed${at(event.data)}`;
    case 'tributary.order.shipped.v1':
      return `Shipped${event.data.location ? ` from ${event.data.location}` : ''}${gone(event.data)}${unexpected('shipped', event.data.beyond)}${event.data.tracking ? `, tracking ${event.data.tracking}` : ''}`;
    case 'tributary.order.tracked.v1':
      return `Carrier: ${event.data.status}${event.data.place ? ` at ${event.data.place}` : ''}`;
    case 'tributary.order.delivered.v1':
      return `Delivered${event.data.lines.length > 0 ? `: ${goods(event.data.lines)}` : ''}`;
    case 'tributary.order.pickup-ready.v1':
      return `Ready for pickup${at(event.data)}`;
    case 'tributary.order.handed-over.v1':
      return `Handed over${at(event.data)}${gone(event.data)}${unexpected('handed over', event.data.beyond)}`;
    case 'tributary.order.payment-authorised.v1':
      return `Payment ${event.data.paymentId} authorised`;
    case 'tributary.order.payment-captured.v1':
      return `Payment ${event.data.paymentId} captured`;
    case 'tributary.order.payment-failed.v1':
      return `Payment ${event.data.paymentId} failed`;
    case 'tributary.order.payment-voided.v1':
      return `Payment ${event.data.paymentId} given up`;
    case 'tributary.order.payment-expired.v1':
      return `Payment ${event.data.paymentId} ran out`;
    case 'tributary.order.refunded.v1':
      if (event.data.exchangedFor) return `What came back paid for ${event.data.exchangedFor}`;
      return `Refund ${event.data.refundId} issued${event.data.paymentId ? ` by payment ${event.data.paymentId}` : ''}`;
    case 'tributary.order.return-authorised.v1':
      return `Return ${event.data.returnId} may come back: ${goods(event.data.lines)}${event.data.despite ? ` although its time is over (${event.data.despite})` : ''}`;
    case 'tributary.order.return-called-off.v1':
      return `Return ${event.data.returnId} is not expected any more${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.withdrawn.v1':
      return `Withdrawal ${event.data.withdrawalId} by the consumer: ${goods(event.data.lines)}${event.data.returnId ? `, comes back as ${event.data.returnId}` : ''}`;
    case 'tributary.order.refund-requested.v1':
      return `Refund asked for${event.data.goodwill ? ' as goodwill' : ''}: ${event.data.refunds.map(({ refundId, paymentId }) => `${refundId} by payment ${paymentId}`).join(', ')} (${event.data.reason})`;
    case 'tributary.order.refund-failed.v1':
      return `Refund ${event.data.refundId} failed${event.data.reason ? ` (${event.data.reason})` : ''}`;
    case 'tributary.order.returned.v1':
      return `Returned${event.data.location ? ` to ${event.data.location}` : ''}: ${goods(event.data.lines)}${returnedBeyond(event.data.lines)}`;
    case 'tributary.order.goods-taken-back.v1':
      return `Came back on this receipt: ${goods(event.data.lines)} (${givenFor(event.data)})`;
    case 'tributary.order.fact-parked.v1':
      return `Came early, waits for ${event.data.waitsFor}: ${named(event.data.messageType)}`;
    case 'tributary.order.fact-resumed.v1':
      return `No longer waits: ${named(event.data.messageType)}`;
    case 'tributary.order.fact-ignored.v1':
      return `Without effect: ${named(event.data.messageType)} (${event.data.reason})`;
    case 'tributary.attribute.declared.v1':
    case 'tributary.segment.defined.v1':
    case 'tributary.timeline.policy-set.v1':
    case 'tributary.hold.rules-set.v1':
    case 'tributary.approval.limits-set.v1':
    case 'tributary.order-view.saved.v1':
    case 'tributary.order-view.removed.v1':
    case 'tributary.return.policy-set.v1':
    case 'tributary.return.unmatched.v1':
    case 'tributary.sourcing.request-changed.v1':
    case 'tributary.return.fact-ignored.v1':
    case 'tributary.sourcing.paused.v1':
    case 'tributary.sourcing.resumed.v1':
    case 'tributary.backorder.queued.v1':
    case 'tributary.backorder.left.v1':
    case 'tributary.backorder.opened.v1':
    case 'tributary.location.defined.v1':
    case 'tributary.ruleset.published.v1':
    case 'tributary.postal-areas.defined.v1':
      return named(event.type);
    default:
      return event satisfies never;
  }
};
