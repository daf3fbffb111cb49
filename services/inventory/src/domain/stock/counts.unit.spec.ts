import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import { countOf, rememberedCounts, remembering } from './counts.ts';
import { count, receive, sell } from './movements.ts';
import { type Reservation, type StockFact, noStock, stockFold } from './stock.ts';

const place = { sku: 'LAMP' as Sku, location: 'leeds' as LocationId };
const till = 'pos.77' as OrderId;
const line = { orderId: till, lineId: '1' };

const given = givenFor(stockFold);

const promise = (number: number, quantity: number): Reservation => ({
  reservationId: `web.${number}/S1-leeds/1`,
  orderId: `web.${number}` as OrderId,
  fulfilmentId: 'S1-leeds',
  lineId: '1',
  quantity,
});

const at = (time: string, fact: StockFact): StockFact => ({ ...fact, time });
const received = (quantity: number): StockFact => ({
  type: 'tributary.inventory.received.v1',
  data: { ...place, delta: quantity },
});
const reserved = (to: Reservation): StockFact => ({
  type: 'tributary.inventory.reserved.v1',
  data: { ...place, ...to },
});
const sold = (quantity: number): StockFact => ({
  type: 'tributary.inventory.sold.v1',
  data: { ...place, delta: -quantity, orderId: till, lineId: '1' },
});
const counted = (units: number, countedAt: string, delta: number): StockFact => ({
  type: 'tributary.inventory.counted.v1',
  data: { ...place, counted: units, countedAt, delta },
  time: countedAt,
});

/** What a count is taken back by because something it saw was told after it. */
const restated = (countedAt: string, delta: number, { type }: StockFact): StockFact => ({
  type: 'tributary.inventory.count-restated.v1',
  data: { ...place, countedAt, delta, toldLate: type },
  time: countedAt,
});
const late = (fact: StockFact): StockFact => ({ ...fact, data: { ...fact.data, late: true } }) as StockFact;

const nine = '2026-03-02T09:00:00.000Z';
const ten = '2026-03-02T10:00:00.000Z';
const eleven = '2026-03-02T11:00:00.000Z';
const noon = '2026-03-02T12:00:00.000Z';

describe('What is told after a count that saw it', () => {
  it('takes nothing again when it is a sale: the count is restated, and both stay in the ledger', () => {
    const { state } = given(at(nine, received(10)), counted(6, eleven, -4))
      .when((stock) => sell(place, 4, line, ten, stock))
      .then(restated(eleven, 4, sold(4)), late(sold(4)));
    expect(state.onHand).toBe(6);
  });

  it('adds nothing again when it is a receipt, and what adds comes first', () => {
    const { state } = given(counted(10, eleven, 10))
      .when((stock) => receive(place, 5, undefined, ten, stock))
      .then(late(received(5)), restated(eleven, -5, received(5)));
    expect(state.onHand).toBe(10);
  });

  it('breaks no promise, because the goods were never missing', () => {
    const { state } = given(counted(6, eleven, 6), reserved(promise(1, 6)))
      .when((stock) => sell(place, 4, line, ten, stock))
      .then(restated(eleven, 4, sold(4)), late(sold(4)));
    expect([state.onHand, state.reserved]).toEqual([6, 6]);
  });

  it('changes the first count that saw it, and a later one not at all', () => {
    given(counted(6, ten, 6), counted(5, eleven, -1))
      .when((stock) => sell(place, 4, line, nine, stock))
      .then(restated(ten, 4, sold(4)), late(sold(4)));
  });

  it('is not there at the moment of the count itself: what is told after it came after it', () => {
    given(counted(6, ten, 6))
      .when((stock) => sell(place, 4, line, ten, stock))
      .then(sold(4));
  });

  it('may be an older count that agrees with the ledger: there is nothing to restate', () => {
    given(at(nine, received(10)), counted(7, eleven, -3))
      .when((stock) => count(place, countOf(10, ten, noon), 10, stock))
      .then(late(counted(10, ten, 0)));
  });

  it('says why it was taken, where that was told', () => {
    const [counted] = count(place, countOf(7, ten, noon, 'reconciliation'), 10, noStock);
    expect(counted).toMatchObject({ data: { counted: 7, delta: -3, reason: 'reconciliation' } });
    const [untold] = count(place, countOf(7, ten, noon), 10, noStock);
    expect(untold!.data).not.toHaveProperty('reason');
  });
});

describe('A count of a moment to come', () => {
  it('stands for the moment it was told, and keeps what it claimed', () => {
    given(at(nine, received(10)))
      .when((stock) => count(place, countOf(7, eleven, ten), 10, stock))
      .then(at(ten, counted(7, eleven, -3)));
  });

  it('does not rule what moves before the moment it claimed', () => {
    const { state } = given(at(ten, counted(7, noon, 7)))
      .when((stock) => sell(place, 2, line, eleven, stock))
      .then(sold(2));
    expect(state.onHand).toBe(5);
  });
});

describe('More counts than a ledger remembers', () => {
  const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
  const counts = Array.from({ length: rememberedCounts + 6 }, (_, index) => counted(3, day(index), 0));

  it('forget the oldest, and what is told of a time before them still changes nothing today', () => {
    const { state } = given(received(3), ...counts)
      .when((stock) => sell(place, 2, line, day(-1), stock))
      .then(restated(day(6), 2, sold(2)), late(sold(2)));
    expect([state.onHand, state.counts.length]).toEqual([3, rememberedCounts]);
  });

  it('are remembered once a moment, in their order, whatever order they are told in', () => {
    const moments = [day(2), day(0), day(2), day(1)].reduce<readonly string[]>(remembering, []);
    expect(moments).toEqual([day(0), day(1), day(2)]);
  });
});
