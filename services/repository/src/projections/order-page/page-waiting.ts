import type { FactOf, OrderFact } from '@tributary/contracts';
import { type OrderPage, mostListed } from './order-page.ts';

type Parked = FactOf<OrderFact, 'tributary.order.fact-parked.v1'>['data'];
type Resumed = FactOf<OrderFact, 'tributary.order.fact-resumed.v1'>['data'];

/**
 * A message waits for something that has not been told yet, or for something else than before.
 * @param recordedTime UTC ISO 8601
 */
export const waits = (page: OrderPage, parked: Parked, recordedTime: string): OrderPage => {
  const { messageId, messageType, waitsFor, waitedFor, occurredAt: at } = parked;
  const before = page.waiting.find((one) => one.messageId === messageId);
  if (!before && page.waiting.length >= mostListed)
    return wasOnPage(waitedFor) ? page : withUnlisted(page, 1, recordedTime);
  const others = page.waiting.filter((one) => one !== before);
  const since = before?.since ?? recordedTime;
  // One that was counted among those that are not listed is listed now.
  const rest = !before && wasOnPage(waitedFor) ? withUnlisted(page, -1) : page;
  return { ...rest, waiting: [...others, { messageId, messageType, waitsFor, at, since }] };
};

/** What a message waited for is there. */
export const waitsNoMore = (page: OrderPage, { messageId, waitedFor }: Resumed): OrderPage => {
  const waiting = page.waiting.filter((one) => one.messageId !== messageId);
  if (waiting.length < page.waiting.length) return { ...page, waiting };
  return wasOnPage(waitedFor) ? withUnlisted(page, -1) : page;
};

/** Who waited for the order itself did so before there was a page. */
const wasOnPage = (waitedFor: Resumed['waitedFor']): boolean =>
  waitedFor !== undefined && waitedFor !== 'capture';

const withUnlisted = (page: OrderPage, change: number, recordedTime = ''): OrderPage => {
  const { waiting: { messages, since } = { messages: 0, since: recordedTime }, ...more } = page.more ?? {};
  const { more: _, ...rest } = page;
  const left = messages + change;
  if (left > 0) return { ...rest, more: { ...more, waiting: { messages: left, since } } };
  return Object.keys(more).length > 0 ? { ...rest, more } : rest;
};
