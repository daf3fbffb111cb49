import type { HoldRules, ReturnReceived, SaleRecorded } from '@tributary/contracts';
import type { Fitted } from './attributes/declared.ts';
import { type CaptureContext, captureOrder, recordSale } from './capture.ts';
import { fulfilmentRules } from './fulfilment/rules.ts';
import { heldFromTheStart } from './hold/from-the-start.ts';
import { noHoldRules } from './hold/hold-rules.ts';
import { withReleased } from './hold/released.ts';
import { holdRules } from './hold/rules.ts';
import { lineRules } from './lines/rules.ts';
import { capturedAgain } from './history.ts';
import { type ToldReceipt, isAnotherReceipt } from './number.ts';
import { type Captured, type Order, type OrderEvent, evolve } from './order.ts';
import { paymentRules } from './payment/rules.ts';
import { namesAsEarlier, splitReceipt } from './receipt/receipt.ts';
import { type Reading, type WithoutEffect, applied, ignored, waits } from './reading.ts';
import { returnRules } from './return/rules.ts';
import type { AllRules, OrderMessageType, PlacingType, Rule } from './rule.ts';
import { Turns } from './turns.ts';
import {
  type Waiter,
  type Waiting,
  type WaitingFact,
  inTurn,
  waitersForCapture,
  waitersOn,
} from './waiting.ts';

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
export const receiveFact = (
  fact: ReportedFact,
  order: Order,
  holdRules: HoldRules = noHoldRules,
): OrderEvent[] => {
  const reading = read(fact, order, holdRules);
  const { messageId, messageType, occurredAt, data } = fact;
  const orderId = fact.orderId as Captured['orderId'];
  switch (reading.kind) {
    case 'ignored':
      return [withoutEffect(fact, reading, orderId)];
    case 'waits':
      return [
        {
          type: 'tributary.order.fact-parked.v1',
          data: { orderId, messageId, messageType, occurredAt, waitsFor: reading.waitsFor, data },
        },
      ];
    case 'applied': {
      const events = [
        ...reading.events,
        ...(reading.except ? [withoutEffect(fact, reading.except, orderId)] : []),
      ];
      return withResumed(events, order);
    }
    default:
      return reading satisfies never;
  }
};

/**
 * Whether a receipt's number was used before, for another one: it is a receipt of its own. So is one
 * that says of goods that they came back of an earlier receipt with its own number, whichever is told first.
 */
export const isAboutAnotherOrder = (fact: ReportedFact, order: Order): boolean => {
  if (fact.messageType !== 'tributary.sale.recorded.v1') return false;
  const data = fact.data as SaleRecorded;
  if (namesAsEarlier(data, fact.orderId)) return true;
  const known = { ...(order.stage === 'captured' && { sale: order }), ...takenBackOf(order) };
  const isUsed = order.stage === 'captured' || order.takenBack !== undefined;
  return isUsed && isAnotherReceipt(toldReceipt(data, contextOf(fact)), known);
};

/** What came back on a receipt, as a return; undefined where nothing did. */
export const broughtBackOn = (fact: ReportedFact): ReturnReceived | undefined =>
  splitReceipt(fact.data as SaleRecorded, contextOf(fact)).broughtBack;

const takenBackOf = ({ takenBack }: Order) => ({ ...(takenBack && { takenBack }) });

const toldReceipt = (data: SaleRecorded, context: CaptureContext): ToldReceipt => {
  const { sale, takenBack } = splitReceipt(data, context);
  return { ...(sale && { sale: recordSale(sale, context) }), ...(takenBack && { takenBack }) };
};

const withoutEffect = (
  { messageId, messageType }: Pick<WaitingFact, 'messageId' | 'messageType'>,
  { code, reason }: WithoutEffect,
  orderId: Captured['orderId'],
): OrderEvent => ({
  type: 'tributary.order.fact-ignored.v1',
  data: { orderId, messageId, messageType, code, reason },
});

/**
 * At most so many messages are taken up by one decision: what a single fact sets free may be thousands,
 * and nothing else is done while it is decided and recorded.
 */
export const mostResumed = 100;

/**
 * Facts, and after them, with the time they happened, those that waited for what they bring, as long as one
 * leads to another, and the ends of the holds that waited for any of it.
 */
export const withResumed = (events: readonly OrderEvent[], before: Order): OrderEvent[] => {
  const order = events.reduce(evolve, before);
  if (order.stage === 'not-captured') return [...events];
  const helped = [...waitersForCapture(order), ...waitersOn(order, events)].filter(isHelpedBy(order));
  return withReleased([...events, ...resumed(order, inTurn(helped))], before);
};

/** Of all that wait, those that can be applied: what `withResumed` left over. */
export const resumeRest = (order: Captured): OrderEvent[] =>
  withReleased(resumed(order, order.waiting.byMessage.values()), order);

/** Whether a decision took up as many as it may, so that there may be more. */
export const mayHaveLeftMore = (events: readonly Pick<OrderEvent, 'type'>[]): boolean =>
  events.filter(({ type }) => type === 'tributary.order.fact-resumed.v1').length >= mostResumed;

/** @param waiters that may be helped, in turn; those that wait on for the same are passed over */
const resumed = (order: Captured, waiters: Iterable<Waiter>): OrderEvent[] => {
  const events: OrderEvent[] = [];
  const turns = new Turns(waiters);
  let current = order;
  for (let count = 0, next = turns.next(); next && count < mostResumed; next = turns.next()) {
    const { fact } = next;
    if (current.waiting.byMessage.get(fact.messageId) !== next) continue;
    const reading = readKnown(fact, current);
    if (reading.kind === 'waits' && reading.waitsFor === fact.waitsFor) continue;
    const told =
      reading.kind === 'waits'
        ? [waitingAgain(fact, reading.waitsFor, order)]
        : resumedEvents(fact, reading, order);
    if (reading.kind !== 'waits') count += 1;
    events.push(...told);
    current = told.reduce<Order>(evolve, current) as Captured;
    turns.join(waitersOn(current, told).filter(isHelpedBy(current)));
  }
  return events;
};

const isHelpedBy =
  (order: Captured) =>
  ({ fact }: Waiter): boolean => {
    const reading = readKnown(fact, order);
    return reading.kind !== 'waits' || reading.waitsFor !== fact.waitsFor;
  };

/** It waits on, for something else: who looks at the order is told for what. */
const waitingAgain = (
  waiting: WaitingFact,
  waitsFor: WaitingFact['waitsFor'],
  { orderId }: Captured,
): OrderEvent => ({
  type: 'tributary.order.fact-parked.v1',
  data: { ...waiting, orderId, waitsFor, waitedFor: waiting.waitsFor },
});

const resumedEvents = (
  fact: WaitingFact,
  reading: Exclude<Reading, { kind: 'waits' }>,
  { orderId }: Captured,
): OrderEvent[] => {
  const { messageId, messageType, occurredAt, waitsFor: waitedFor } = fact;
  const applied = reading.kind === 'applied' ? reading.events : [];
  const kept = reading.kind === 'applied' ? reading.except : reading;
  return [
    { type: 'tributary.order.fact-resumed.v1', data: { orderId, messageId, messageType, waitedFor } },
    ...applied.map((event) => ({ ...event, time: occurredAt })),
    ...(kept ? [withoutEffect(fact, kept, orderId)] : []),
  ];
};

/** A sale is rung up once; another one under its number is an order of its own. */
const rungUpBefore = (): Reading =>
  ignored('already-captured', 'An order with this channel and number is known.');

/** How a known order takes each message: every room's part of the one table. */
const rules = {
  'tributary.order.captured.v1': capturedAgain,
  'tributary.sale.recorded.v1': rungUpBefore,
  ...lineRules,
  ...holdRules,
  ...fulfilmentRules,
  ...paymentRules,
  ...returnRules,
} satisfies AllRules;

export const orderMessageTypes = Object.keys(rules) as OrderMessageType[];

const read = (fact: ReportedFact, order: Order, holdRules: HoldRules): Reading => {
  if (order.stage === 'captured') return readKnown(fact, order);
  if (!isPlacing(fact)) return waits('capture');
  const isToldAgain = order.takenBack && fact.messageType === 'tributary.sale.recorded.v1';
  return isToldAgain ? rungUpBefore() : applied(...placing(fact, order, holdRules));
};

const readKnown = (fact: ReportedFact | WaitingFact, order: Captured): Reading => {
  const rule = rules[fact.messageType as OrderMessageType] as Rule<OrderMessageType>;
  return rule(fact.data as Parameters<typeof rule>[0], order, fact);
};

type PlacingFact = ReportedFact & { readonly messageType: PlacingType };

const isPlacing = (fact: ReportedFact): fact is PlacingFact =>
  fact.messageType === 'tributary.order.captured.v1' || fact.messageType === 'tributary.sale.recorded.v1';

const contextOf = ({ occurredAt, businessDate, orderId }: ReportedFact): CaptureContext => ({
  orderId: orderId as Captured['orderId'],
  time: occurredAt,
  ...(businessDate && { businessDate }),
});

const placing = (fact: PlacingFact, waiting: Waiting, holdRules: HoldRules): OrderEvent[] => {
  const { messageType, data, imported } = fact;
  switch (messageType) {
    case 'tributary.order.captured.v1':
      return [capturing(data as Fitted, contextOf(fact), { imported, waiting, holdRules })];
    case 'tributary.sale.recorded.v1':
      return ringingUp(toldReceipt(data as SaleRecorded, contextOf(fact)));
    default:
      return messageType satisfies never;
  }
};

/** What an order is placed by, in a world that may have heard of it before. */
interface Surroundings {
  readonly imported: boolean;
  readonly waiting: Waiting;
  readonly holdRules: HoldRules;
}

/** An order is placed, held for what it is to be held for from the start. */
export const capturing = (
  data: Fitted,
  context: CaptureContext,
  { imported, waiting, holdRules }: Surroundings,
): OrderEvent => {
  const order = captureOrder(data, context, imported);
  const holding = { told: data.holds ?? [], rules: holdRules, waiting };
  return { type: 'tributary.order.placed.v2', data: heldFromTheStart(order, holding, context.time) };
};

const ringingUp = ({ sale, takenBack }: ToldReceipt): OrderEvent[] => [
  ...(sale ? [{ type: 'tributary.order.placed.v2' as const, data: sale }] : []),
  ...(takenBack ? [{ type: 'tributary.order.goods-taken-back.v1' as const, data: takenBack }] : []),
];
