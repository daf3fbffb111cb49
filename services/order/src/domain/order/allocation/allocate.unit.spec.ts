import {
  allocatedTo,
  fulfilmentOf,
  givenFor,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
} from '@tributary/testing';
import { orderStatusOf } from '@tributary/contracts';
import { type Allocation, loseAllocation, meetShortage, takeUpAllocation } from './allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const statusOf = (order: Order) =>
  orderStatusOf((order as Captured).lines, { rejected: (order as Captured).rejected });

type Units = Record<string, number>;
const held = (fulfilments: Record<string, Units>, attempt = 1): Allocation => ({
  decisionId: `${orderId}/${attempt}`,
  attempt,
  fulfilments: Object.entries(fulfilments).map(([id, lines]) => fulfilmentOf(id, lines)),
});
const takeUp =
  (fulfilments: Record<string, Units>, attempt = 1) =>
  (order: Order) =>
    takeUpAllocation(held(fulfilments, attempt), order as Captured);
const short =
  (lines: Units, attempt = 1) =>
  (order: Order) =>
    meetShortage(
      {
        decisionId: `${orderId}/${attempt}`,
        lines: quantitiesOf(lines).map((line) => ({ ...line, reason: 'not enough stock' })),
      },
      order as Captured,
    );
const lose = (fulfilmentId: string, lineId: string, quantity: number) => (order: Order) =>
  loseAllocation({ fulfilmentId, lineId, quantity, reason: 'sold over the counter' }, order as Captured);

const releasing = (fulfilmentId: string, lines: Units) =>
  quantitiesOf(lines).map((line) => ({
    ...line,
    fulfilmentId,
    location: fulfilmentOf(fulfilmentId, {}).location,
  }));
/** The order took these up; some of what it took had been waiting. */
const endingWait = (fulfilments: Record<string, Units>, attempt: number, waited: Units) => {
  const { type, data } = allocatedTo(fulfilments, attempt);
  return orderFact(type, { ...data, waited: quantitiesOf(waited) });
};
const cancelled = (lines: Units) =>
  orderFact('tributary.order.cancelled.v1', { orderId, lines: quantitiesOf(lines), release: [] });
const declined = (release: ReturnType<typeof releasing>) =>
  orderFact('tributary.order.allocation-declined.v1', {
    orderId,
    decisionId: `${orderId}/1`,
    reason: 'no longer wanted',
    release,
  });
const backordered = (lines: Units) =>
  orderFact('tributary.order.backordered.v1', {
    orderId,
    decisionId: `${orderId}/1`,
    lines: quantitiesOf(lines),
    reason: 'not enough stock',
  });
const rejected = (lines: Units) =>
  orderFact('tributary.order.rejected.v1', {
    orderId,
    decisionId: `${orderId}/1`,
    reason: 'out-of-stock',
    lines: quantitiesOf(lines),
    release: [],
  });

describe('Goods that inventory holds for an order', () => {
  it('are taken up', () => {
    const { state } = given(placedWith({ 1: 3, 2: 1 }))
      .when(takeUp({ 'S1-leeds': { 1: 3 }, 'S1-york': { 2: 1 } }))
      .then(allocatedTo({ 'S1-leeds': { 1: 3 }, 'S1-york': { 2: 1 } }));
    expect(statusOf(state)).toBe('allocated');
  });

  it('are declined as far as they were cancelled meanwhile, which releases them', () => {
    given(placedWith({ 1: 3, 2: 1 }), cancelled({ 1: 1, 2: 1 }))
      .when(takeUp({ 'S1-leeds': { 1: 2 }, 'S1-york': { 1: 1, 2: 1 } }))
      .then(allocatedTo({ 'S1-leeds': { 1: 2 } }), declined(releasing('S1-york', { 1: 1, 2: 1 })));
  });

  it('are taken up in part when only a part is still wanted', () => {
    given(placedWith({ 1: 3 }), cancelled({ 1: 1 }))
      .when(takeUp({ 'S1-leeds': { 1: 3 } }))
      .then(allocatedTo({ 'S1-leeds': { 1: 2 } }), declined(releasing('S1-leeds', { 1: 1 })));
  });

  it('are declined whole when the order no longer wants anything', () => {
    given(placedWith({ 1: 3 }), rejected({ 1: 3 }))
      .when(takeUp({ 'S1-leeds': { 1: 3 } }))
      .then(declined(releasing('S1-leeds', { 1: 3 })));
  });

  it('end a backorder', () => {
    const { state } = given(placedWith({ 1: 3 }), backordered({ 1: 3 }))
      .when(takeUp({ 'S2-leeds': { 1: 3 } }, 2))
      .then(endingWait({ 'S2-leeds': { 1: 3 } }, 2, { 1: 3 }));
    expect(state).toMatchObject({ lines: [{ allocated: 3, backordered: 0 }] });
    expect(statusOf(state)).toBe('allocated');
  });

  it('for a part of what waits end the wait of that part', () => {
    const { state } = given(placedWith({ 1: 3, 2: 2 }), backordered({ 1: 3, 2: 2 }))
      .when(takeUp({ 'S2-leeds': { 1: 2 } }, 2))
      .then(endingWait({ 'S2-leeds': { 1: 2 } }, 2, { 1: 2 }));
    expect(state).toMatchObject({ lines: [{ allocated: 2, backordered: 1 }, { backordered: 2 }] });
    expect(statusOf(state)).toBe('backordered');
  });

  it('that come late, as well as what was reserved instead, end the wait once and the rest is declined', () => {
    given(placedWith({ 1: 3 }), backordered({ 1: 3 }))
      .when(takeUp({ 'S1-leeds': { 1: 2 } }))
      .then(endingWait({ 'S1-leeds': { 1: 2 } }, 1, { 1: 2 }))
      .when(takeUp({ 'S2-york': { 1: 3 } }, 2))
      .then(endingWait({ 'S2-york': { 1: 1 } }, 2, { 1: 1 }), {
        ...declined(releasing('S2-york', { 1: 2 })),
        data: { ...declined(releasing('S2-york', { 1: 2 })).data, decisionId: `${orderId}/2` },
      });
  });

  it('for a part of a line leave the other part backordered, whichever is told first', () => {
    const shortFirst = given(placedWith({ 1: 5 }))
      .when(short({ 1: 2 }))
      .then(backordered({ 1: 2 }))
      .when(takeUp({ 'S1-leeds': { 1: 3 } }))
      .then(allocatedTo({ 'S1-leeds': { 1: 3 } }));
    const heldFirst = given(placedWith({ 1: 5 }))
      .when(takeUp({ 'S1-leeds': { 1: 3 } }))
      .then(allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(short({ 1: 2 }))
      .then(backordered({ 1: 2 }));
    expect(shortFirst.state).toEqual(heldFirst.state);
    expect(shortFirst.state).toMatchObject({ lines: [{ allocated: 3, backordered: 2 }] });
    expect(statusOf(shortFirst.state)).toBe('backordered');
  });
});

describe('A shortage', () => {
  it('keeps the missing lines waiting', () => {
    const { state } = given(placedWith({ 1: 3, 2: 1 }))
      .when(short({ 1: 2 }))
      .then(backordered({ 1: 2 }));
    expect(statusOf(state)).toBe('backordered');
  });

  it('refuses the whole order when its channel asked for that', () => {
    const { state } = given(placedWith({ 1: 3, 2: 1 }, { whenShort: 'reject' }))
      .when(short({ 1: 2 }))
      .then(rejected({ 1: 3, 2: 1 }));
    expect(statusOf(state)).toBe('rejected');
    expect(state).toMatchObject({ lines: [{ cancelled: 3 }, { cancelled: 1 }] });
  });

  it('that refuses an order of which a part waited already ends that wait', () => {
    const all = { 1: 3, 2: 1 };
    const whole = rejected(all);
    given(placedWith(all, { whenShort: 'reject' }), backordered({ 2: 1 }))
      .when(short({ 1: 3 }))
      .then({ ...whole, data: { ...whole.data, waited: quantitiesOf({ 2: 1 }) } });
  });

  it('of goods lost later keeps them waiting: what is held or gone is not refused any more', () => {
    given(placedWith({ 1: 3, 2: 1 }, { whenShort: 'reject' }), allocatedTo({ 'S1-leeds': { 2: 1 } }))
      .when(short({ 1: 2 }))
      .then(backordered({ 1: 2 }));
  });

  it('of what was cancelled or allocated meanwhile changes nothing', () => {
    given(placedWith({ 1: 3 }), cancelled({ 1: 3 }))
      .when(short({ 1: 3 }))
      .thenNothing();
    given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(short({ 1: 3 }))
      .thenNothing();
    given(placedWith({ 1: 3 }), backordered({ 1: 3 }))
      .when(short({ 1: 3 }))
      .thenNothing();
  });
});

describe('A reservation that inventory had to break', () => {
  const lost = (lines: Units) =>
    orderFact('tributary.order.allocation-lost.v1', {
      orderId,
      fulfilmentId: 'S1-leeds',
      location: 'leeds',
      method: 'ship',
      lines: quantitiesOf(lines),
      reason: 'sold over the counter',
    });

  it('gives the goods back to be sourced again', () => {
    const { state } = given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(lose('S1-leeds', '1', 2))
      .then(lost({ 1: 2 }));
    expect(state).toMatchObject({ lines: [{ allocated: 1 }] });
    expect((state as Captured).fulfilments.get('S1-leeds')).toMatchObject({ lines: [{ quantity: 1 }] });
  });

  it('loses at most what the fulfilment still holds', () => {
    given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(lose('S1-leeds', '1', 9))
      .then(lost({ 1: 3 }))
      .when(lose('S1-leeds', '1', 1))
      .thenNothing();
  });

  it('that was never taken up does not concern the order', () => {
    given(placedWith({ 1: 3 }))
      .when(lose('S1-leeds', '1', 2))
      .thenNothing();
    given(placedWith({ 1: 3, 2: 1 }), allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(lose('S1-leeds', '2', 1))
      .thenNothing();
  });
});
