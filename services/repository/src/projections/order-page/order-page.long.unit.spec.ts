import type { FactInput, OrderFact, OrderRow } from '@tributary/contracts';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import type { RecordedEvent } from '@tributary/event-store';
import { orderPage } from './evolve-order-page.ts';
import { type OrderPage, mostListed } from './order-page.ts';

const about = <T extends OrderFact['type']>(
  type: T,
  data: Omit<FactInput<'order', T>, 'orderId'>,
): OrderFact => orderFact(type, { orderId, ...data } as never);
const recorded = ({ type, data }: OrderFact, index: number): RecordedEvent => ({
  id: `event ${index + 1}`,
  type,
  time: '2026-03-02T12:00:00.000Z',
  data,
  metadata: { source: 'tributary/order' },
  position: index + 1,
  stream: `order-${orderId}`,
  version: index + 1,
  recordedTime: new Date(Date.UTC(2026, 2, 2, 13) + index).toISOString(),
});
const pageAfter = (facts: readonly OrderFact[]): OrderPage =>
  [placedWith({ 1: 1 }), ...facts]
    .map(recorded)
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined)!;
const rowOf = (page: OrderPage) => orderPage.also!(page, orderId)[0]!.document as OrderRow;

const most = mostListed;
const each = (count: number, fact: (index: number) => OrderFact): OrderFact[] =>
  Array.from({ length: count }, (_, index) => fact(index));
const captured = (index: number) =>
  about('tributary.order.payment-captured.v1', { paymentId: `P${index}`, amount: 2 });

describe('The page of an order of thousands of payments, parcels or messages', () => {
  it('lists the first payments, and counts the money of all', () => {
    const page = pageAfter([...each(most + 5, captured), captured(0), captured(most + 1)]);
    expect(page.payments).toHaveLength(most);
    expect(page.payments[0]).toMatchObject({ paymentId: 'P0', amount: 4 });
    expect(page.more).toEqual({ payments: 6 });
    expect(page.money).toMatchObject({ authorised: 2 * most + 14, captured: 2 * most + 14 });
  });

  it('lists the first fulfilments and shipments, and does not take what it cannot see for delivered', () => {
    const reported = (index: number) =>
      about('tributary.order.fulfilment-reported.v1', { fulfilmentId: `F${index}`, method: 'ship' });
    const shipped = (fulfilmentId: string) => (index: number) =>
      about('tributary.order.shipped.v1', {
        fulfilmentId,
        shipmentId: `${fulfilmentId} ${index}`,
        lines: [],
      });
    const delivered = (fulfilmentId: string) => (index: number) =>
      about('tributary.order.delivered.v1', { shipmentId: `${fulfilmentId} ${index}`, lines: [] });
    const page = pageAfter([
      ...each(most + 3, reported),
      ...each(most - 1, shipped('F0')),
      ...each(2, shipped('F1')),
      ...each(most - 1, delivered('F0')),
      ...each(2, delivered('F1')),
    ]);
    expect(page.fulfilments).toHaveLength(most);
    expect(page.more).toEqual({ fulfilments: 3 });
    expect(page.fulfilments[0]).toMatchObject({ status: 'delivered' });
    expect(page.fulfilments[1]).toMatchObject({ status: 'shipped', moreShipments: 1 });
    expect(page.fulfilments[1]!.shipments).toHaveLength(1);
  });

  it('lists the first returns, and counts what all gave back', () => {
    const returned = (index: number) =>
      about('tributary.order.returned.v1', { returnId: `R${index}`, lines: [], refund: 1 });
    const page = pageAfter(each(most + 2, returned));
    expect(page.returns).toHaveLength(most);
    expect(page.more).toEqual({ returns: 2 });
    expect(page.money.refunded).toBe(most + 2);
  });

  it('lists the first messages that wait, and knows how many do, also of those that came to wait for something else', () => {
    const message = (index: number) => ({
      messageId: `m${index}`,
      messageType: 'tributary.return.received.v1',
    });
    const parked = (waitedFor?: 'capture' | 'fulfilment') => (index: number) =>
      about('tributary.order.fact-parked.v1', {
        ...message(index),
        occurredAt: '2026-03-02T12:00:00.000Z',
        waitsFor: waitedFor ? 'payment' : 'fulfilment',
        ...(waitedFor && { waitedFor }),
        data: {},
      });
    const resumed = (waitedFor: 'capture' | 'payment') => (index: number) =>
      about('tributary.order.fact-resumed.v1', { ...message(index), waitedFor });
    const all = each(most + 3, parked('capture'));
    const page = pageAfter(all);
    expect(page.waiting).toHaveLength(most);
    expect(rowOf(page).waiting).toMatchObject({ messages: most + 3, since: page.waiting[0]!.since });
    const goesOn = parked('fulfilment')(most + 1);
    expect(rowOf(pageAfter([...all, goesOn])).waiting).toMatchObject({ messages: most + 3 });
    // Those that waited for the order itself were never on its page.
    const early = each(2, () => resumed('capture')(most + 9));
    expect(rowOf(pageAfter([...all, ...early])).waiting).toMatchObject({ messages: most + 3 });
    const ended = each(most + 3, resumed('payment'));
    expect(rowOf(pageAfter([...all, ...ended.slice(1)])).waiting).toMatchObject({ messages: 1 });
    // There is room for one that was not listed when it comes to wait for something else: it counts once.
    const listedNow = [...all, resumed('payment')(0), goesOn];
    expect(pageAfter(listedNow).waiting).toHaveLength(most);
    expect(rowOf(pageAfter(listedNow)).waiting).toMatchObject({ messages: most + 2 });
    const none = pageAfter([...all, ...ended]);
    expect(none).not.toHaveProperty('more');
    expect(rowOf(none)).not.toHaveProperty('waiting');
  });
});
