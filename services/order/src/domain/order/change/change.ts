import {
  type ChangeOrder,
  type DeclaredAttributes,
  type FactOf,
  type OrderFact,
  type PlacedLine,
  type ReservedQuantity,
  addsUpExactly,
  dueOfOrder,
} from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import { nothingDeclared } from '../attributes/declared.ts';
import { isInHands } from '../fulfilment/fulfilments.ts';
import { heldBy } from '../fulfilment/held.ts';
import { pricedLines, tellingWaited, unitsOf } from '../lines/lines.ts';
import type { Captured, OrderEvent } from '../order.ts';
import { type Blocked, type Draft, type DraftLine, draftOf, openOf } from './draft.ts';
import { chargesOf, dueNow } from './due.ts';
import { drafted, isBlocked } from './drafting.ts';
import { type RoleLimits, excessOf } from './limits.ts';

type Changed = FactOf<OrderFact, 'tributary.order.changed.v1'>['data'];

/** What the changes come to: the one fact that makes them, or why they cannot be made as they are asked for. */
export interface Planned {
  readonly blocked: readonly Blocked[];
  /** Left out where something is in the way, or nothing would be different. */
  readonly event?: OrderEvent & { readonly type: 'tributary.order.changed.v1' };
}

/**
 * Changes an order, all of what is asked or nothing. Only the difference is reserved or given up, and
 * money is settled once: lines that are not named keep theirs to the minor unit.
 * @param expected the version of the order that the changes were looked at with, if any
 * @param limits how far whoever asks goes alone: what is above is proposed, for somebody else to make
 * @param declared what orders may carry
 */
export const change = (
  asked: ChangeOrder,
  order: Captured,
  { expected, limits, declared }: Within & { readonly expected?: number | undefined },
): Decision<OrderEvent, Refusal> => {
  if (expected !== undefined && expected !== order.rev)
    return refuse({
      code: 'order-moved',
      reason: `The order is at version ${order.rev}, not ${expected}: look at the changes again.`,
      details: { rev: order.rev },
    });
  const { blocked, event } = planChange(asked, order, declared);
  if (!event) return refuse(notChanged(blocked));
  const because = excessOf(event.data, order, limits);
  if (because.length > 0 && order.proposals.size >= mostProposals)
    return refuse({
      code: 'too-many-proposals',
      reason: `${mostProposals} changes of it wait for a supervisor already.`,
    });
  return accept(because.length > 0 ? proposed(asked, event.data.difference, because, order) : event);
};

/** Why nothing comes of a change. */
const notChanged = (blocked: readonly Blocked[]): Refusal =>
  blocked.length > 0
    ? {
        code: 'cannot-change',
        reason: blocked.map(({ reason }) => reason).join(' '),
        details: { blocked },
      }
    : { code: 'no-difference', reason: 'Nothing would be different.' };

/** At most so many wait at once. */
const mostProposals = 20;

const proposed = (
  asked: ChangeOrder,
  difference: number,
  because: string[],
  { orderId, proposed: before }: Captured,
): OrderEvent => ({
  type: 'tributary.order.change-proposed.v1',
  data: { orderId, proposalId: `CP-${before + 1}`, asked, because, difference },
});

/** What holds for changes now: how far somebody goes alone, and what orders may carry. */
interface Within {
  readonly limits?: RoleLimits | undefined;
  readonly declared?: DeclaredAttributes | undefined;
}

/** How somebody closes a proposal. */
interface Closing extends Within {
  readonly outcome: 'approved' | 'refused';
  readonly reason?: string | undefined;
}

/** A proposed change is made, on the order as it is by now and within the limits of who makes it, or refused. */
export const closeProposal = (
  proposalId: string,
  { outcome, reason, limits, declared }: Closing,
  order: Captured,
): Decision<OrderEvent, Refusal> => {
  const asked = order.proposals.get(proposalId);
  if (!asked)
    return refuse({ code: 'no-proposal', reason: `No proposal ${proposalId} of this order waits.` });
  const closed: OrderEvent = {
    type: 'tributary.order.proposal-closed.v1',
    data: { orderId: order.orderId, proposalId, outcome, ...(reason && { reason }) },
  };
  if (outcome === 'refused') return accept(closed);
  const { blocked, event } = planChange(asked, order, declared);
  const because = event ? excessOf(event.data, order, limits) : [];
  if (because.length > 0) return refuse({ code: 'above-limits', reason: because.join(' ') });
  return event ? accept<OrderEvent>(event, closed) : refuse(notChanged(blocked));
};

/** What these changes would do to the order as it is. */
export const planChange = (
  { changes, reason }: ChangeOrder,
  order: Captured,
  declared: DeclaredAttributes = nothingDeclared,
): Planned => {
  const over = endOf(order);
  if (over) return { blocked: [{ pointer: '', ...over }] };
  const blocked: Blocked[] = [];
  let draft = draftOf(order);
  changes.forEach((one, index) => {
    const next = drafted(draft, one, order, declared);
    if (isBlocked(next)) blocked.push({ pointer: `/changes/${index}`, ...next });
    else draft = next;
  });
  const whole = wholeFault(draft, order);
  if (whole) blocked.push({ pointer: '', ...whole });
  if (blocked.length > 0) return { blocked };
  const data = changedBy(draft, order, reason);
  return isDifferent(data)
    ? { blocked, event: tellingWaited(order, { type: 'tributary.order.changed.v1', data }) }
    : { blocked };
};

/** Why nothing of an order can be changed. */
const endOf = ({ complete, rejected, lines }: Captured): Omit<Blocked, 'pointer'> | undefined => {
  if (complete)
    return { code: 'order-ended', reason: 'It was complete when it was told: take goods back instead.' };
  if (rejected || lines.every(({ ordered, cancelled }) => ordered === cancelled))
    return { code: 'order-ended', reason: 'It is cancelled: place another order.' };
  return undefined;
};

const mostLines = 2_000;

/** What no single change can tell. */
const wholeFault = (draft: Draft, order: Captured): Omit<Blocked, 'pointer'> | undefined => {
  const { lines, charges, shipTo } = draft;
  if (lines.length > mostLines)
    return { code: 'too-many-lines', reason: `An order has at most ${mostLines} lines.` };
  const amounts = [...lines, ...charges].map(({ amount }) => amount);
  if (!addsUpExactly([...amounts, chargesOf(order)]))
    return { code: 'too-much', reason: 'All amounts together are more than can be added up exactly.' };
  if (dueAfter(draft, order) < 0)
    return { code: 'below-zero', reason: 'Less than nothing would be due: give money back instead.' };
  const isToBeSent = lines.some(({ goesAnew, method }) => goesAnew && method === 'ship');
  if (isToBeSent && !order.addressed && !shipTo)
    return { code: 'no-address', reason: 'The order has no address to send to: add `deliver-to`.' };
  return undefined;
};

const totalAfter = ({ lines, charges }: Draft, order: Captured): number =>
  [...lines, ...charges].reduce((sum, { amount }) => sum + amount, chargesOf(order));

const dueAfter = (draft: Draft, order: Captured): number =>
  dueOfOrder(
    totalAfter(draft, order),
    pricedLines(draft.lines.map((line) => ({ ...line, cancelled: line.cancelled + line.givenUp }))),
  );

const changedBy = (draft: Draft, order: Captured, reason: string | undefined): Changed => {
  const { lines, charges, prices, promises, attributes, shipTo, customer, note } = draft;
  const total = totalAfter(draft, order);
  return {
    orderId: order.orderId,
    lines: lines.filter(isOther).map(placedAs),
    cancelled: unitsOf(lines, ({ givenUp }) => givenUp),
    anew: unitsOf(lines, (line) => (line.goesAnew ? openOf(line) : 0)),
    toSource: order.sourcedElsewhere ? [] : unitsOf(lines, unsourcedOf),
    release: lines.flatMap((line) => releasedOf(line, order)),
    charges: [...charges],
    prices: prices as Changed['prices'],
    ...(promises.size > 0 && { promises: promisesOf(draft) }),
    ...(attributes.length > 0 && { attributes: attributes as Changed['attributes'] }),
    ...(shipTo && { shipTo }),
    ...(customer && { customer }),
    ...(note !== undefined && { note }),
    total,
    difference: dueAfter(draft, order) - dueNow(order),
    ...(reason && { reason }),
  };
};

/** In the order of the lines. */
const promisesOf = ({ lines, promises }: Draft): NonNullable<Changed['promises']> =>
  lines.flatMap(({ lineId }) => {
    const promisedBy = promises.get(lineId);
    return promisedBy ? [{ lineId: lineId as PlacedLine['lineId'], promisedBy }] : [];
  });

const isDifferent = ({
  lines,
  cancelled,
  charges,
  promises = [],
  attributes = [],
  shipTo,
  customer,
  note,
}: Changed): boolean =>
  lines.length + cancelled.length + charges.length + promises.length + attributes.length > 0 ||
  Boolean(shipTo ?? customer ?? note);

const isOther = ({ before, ordered, unitPrice, amount, goesAnew }: DraftLine): boolean =>
  !before ||
  goesAnew ||
  ordered !== before.ordered ||
  unitPrice !== before.unitPrice ||
  amount !== before.amount;

const placedAs = (line: DraftLine): PlacedLine => {
  const { lineId, sku, name, ordered, unitPrice, amount, method, pickupAt, promisedBy, attributes } = line;
  return {
    lineId,
    sku,
    ...(name && { name }),
    quantity: ordered,
    unitPrice,
    amount,
    method,
    ...(pickupAt && { pickupAt }),
    ...(promisedBy && { promisedBy }),
    ...(attributes && { attributes }),
  };
};

/** All that is open of what goes another way; else the units that are more. */
const unsourcedOf = (line: DraftLine): number =>
  line.goesAnew ? openOf(line) : line.ordered - (line.before?.ordered ?? 0);

/** All of what goes another way; else, of what is given up, what is not held nowhere. What is picked stays. */
const releasedOf = ({ before, goesAnew, givenUp }: DraftLine, order: Captured): ReservedQuantity[] => {
  if (!before) return [];
  const { lineId, ordered, cancelled, fulfilled, allocated } = before;
  const heldNowhere = ordered - cancelled - fulfilled - allocated;
  const quantity = goesAnew ? allocated : givenUp - heldNowhere;
  return heldBy(order, lineId, quantity, (fulfilment) => !isInHands(fulfilment));
};
