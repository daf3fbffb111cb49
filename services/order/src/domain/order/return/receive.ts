import type { Charge, ReceiveReturn, ReturnPolicy, ReturnReceived } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Captured, OrderEvent } from '../order.ts';
import { serialsOf } from '../serials.ts';
import { match } from './match.ts';
import { reasonIn } from './policy.ts';
import { refundOf } from './refund.ts';
import { worthOf } from './worth.ts';

type Returned = Extract<OrderEvent, { type: 'tributary.order.returned.v1' }>['data'];

type Line = NonNullable<ReceiveReturn['lines']>[number];

/**
 * Takes goods back over the counter, authorised or not. What they are worth by the policy is credited:
 * it is due no longer, whether it was paid or not; giving money back is another matter. Units beyond
 * those that left are kept, and are worth nothing.
 */
export const receive = (
  returnId: string,
  asked: ReceiveReturn,
  order: Captured,
  policy: ReturnPolicy,
): Decision<OrderEvent, Refusal> => {
  const { location, note } = asked;
  if (order.returnIds.has(returnId))
    return refuse({ code: 'already-returned', reason: `Return ${returnId} was taken back before.` });
  const authorised = order.authorised.get(returnId);
  const lines: readonly Line[] | undefined = asked.lines ?? authorised;
  if (!lines)
    return refuse({
      code: 'not-authorised',
      reason: `No return ${returnId} is expected: name the lines that came back.`,
    });
  const told = lines.map((line) => ({
    ...line,
    reason: line.reason ?? authorised?.find(({ lineId }) => lineId === line.lineId)?.reason,
  }));
  const unknown = told.find(({ lineId }) => order.lines.every((line) => line.lineId !== lineId));
  if (unknown) return refuse({ code: 'unknown-line', reason: `The order has no line ${unknown.lineId}.` });
  const matched = match(asReceived(told, { returnId, location }, order), order);
  if (!matched)
    return refuse({ code: 'not-gone', reason: 'Some of these goods are not known to have left.' });
  const reasonOf = (lineId: string) => {
    const code = told.find((line) => line.lineId === lineId)?.reason;
    return code === undefined ? undefined : reasonIn(policy, code);
  };
  const back = matched.map(({ lineId, quantity, beyond = 0 }) => ({
    lineId,
    quantity: quantity - beyond,
    reason: reasonOf(lineId),
  }));
  const { goods, fee } = worthOf(back, order);
  const charges = [...feeOf(fee), ...(isWholeBack(back, order) ? chargesBack(back, order) : [])];
  const worthy = matched.map((line, index) => {
    const reason = reasonOf(line.lineId)?.code;
    return { ...line, ...(reason && { reason }), refund: goods[index]! };
  });
  return accept({
    type: 'tributary.order.returned.v1',
    data: {
      orderId: order.orderId,
      returnId,
      ...(location && { location }),
      lines: worthy as Returned['lines'],
      ...serialsOf(told, order.lines),
      ...(charges.length > 0 && { charges }),
      refund: 0,
      credited: Math.max(0, refundOf({ lines: worthy as ReturnReceived['lines'], charges })),
      ...(note && { reason: note }),
    },
  });
};

const asReceived = (
  lines: readonly Line[],
  { returnId, location }: Pick<ReturnReceived, 'returnId' | 'location'>,
  order: Captured,
): ReturnReceived =>
  ({
    returnId,
    ...(location && { location }),
    currency: order.currency,
    lines: lines.map(({ lineId, quantity, disposition = 'restock' }) => ({
      lineId,
      sku: order.lines.find((line) => line.lineId === lineId)!.sku,
      quantity,
      disposition,
    })),
  }) as ReturnReceived;

const feeOf = (fee: number): Charge[] =>
  fee > 0 ? [{ code: 'return-fee', name: 'Return fee', amount: fee }] : [];

interface Back {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason?: { readonly givesBackCharges?: boolean | undefined } | undefined;
}

/** Whether nothing of the order is left with the customer, or to come, after these. */
export const isWholeBack = (back: readonly Back[], { lines }: Captured): boolean =>
  lines.every(
    ({ lineId, ordered, cancelled, returned }) =>
      ordered - cancelled - returned ===
      back.filter((one) => one.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0),
  );

/** Postage and the like, for reasons that give them back. */
export const chargesBack = (back: readonly Back[], { fees }: Captured): Charge[] =>
  fees > 0 && back.every(({ reason }) => reason?.givesBackCharges)
    ? [{ code: 'charges', name: 'Charges given back', amount: -fees }]
    : [];
