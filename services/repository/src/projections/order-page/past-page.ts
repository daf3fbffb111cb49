import type { RecordedEvent } from '@tributary/event-store';
import type { KeptFact } from '../order-timeline/order-timeline.ts';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage } from './order-page.ts';

/** A moment on both axes, UTC ISO 8601; an axis that is left out is now. */
export interface Moment {
  /** What had happened by then, told whenever. */
  readonly asOf?: string | undefined;
  /** What had been recorded by then, whenever it happened. */
  readonly knownAt?: string | undefined;
}

const placed = 'tributary.order.placed.v2';

/**
 * The facts of an order that hold at a moment, in the order they were recorded.
 *
 * Known by then is what was recorded before the first fact that was recorded later. True by then is what had happened,
 * and with a fact that was told late all that it was told on top of: the facts about the same line, part, parcel,
 * payment or return that were recorded before it, since what it says follows from them.
 *
 * @param facts of one order, all there are, in the order they were recorded
 * @returns none where the order had not been placed by then
 */
export const factsAt = (facts: readonly KeptFact[], moment: Moment): readonly KeptFact[] => {
  const { asOf } = moment;
  const known = knownBy(facts, moment);
  if (asOf === undefined) return known;
  const placing = known.find(({ type }) => type === placed);
  return placing && placing.time <= asOf ? happenedBy(known, asOf) : [];
};

/**
 * Of the facts after some that all hold, those that hold as well.
 * @param facts in the order they were recorded
 */
export const moreFactsAt = (facts: readonly KeptFact[], moment: Moment): readonly KeptFact[] => {
  const known = knownBy(facts, moment);
  return moment.asOf === undefined ? known : happenedBy(known, moment.asOf);
};

const knownBy = (facts: readonly KeptFact[], { knownAt }: Moment): readonly KeptFact[] => {
  const end = knownAt === undefined ? -1 : facts.findIndex(({ recordedTime }) => recordedTime > knownAt);
  return end === -1 ? facts : facts.slice(0, end);
};

/** The placing holds with whatever does. */
const happenedBy = (known: readonly KeptFact[], asOf: string): readonly KeptFact[] => {
  const builtOn = new Set<string>();
  return known
    .toReversed()
    .filter((fact) => {
      const about = [...subjectsOf(fact.data)];
      const holds =
        fact.type === placed || fact.time <= asOf || about.some((subject) => builtOn.has(subject));
      if (holds) for (const subject of about) builtOn.add(subject);
      return holds;
    })
    .toReversed();
};

/** By what facts name the parts of an order that they are about. */
const naming = new Set([
  'lineId',
  'fulfilmentId',
  'shipmentId',
  'paymentId',
  'refundId',
  'returnId',
  'proposalId',
  'messageId',
  'withdrawalId',
]);

function* subjectsOf(data: unknown): Generator<string> {
  if (typeof data !== 'object' || data === null) return;
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string') {
      if (naming.has(name)) yield `${name} ${value}`;
    } else yield* subjectsOf(value);
  }
}

/** The page of an order after each of these facts; undefined as long as it is not placed. */
export function* pagesAfterEach(facts: readonly KeptFact[]): Generator<OrderPage | undefined> {
  let page: OrderPage | undefined;
  for (const fact of facts) yield (page = orderPage.evolve(page, fact as unknown as RecordedEvent));
}

/**
 * The page of an order after these facts; undefined where it is not placed by them.
 * @param before the page after the facts before them
 */
export const pageAfter = (facts: readonly KeptFact[], before?: OrderPage): OrderPage | undefined =>
  facts.reduce<OrderPage | undefined>(
    // Of its facts alone a page is folded: neither their place in the log nor their stream is looked at.
    (page, fact) => orderPage.evolve(page, fact as unknown as RecordedEvent),
    before,
  );
