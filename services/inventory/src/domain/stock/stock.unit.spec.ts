import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import { countOf } from './counts.ts';
import {
  adjust,
  backForSale,
  carriedOut,
  count,
  moveIn,
  moveOut,
  receive,
  sell,
  takeBack,
} from './movements.ts';
import { type Reservation, type StockFact, available, stockFold, streamOf } from './stock.ts';

const place = { sku: 'LAMP' as Sku, location: 'leeds' as LocationId };
const elsewhere = 'york' as LocationId;
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
const broken = (from: Reservation, quantity: number, reason: string): StockFact => ({
  type: 'tributary.inventory.reservation-broken.v1',
  data: { ...place, ...from, quantity, reason },
});
const adjusted = (delta: number, reason: string): StockFact => ({
  type: 'tributary.inventory.adjusted.v1',
  data: { ...place, delta, reason },
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

describe('Goods that come in', () => {
  it('add to what is on hand, with the purchase order they came against', () => {
    const { state } = given()
      .when((stock) => receive(place, 10, 'PO-4', ten, stock))
      .then({
        type: 'tributary.inventory.received.v1',
        data: { ...place, delta: 10, purchaseOrder: 'PO-4' },
      });
    expect([state.onHand, available(state)]).toEqual([10, 10]);
  });

  it('may come back from a customer and be sold again', () => {
    const { state } = given(received(1))
      .when((stock) => takeBack(place, 2, { returnId: 'R1', orderId: till, lineId: '1' }, ten, stock))
      .then({
        type: 'tributary.inventory.returned.v1',
        data: { ...place, delta: 2, returnId: 'R1', orderId: till, lineId: '1' },
      });
    expect(state.onHand).toBe(3);
  });

  it('may come back without naming an order', () => {
    given()
      .when((stock) => takeBack(place, 1, { returnId: 'R2' }, ten, stock))
      .then({
        type: 'tributary.inventory.returned.v1',
        data: { ...place, delta: 1, returnId: 'R2' },
      });
  });
});

describe('A count', () => {
  it('corrects what is on hand now', () => {
    const { state } = given(at(nine, received(10)))
      .when((stock) => count(place, countOf(7, ten, noon), stock.onHand, stock))
      .then(counted(7, ten, -3));
    expect(state.onHand).toBe(7);
  });

  it('as of an earlier time leaves later movements on top of it', () => {
    const { state } = given(at(nine, received(10)), at(eleven, sold(4)))
      .when((stock) => count(place, countOf(9, ten, noon), 10, stock))
      .then(counted(9, ten, -1));
    expect(state.onHand).toBe(5);
  });

  it('that agrees with the ledger is kept with no difference', () => {
    given(at(nine, received(10)))
      .when((stock) => count(place, countOf(10, ten, noon), 10, stock))
      .then(counted(10, ten, 0));
  });

  it('is not undone by an older one that is told after it', () => {
    const { state } = given(at(nine, received(10)), counted(7, eleven, -3))
      .when((stock) => count(place, countOf(9, ten, noon), 10, stock))
      .then(restated(eleven, 1, counted(9, ten, -1)), late(counted(9, ten, -1)));
    expect(state.onHand).toBe(7);
  });

  it('below what is promised first breaks the newest promises', () => {
    const reason = 'counted fewer than promised';
    given(received(10), reserved(promise(1, 4)), reserved(promise(2, 3)))
      .when((stock) => count(place, countOf(3, ten, noon), stock.onHand, stock))
      .then(broken(promise(2, 3), 3, reason), broken(promise(1, 4), 1, reason), counted(3, ten, -7));
  });

  it('knows the latest time at which goods moved, whatever order that is told in', () => {
    const { state } = given(at(eleven, received(10)), at(nine, sold(1)));
    expect(state.lastMovementAt).toBe(eleven);
  });
});

describe('An adjustment', () => {
  it('adds or takes a difference and says why', () => {
    const { state } = given(received(5))
      .when((stock) => adjust(place, -2, 'broken glass', ten, stock))
      .then(adjusted(-2, 'broken glass'))
      .when((stock) => adjust(place, 1, 'found', ten, stock))
      .then(adjusted(1, 'found'));
    expect(state.onHand).toBe(4);
  });

  it('below zero is recorded as it is told, and nothing can be reserved', () => {
    const { state } = given(received(1))
      .when((stock) => adjust(place, -3, 'lost', ten, stock))
      .then(adjusted(-3, 'lost'));
    expect([state.onHand, available(state)]).toEqual([-2, 0]);
  });

  it('that takes promised goods breaks the promise', () => {
    given(received(5), reserved(promise(1, 5)))
      .when((stock) => adjust(place, -2, 'water damage', ten, stock))
      .then(broken(promise(1, 5), 2, 'adjusted: water damage'), adjusted(-2, 'water damage'));
  });
});

describe('What leaves with an order when it is placed', () => {
  const lines = [{ lineId: '1', sku: place.sku, quantity: 2 }] as never;

  it('is everything of a till sale, from where it was sold', () => {
    expect(carriedOut({ kind: 'sale', location: place.location, lines } as never)).toEqual([
      { ...place, lineId: '1', quantity: 2 },
    ]);
  });

  it('is nothing of an order that is still to be served, nor of one that was completed elsewhere', () => {
    expect(carriedOut({ kind: 'order', lines } as never)).toEqual([]);
    expect(carriedOut({ kind: 'order', location: place.location, completedAt: ten, lines } as never)).toEqual(
      [],
    );
  });
});

describe('Goods that came back', () => {
  const back = (lineId: string, disposition: string) => ({
    lineId,
    sku: place.sku,
    quantity: 1,
    disposition,
  });
  const lines = ['restock', 'damaged', 'refurbish', 'dispose'].map((one, n) => back(`${n}`, one));

  it('are for sale again where they came to, when they are to be restocked', () => {
    expect(backForSale({ location: elsewhere, lines } as never)).toEqual([
      { sku: place.sku, location: elsewhere, lineId: '0', quantity: 1 },
    ]);
  });

  it('are so too where nobody knows the order', () => {
    const blind = lines.map(({ lineId: _, ...line }) => line);
    expect(backForSale({ location: elsewhere, lines: blind } as never)).toEqual([
      { sku: place.sku, location: elsewhere, quantity: 1 },
    ]);
  });

  it('are in no ledger when nobody says where they are', () => {
    expect(backForSale({ lines } as never)).toEqual([]);
  });
});

describe('A sale over the counter', () => {
  it('takes free goods and leaves promises alone', () => {
    const { state } = given(received(5), reserved(promise(1, 2)))
      .when((stock) => sell(place, 3, line, ten, stock))
      .then(sold(3));
    expect([state.onHand, state.reserved]).toEqual([2, 2]);
  });

  it('beyond what is free breaks the newest promise first', () => {
    const { state } = given(received(5), reserved(promise(1, 2)), reserved(promise(2, 3)))
      .when((stock) => sell(place, 1, line, ten, stock))
      .then(broken(promise(2, 3), 1, 'sold over the counter'), sold(1));
    expect([...state.reservations.values()]).toEqual([promise(1, 2), promise(2, 2)]);
  });

  it('is never refused, even when the ledger knew of no goods', () => {
    const { state } = given(received(1), reserved(promise(1, 1)))
      .when((stock) => sell(place, 3, line, ten, stock))
      .then(broken(promise(1, 1), 1, 'sold over the counter'), sold(3));
    expect([state.onHand, state.reserved]).toEqual([-2, 0]);
  });
});

describe('Goods that move to another location', () => {
  it('leave one ledger and enter the other', () => {
    given(received(5))
      .when((stock) => moveOut(place, 2, { to: elsewhere, reason: 'rebalance' }, ten, stock))
      .then({
        type: 'tributary.inventory.moved-out.v1',
        data: { ...place, delta: -2, to: elsewhere, reason: 'rebalance' },
      });
    given()
      .when((stock) => moveIn({ ...place, location: elsewhere }, 2, { from: place.location }, ten, stock))
      .then({
        type: 'tributary.inventory.moved-in.v1',
        data: { ...place, location: elsewhere, delta: 2, from: place.location },
      });
  });

  it('break the promises they leave behind', () => {
    given(received(5), reserved(promise(1, 4)))
      .when((stock) => moveOut(place, 2, { to: elsewhere }, ten, stock))
      .then(broken(promise(1, 4), 1, 'moved to york'), {
        type: 'tributary.inventory.moved-out.v1',
        data: { ...place, delta: -2, to: elsewhere },
      });
  });
});

describe('A ledger', () => {
  it('is named by SKU and location', () => {
    expect(streamOf(place)).toBe('stock-LAMP@leeds');
  });

  it('keeps expected supply and messages without effect, and stock stays as it is', () => {
    const before = given(received(3), reserved(promise(1, 1)));
    const after = given(
      received(3),
      reserved(promise(1, 1)),
      {
        type: 'tributary.inventory.supply-expected.v1',
        data: { ...place, purchaseOrder: 'PO-5', quantity: 100, expectedAt: eleven },
      },
      {
        type: 'tributary.inventory.fact-ignored.v1',
        data: {
          ...place,
          messageId: 'm1',
          messageType: 't',
          code: 'imported-history',
          reason: 'told as history',
        },
      },
    );
    const { movements: told, ...now } = after.state;
    const { movements, ...then } = before.state;
    expect(now).toEqual(then);
    expect(told.last).toMatchObject({ delta: movements.last.delta, happened: movements.last.happened });
  });
});
