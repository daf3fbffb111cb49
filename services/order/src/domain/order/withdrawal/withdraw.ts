import { type ReturnPolicy, type Withdraw, withdrawalReason } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import { cancel } from '../lines/cancel.ts';
import { type Line, openQuantity, unitsOf } from '../lines/lines.ts';
import { type Captured, type OrderEvent, evolve } from '../order.ts';
import { dueNowAfterReturns } from '../payment/owed.ts';
import { mayComeBack, tooManyExpected } from '../return/authorise.ts';
import { reasonIn } from '../return/policy.ts';
import { chargesBack, isWholeBack } from '../return/receive.ts';
import { authorisedUnits } from '../return/returns.ts';
import { sendBackEnd, withdrawalEnd } from './window.ts';

type Withdrawn = Extract<OrderEvent, { type: 'tributary.order.withdrawn.v1' }>['data'];
type ReturnAuthorised = ReturnType<typeof mayComeBack>;

/**
 * A consumer withdraws from the contract, or a part of it, without having to say why (Directive 2011/83/EU,
 * articles 9 to 16). What has not left is cancelled, what has may come back: each unit is one or the other.
 * @param now UTC ISO 8601
 */
export const withdraw = (
  asked: Withdraw,
  order: Captured,
  policy: ReturnPolicy,
  now: string,
): Decision<OrderEvent, Refusal> => {
  const declaredAt = new Date(asked.at ?? now).toISOString();
  const units = askedUnits(asked, order);
  const fault = momentFault(declaredAt, order, policy, now) ?? goodsFault(asked, units, order, policy);
  if (fault) return refuse(fault);
  const lines = unitsOf(order.lines, ({ lineId }) => units.get(lineId)!);
  const cancelled = unitsOf(order.lines, (line) => Math.min(units.get(line.lineId)!, openQuantity(line)));
  const cancelling = cancelEvents(cancelled, order);
  const after = cancelling.reduce(evolve, order) as Captured;
  const sent = unitsOf(order.lines, (line) => Math.max(0, units.get(line.lineId)! - openQuantity(line)));
  const tooMany = sent.length > 0 ? tooManyExpected(order) : undefined;
  if (tooMany) return refuse(tooMany);
  const sendBackBy = sendBackEnd(declaredAt);
  const back = sent.length > 0 ? comeBack(sent, after, policy, sendBackBy) : undefined;
  const { name, contact, statement } = asked;
  const data: Withdrawn = {
    orderId: order.orderId,
    withdrawalId: `W-${order.withdrawals + 1}`,
    declaredAt,
    lines,
    cancelled,
    ...(back && { returnId: back.data.returnId, sendBackBy }),
    worth: dueNowAfterReturns(order) - dueNowAfterReturns(after) + (back ? givenFor(back, after, policy) : 0),
    ...(name && { name }),
    ...(contact && { contact }),
    ...(statement && { statement }),
  };
  return accept(...cancelling, ...(back ? [back] : []), { type: 'tributary.order.withdrawn.v1', data });
};

/** Units that a consumer may withdraw from: what they wait for, and what they have and need not send back yet. */
export const withdrawable = (order: Captured, line: Line): number =>
  openQuantity(line) + Math.max(0, line.fulfilled - line.returned - authorisedUnits(order, line.lineId));

/** So many units of each line; a line named twice is meant twice. */
const askedUnits = ({ lines }: Withdraw, order: Captured): ReadonlyMap<string, number> =>
  new Map(
    order.lines.map((line) => [
      line.lineId,
      lines
        ? lines.reduce((sum, { lineId, quantity }) => sum + (lineId === line.lineId ? quantity : 0), 0)
        : withdrawable(order, line),
    ]),
  );

/** An order has at most so many: its page lists them all. */
const mostWithdrawals = 100;

const momentFault = (
  declaredAt: string,
  order: Captured,
  policy: ReturnPolicy,
  now: string,
): Refusal | undefined => {
  if (order.kind === 'sale')
    return {
      code: 'bought-at-till',
      reason:
        'It was bought in a store and taken along: there is a right of withdrawal only from what was bought at a distance.',
    };
  if (order.withdrawals >= mostWithdrawals)
    return { code: 'too-many-withdrawals', reason: `${mostWithdrawals} withdrawals of it are known.` };
  if (declaredAt > now)
    return { code: 'declared-later', reason: `It is ${now}: nothing was declared at ${declaredAt} yet.` };
  const end = withdrawalEnd(order, policy);
  if (end === undefined || declaredAt <= end) return undefined;
  const ended = end.slice(0, 10);
  return {
    code: 'withdrawal-over',
    reason: `The time to withdraw ended on ${ended}: goods may still come back under a return, for a reason of the policy.`,
    details: { ended },
  };
};

const goodsFault = (
  { lines: named = [] }: Withdraw,
  units: ReadonlyMap<string, number>,
  order: Captured,
  { noWithdrawal }: ReturnPolicy,
): Refusal | undefined => {
  const unknown = named.find(({ lineId }) => !units.has(lineId));
  if (unknown) return { code: 'unknown-line', reason: `The order has no line ${unknown.lineId}.` };
  const left = (line: Line) => withdrawable(order, line);
  const wanted = order.lines.filter(({ lineId }) => units.get(lineId)! > 0);
  if (wanted.every((line) => left(line) === 0))
    return {
      code: 'nothing-to-withdraw',
      reason: 'All of it was cancelled, came back or is to come back already.',
    };
  const excluded = wanted.filter(({ sku }) => noWithdrawal?.skus?.includes(sku));
  if (excluded.length > 0) {
    const lineIds = excluded.map(({ lineId }) => lineId);
    return {
      code: 'no-right-of-withdrawal',
      reason: `There is no right of withdrawal from ${excluded.map(({ lineId, sku }) => `line ${lineId} (${sku})`).join(', ')}: name the others.`,
      details: { lineIds },
    };
  }
  const beyond = wanted.find((line) => units.get(line.lineId)! > left(line));
  return (
    beyond && {
      code: 'not-withdrawable',
      reason: `Of line ${beyond.lineId} ${left(beyond)} can be withdrawn from.`,
    }
  );
};

/** Nothing is cancelled where no line is named: without lines, a cancellation would be of everything. */
const cancelEvents = (lines: Withdrawn['cancelled'], order: Captured): readonly OrderEvent[] => {
  if (lines.length === 0) return [];
  const reading = cancel({ lines, reason: withdrawalReason.name }, order);
  return reading.kind === 'applied' ? reading.events : [];
};

const comeBack = (
  sent: Withdrawn['lines'],
  order: Captured,
  policy: ReturnPolicy,
  until: string,
): ReturnAuthorised =>
  mayComeBack(
    { lines: sent.map(({ lineId, quantity }) => ({ lineId, quantity, reason: withdrawalReason.code })) },
    order,
    policy,
    until,
  );

/** Minor units that are given back once goods came back, with the postage where nothing of the order is kept then. */
const givenFor = ({ data }: ReturnAuthorised, order: Captured, policy: ReturnPolicy): number => {
  const all = [...order.authorised.values(), data.lines]
    .flat()
    .map((line) => ({ ...line, reason: reasonIn(policy, line.reason) }));
  const postage = isWholeBack(all, order) ? chargesBack(all, order) : [];
  const worth = postage.reduce((sum, { amount }) => sum - amount, data.worth);
  return Math.min(worth, dueNowAfterReturns(order));
};
