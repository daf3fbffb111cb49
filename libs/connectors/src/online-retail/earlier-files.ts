import type { OrderCaptured, ReturnReceived } from '@tributary/contracts';
import type { EarlierMessage } from '../connector.ts';
import { isChargeCode } from './codes.ts';
import { CHANNEL } from './event.ts';
import type { Unreturned } from './unreturned.ts';

const ORDER_IDS = `${CHANNEL}.`;

const numberIn = (orderId: string): string => orderId.slice(ORDER_IDS.length);

/**
 * Brings `unreturned` to where it stood when the files before this one had been read: their orders, less what
 * their cancellations were matched to.
 * @param earlier in the order they were taken in
 * @returns the cancellations told before, by number; what was told first under one stands
 */
export const recall = async (
  earlier: AsyncIterable<EarlierMessage>,
  unreturned: Unreturned,
): Promise<Map<string, ReturnReceived>> => {
  const told = new Map<string, ReturnReceived>();
  for await (const { type, time, data } of earlier) {
    if (type === 'tributary.order.captured.v1') recallOrder(data as OrderCaptured, time, unreturned);
    if (type !== 'tributary.return.received.v1') continue;
    const cancellation = data as ReturnReceived;
    if (told.has(cancellation.returnId)) continue;
    told.set(cancellation.returnId, cancellation);
    recallReturn(cancellation, unreturned);
  }
  return told;
};

const recallOrder = (
  { channel, number, customer, lines, total = 0 }: OrderCaptured,
  boughtAt: string,
  unreturned: Unreturned,
): void => {
  if (channel !== CHANNEL || customer?.id === undefined) return;
  const order = { number, refundable: Math.max(total, 0) };
  for (const { lineId, sku, unitPrice, quantity } of lines) {
    if (isChargeCode(sku)) continue;
    unreturned.bought({ customer: customer.id, sku, price: unitPrice, quantity }, order, lineId, boughtAt);
  }
};

const recallReturn = ({ orderId, lines, charges = [] }: ReturnReceived, unreturned: Unreturned): void => {
  if (orderId) for (const { amount } of charges) unreturned.givenBack(numberIn(orderId), -amount);
  for (const { orderId: of = orderId, lineId, quantity, refund = 0 } of lines) {
    if (of) unreturned.givenBack(numberIn(of), refund, lineId ? { lineId, quantity } : undefined);
  }
};
