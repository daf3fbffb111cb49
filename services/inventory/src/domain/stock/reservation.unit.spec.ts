import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import { issue, miss } from './movements.ts';
import { type Reservation, type StockFact, available, release, reserve, stockFold } from './stock.ts';

const place = { sku: 'LAMP' as Sku, location: 'leeds' as LocationId };

const given = givenFor(stockFold);

const promise = (number: number, quantity: number): Reservation => ({
  reservationId: `web.${number}/S1-leeds/1`,
  orderId: `web.${number}` as OrderId,
  fulfilmentId: 'S1-leeds',
  lineId: '1',
  quantity,
});
const received = (quantity: number): StockFact => ({
  type: 'tributary.inventory.received.v1',
  data: { ...place, delta: quantity },
});
const reserved = (to: Reservation): StockFact => ({
  type: 'tributary.inventory.reserved.v1',
  data: { ...place, ...to },
});
const released = (from: Reservation, quantity: number, reason: string): StockFact => ({
  type: 'tributary.inventory.released.v1',
  data: { ...place, ...from, quantity, reason },
});
const broken = (from: Reservation, quantity: number, reason: string): StockFact => ({
  type: 'tributary.inventory.reservation-broken.v1',
  data: { ...place, ...from, quantity, reason },
});
const missed = (of: Reservation, delta: number, reason: string): StockFact => ({
  type: 'tributary.inventory.adjusted.v1',
  data: { ...place, delta, reason, missedOf: of.reservationId },
});
const issued = (goods: Reservation, quantity: number, beyond?: number): StockFact => ({
  type: 'tributary.inventory.issued.v1',
  data: { ...place, ...goods, quantity, delta: -quantity, ...(beyond && { beyond }) },
});

const [ten, eleven] = ['2026-03-02T10:00:00.000Z', '2026-03-02T11:00:00.000Z'];

describe('A reservation', () => {
  it('holds goods that are free', () => {
    const { state } = given(received(5))
      .when((stock) => reserve(place, promise(1, 5), stock))
      .then(reserved(promise(1, 5)));
    expect([state.onHand, state.reserved, available(state)]).toEqual([5, 5, 0]);
  });

  it('is refused when another channel holds the last unit, and says how many are left', () => {
    given(received(5), reserved(promise(1, 4)))
      .when((stock) => reserve(place, promise(2, 2), stock))
      .thenRefused({
        code: 'not-enough-stock',
        reason: '1 of LAMP can be reserved at leeds.',
        details: { available: 1 },
      });
  });

  it('is released by its name, once', () => {
    given(received(5), reserved(promise(1, 3)))
      .when((stock) => release(place, promise(1, 3).reservationId, 3, 'order cancelled', stock))
      .then(released(promise(1, 3), 3, 'order cancelled'))
      .when((stock) => release(place, promise(1, 3).reservationId, 3, 'order cancelled', stock))
      .thenNothing();
  });

  it('may be released in part, and never by more than it still holds', () => {
    const { state } = given(received(5), reserved(promise(1, 3)))
      .when((stock) => release(place, promise(1, 3).reservationId, 2, 'line cancelled', stock))
      .then(released(promise(1, 3), 2, 'line cancelled'))
      .when((stock) => release(place, promise(1, 3).reservationId, 2, 'line cancelled', stock))
      .then(released(promise(1, 3), 1, 'line cancelled'));
    expect([state.reserved, state.reservations.size]).toEqual([0, 0]);
  });
});

describe('Goods issued for an order', () => {
  it('come out of their reservation', () => {
    const { state } = given(received(5), reserved(promise(1, 3)))
      .when((stock) => issue(place, promise(1, 3), ten, stock))
      .then(issued(promise(1, 3), 3));
    expect([state.onHand, state.reserved]).toEqual([2, 0]);
  });

  it('in part leave the rest reserved', () => {
    const { state } = given(received(5), reserved(promise(1, 3)))
      .when((stock) => issue(place, promise(1, 2), ten, stock))
      .then(issued(promise(1, 2), 2));
    expect([state.onHand, state.reserved]).toEqual([3, 1]);
  });

  it('beyond a reservation that was broken leave all the same, and may break another', () => {
    given(received(3), reserved(promise(1, 1)), reserved(promise(2, 2)))
      .when((stock) => issue(place, promise(1, 2), ten, stock))
      .then(broken(promise(2, 2), 1, 'left for another order'), issued(promise(1, 2), 2, 1));
  });

  it('without any reservation are recorded, because they have left', () => {
    given(received(3))
      .when((stock) => issue(place, promise(9, 2), ten, stock))
      .then(issued(promise(9, 2), 2, 2));
  });

  it('that a short pick had reported missing are taken out once: the short pick is taken back', () => {
    const back = { ...missed(promise(1, 1), 1, 'short pick taken back: it left for web.1') };
    const { state } = given(received(5), reserved(promise(1, 3)))
      .when((stock) => release(place, promise(1, 3).reservationId, 1, 'short pick', stock))
      .then(released(promise(1, 3), 1, 'short pick'))
      .when((stock) => miss(place, promise(1, 1), 'not found', ten, stock))
      .then(missed(promise(1, 1), -1, 'not found'))
      .when((stock) => issue(place, promise(1, 3), ten, stock, 1))
      .then(back, issued(promise(1, 3), 3, 1));
    expect([state.onHand, state.reserved, state.missed.size]).toEqual([2, 0, 0]);
  });

  it('that were missed and counted before they left: the count stands, and they leave after it', () => {
    const found: StockFact = {
      type: 'tributary.inventory.counted.v1',
      data: { ...place, counted: 5, countedAt: eleven, delta: 1 },
      time: eleven,
    };
    const { state } = given(received(5), { ...missed(promise(1, 1), -1, 'not found'), time: ten }, found)
      .when((stock) => issue(place, promise(1, 1), '2026-03-02T12:00:00.000Z', stock, 1))
      .then(
        {
          type: 'tributary.inventory.adjusted.v1',
          data: {
            ...place,
            delta: 1,
            reason: 'short pick taken back: it left for web.1',
            missedOf: promise(1, 1).reservationId,
            late: true,
          },
          time: ten,
        },
        {
          type: 'tributary.inventory.count-restated.v1',
          data: {
            ...place,
            countedAt: eleven,
            delta: -1,
            toldLate: 'tributary.inventory.adjusted.v1',
          },
          time: eleven,
        },
        issued(promise(1, 1), 1, 1),
      );
    expect(state.onHand).toBe(4);
  });

  it('before a count that is told already end their promise, and leave the figure to the count', () => {
    const counted: StockFact = {
      type: 'tributary.inventory.counted.v1',
      data: { ...place, counted: 4, countedAt: eleven, delta: -1 },
      time: eleven,
    };
    const restated = (delta: number, toldLate: string): StockFact => ({
      type: 'tributary.inventory.count-restated.v1',
      data: { ...place, countedAt: eleven, delta, toldLate },
      time: eleven,
    });
    const late = (fact: StockFact) => ({ ...fact, data: { ...fact.data, late: true } }) as StockFact;
    const { state } = given(received(5), reserved(promise(1, 2)), reserved(promise(2, 2)), counted)
      .when((stock) => issue(place, promise(1, 3), ten, stock))
      .then(restated(3, 'tributary.inventory.issued.v1'), late(issued(promise(1, 3), 3, 1)));
    expect([state.onHand, state.reserved]).toEqual([4, 2]);
  });
});
