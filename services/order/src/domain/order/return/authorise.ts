import type { AuthoriseReturn, ReturnPolicy } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Captured, OrderEvent } from '../order.ts';
import { endOf, reasonIn } from './policy.ts';
import { authorisedUnits, isKnownReturn } from './returns.ts';
import { worthOf } from './worth.ts';

type ReturnAuthorised = Extract<OrderEvent, { type: 'tributary.order.return-authorised.v1' }>;
type Authorised = ReturnAuthorised['data'];

/**
 * Says in advance that goods may come back, for how much and until when. What already came back, or may
 * already, may not come back twice.
 * @param now UTC ISO 8601
 */
export const authorise = (
  asked: AuthoriseReturn,
  order: Captured,
  policy: ReturnPolicy,
  now: string,
): Decision<OrderEvent, Refusal> => {
  const fault = faultOf(asked, order, policy, now);
  if (fault) return refuse(fault);
  const ends = asked.lines.map(({ reason }) => endOf(policy, reasonIn(policy, reason)!, order.goneAt));
  const until =
    asked.despite === undefined ? ends.reduce((first, end) => (end < first ? end : first)) : undefined;
  return accept(mayComeBack(asked, order, policy, until));
};

/**
 * The fact that goods may come back, with what they are worth by the policy.
 * @param asked lines of the order, for reasons of the policy
 * @param until when they are expected at the latest, UTC ISO 8601; at any time where it is left out
 */
export const mayComeBack = (
  asked: AuthoriseReturn,
  order: Captured,
  policy: ReturnPolicy,
  until: string | undefined,
): ReturnAuthorised => {
  const { location, note, despite } = asked;
  const lines = asked.lines.map(({ lineId, quantity, reason }) => ({
    lineId: lineId as Authorised['lines'][number]['lineId'],
    sku: order.lines.find((line) => line.lineId === lineId)!.sku,
    quantity,
    reason,
  }));
  const back = lines.map((line) => ({ ...line, reason: reasonIn(policy, line.reason) }));
  const { goods, fee } = worthOf(back, order);
  return {
    type: 'tributary.order.return-authorised.v1',
    data: {
      orderId: order.orderId,
      returnId: asked.returnId ?? freeName(order),
      lines,
      worth: goods.reduce((sum, worth) => sum + worth, -fee),
      ...(location && { location }),
      ...(until !== undefined && { until }),
      ...(despite !== undefined && { despite }),
      ...(note && { note }),
    },
  };
};

/** At most so many are expected at once. */
const mostAuthorised = 100;

/** Why no further return is authorised, where none is. */
export const tooManyExpected = ({ authorised }: Captured): Refusal | undefined =>
  authorised.size >= mostAuthorised
    ? {
        code: 'too-many-returns',
        reason: `${mostAuthorised} returns of it are expected already: call some off.`,
      }
    : undefined;

const faultOf = (
  { returnId, lines, despite }: AuthoriseReturn,
  order: Captured,
  policy: ReturnPolicy,
  now: string,
): Refusal | undefined => {
  if (returnId !== undefined && isKnownReturn(order, returnId))
    return { code: 'return-known', reason: `Return ${returnId} is known: give this one another name.` };
  const tooMany = tooManyExpected(order);
  if (tooMany) return tooMany;
  const asked = new Map<string, number>();
  for (const { lineId, quantity, reason: code } of lines) {
    const reason = reasonIn(policy, code);
    const known = policy.reasons.map((one) => one.code).join(', ');
    if (!reason)
      return { code: 'unknown-reason', reason: `${code} is no reason for a return; these are: ${known}.` };
    const line = order.lines.find((one) => one.lineId === lineId);
    if (!line) return { code: 'unknown-line', reason: `The order has no line ${lineId}.` };
    asked.set(lineId, (asked.get(lineId) ?? 0) + quantity);
    const left = line.fulfilled - line.returned - authorisedUnits(order, lineId);
    if (asked.get(lineId)! > left)
      return { code: 'not-returnable', reason: `Of line ${lineId} ${Math.max(0, left)} can come back.` };
    const end = endOf(policy, reason, order.goneAt);
    if (end < now && despite === undefined)
      return {
        code: 'time-over',
        reason: `For ${code} line ${lineId} could come back until ${end}: say why it may all the same (despite).`,
      };
  }
  return undefined;
};

const freeName = (order: Captured): string => {
  for (let number = order.returnIds.size + order.authorised.size + 1; ; number += 1) {
    const name = `RMA-${number}`;
    if (!isKnownReturn(order, name)) return name;
  }
};

/** What was authorised is not expected any more. */
export const callOff = (
  { returnId, reason }: { readonly returnId: string; readonly reason?: string | undefined },
  order: Captured,
): Decision<OrderEvent, Refusal> =>
  order.authorised.has(returnId)
    ? accept({
        type: 'tributary.order.return-called-off.v1',
        data: { orderId: order.orderId, returnId, ...(reason && { reason }) },
      })
    : refuse({ code: 'not-authorised', reason: `No return ${returnId} of this order is expected.` });
