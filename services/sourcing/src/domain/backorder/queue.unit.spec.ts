import type { OrderId, Sku } from '@tributary/contracts';
import { givenFor, orderFact, quantitiesOf, skuOf } from '@tributary/testing';
import {
  type BackorderFact,
  type BackorderQueue,
  evolve,
  inTurn,
  leftBy,
  nobodyWaits,
  queuedBy,
  streamOf,
} from './queue.ts';

const given = givenFor<BackorderQueue, BackorderFact>({ initialState: nobodyWaits, evolve });
const sku = skuOf('1') as Sku;

const waits = (orderId: string, quantity: number, since: string) =>
  queuedBy(
    orderFact('tributary.order.backordered.v1', {
      orderId,
      decisionId: `${orderId}/1`,
      lines: quantitiesOf({ 1: quantity }),
      reason: 'none',
    }).data,
    since,
  );
const cancelled = (orderId: string, waited?: Readonly<Record<string, number>>) =>
  leftBy(
    orderFact('tributary.order.cancelled.v1', {
      orderId,
      lines: quantitiesOf({ 1: 5 }),
      release: [],
      ...(waited && { waited: quantitiesOf(waited) }),
    }),
  );
const [monday, tuesday] = ['2026-03-02T12:00:00.000Z', '2026-03-03T12:00:00.000Z'];
const shown = (...facts: BackorderFact[]) =>
  inTurn(sku, given(...facts).state).map(({ orderId, lines }) => `${orderId} ${lines[0]!.quantity}`);

describe('The queue for a SKU', () => {
  it('serves the oldest promise first, whichever was told first, and then by order', () => {
    const facts = [...waits('web.3', 1, tuesday), ...waits('web.2', 2, monday), ...waits('web.1', 3, monday)];
    expect(shown(...facts)).toEqual(['web.1 3', 'web.2 2', 'web.3 1']);
    expect(shown(...facts.toReversed())).toEqual(['web.1 3', 'web.2 2', 'web.3 1']);
  });

  it('loses what the order took up, cancelled or was refused of what waited, with the reason', () => {
    const waited = quantitiesOf({ 1: 2 });
    const shared = { orderId: 'web.1', decisionId: 'd' };
    const told = [
      orderFact('tributary.order.allocated.v1', { ...shared, attempt: 2, fulfilments: [], waited }),
      orderFact('tributary.order.cancelled.v1', { orderId: 'web.1', lines: waited, release: [], waited }),
      orderFact('tributary.order.rejected.v1', {
        ...shared,
        reason: 'none',
        lines: waited,
        release: [],
        waited,
      }),
    ];
    expect(told.flatMap(leftBy)).toEqual(
      ['served', 'cancelled', 'rejected'].map((reason) => ({
        type: 'tributary.backorder.left.v1',
        data: { sku, orderId: 'web.1' as OrderId, lineId: '1', quantity: 2, reason },
      })),
    );
  });

  it('is not changed by an order of which nothing had waited', () => {
    expect(cancelled('web.1')).toEqual([]);
  });

  it('is the same whether the end of a wait or its beginning is told first', () => {
    const facts = [...waits('web.1', 5, monday), ...cancelled('web.1', { 1: 2 })];
    expect(shown(...facts)).toEqual(['web.1 3']);
    expect(shown(...facts.toReversed())).toEqual(['web.1 3']);
    const [whole, all] = [waits('web.1', 5, monday), cancelled('web.1', { 1: 5 })];
    expect(given(...all, ...whole).state).toEqual(given(...whole, ...all).state);
    expect(shown(...all)).toEqual([]);
  });

  it('is kept in a stream of its own', () => {
    expect(streamOf('MUG')).toBe('backorders-MUG');
  });
});
