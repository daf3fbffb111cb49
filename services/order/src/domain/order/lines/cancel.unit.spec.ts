import {
  allocatedTo,
  givenFor,
  locationOf,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  toldOfOrder,
} from '@tributary/testing';
import { orderStatusOf } from '@tributary/contracts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const statusOf = (order: Order) =>
  orderStatusOf((order as Captured).lines, { rejected: (order as Captured).rejected });

type Units = Record<string, number>;
const cancel =
  (...lines: [lineId: string, quantity: number][]) =>
  (order: Order) =>
    receiveFact(
      toldOfOrder('tributary.order.cancel-requested.v1', {
        orderId,
        reason: 'changed my mind',
        ...(lines.length > 0 && { lines: lines.map(([lineId, quantity]) => ({ lineId, quantity })) }),
      }),
      order,
    );
const cancelled = (lines: Units, release: Record<string, Units> = {}) =>
  orderFact('tributary.order.cancelled.v1', {
    orderId,
    lines: quantitiesOf(lines),
    release: Object.entries(release).flatMap(([fulfilmentId, held]) =>
      quantitiesOf(held).map((line) => ({ ...line, fulfilmentId, location: locationOf(fulfilmentId) })),
    ),
    reason: 'changed my mind',
  });
const shipped = (fulfilmentId: string, lines: Units) =>
  orderFact('tributary.order.shipped.v1', {
    orderId,
    fulfilmentId,
    location: locationOf(fulfilmentId),
    shipmentId: 'X1',
    lines: quantitiesOf(lines),
  });
const nothingLeft = orderFact('tributary.order.fact-ignored.v1', {
  orderId,
  messageId: 'tributary.order.cancel-requested.v1',
  messageType: 'tributary.order.cancel-requested.v1',
  code: 'nothing-to-cancel',
  reason: 'Everything asked for has left already or was cancelled before.',
});

describe('A cancellation', () => {
  it('of all before anything is held releases nothing', () => {
    const { state } = given(placedWith({ 1: 3, 2: 1 }))
      .when(cancel())
      .then(cancelled({ 1: 3, 2: 1 }));
    expect(statusOf(state)).toBe('cancelled');
  });

  it('of all after the allocation releases everything that is held', () => {
    const { state } = given(
      placedWith({ 1: 3, 2: 1 }),
      allocatedTo({ 'S1-leeds': { 1: 3 }, 'S1-york': { 2: 1 } }),
    )
      .when(cancel())
      .then(cancelled({ 1: 3, 2: 1 }, { 'S1-leeds': { 1: 3 }, 'S1-york': { 2: 1 } }));
    expect(state).toMatchObject({ lines: [{ allocated: 0 }, { allocated: 0 }] });
    expect([...(state as Captured).fulfilments.values()]).toMatchObject([{ lines: [] }, { lines: [] }]);
  });

  it('of all after a part was shipped cancels the rest', () => {
    const { state } = given(
      placedWith({ 1: 3, 2: 1 }),
      allocatedTo({ 'S1-leeds': { 1: 3, 2: 1 } }),
      shipped('S1-leeds', { 1: 2 }),
    )
      .when(cancel())
      .then(cancelled({ 1: 1, 2: 1 }, { 'S1-leeds': { 1: 1, 2: 1 } }));
    expect(statusOf(state)).toBe('fulfilled');
  });

  it('of a part takes first what is held nowhere', () => {
    given(placedWith({ 1: 5 }), allocatedTo({ 'S1-leeds': { 1: 3 } }))
      .when(cancel(['1', 2]))
      .then(cancelled({ 1: 2 }))
      .when(cancel(['1', 1]))
      .then(cancelled({ 1: 1 }, { 'S1-leeds': { 1: 1 } }));
  });

  it('of a part then takes what the newest fulfilments hold', () => {
    given(
      placedWith({ 1: 5 }),
      allocatedTo({ 'S1-leeds': { 1: 3 } }),
      allocatedTo({ 'S2-york': { 1: 2 } }, 2),
    )
      .when(cancel(['1', 3]))
      .then(cancelled({ 1: 3 }, { 'S2-york': { 1: 2 }, 'S1-leeds': { 1: 1 } }));
  });

  it('of a backordered part ends the waiting', () => {
    const waiting = orderFact('tributary.order.backordered.v1', {
      orderId,
      decisionId: 'd',
      lines: quantitiesOf({ 1: 2 }),
      reason: 'none',
    });
    const whole = cancelled({ 1: 2 });
    const { state } = given(placedWith({ 1: 5 }), allocatedTo({ 'S1-leeds': { 1: 3 } }), waiting)
      .when(cancel(['1', 2]))
      .then({ ...whole, data: { ...whole.data, waited: quantitiesOf({ 1: 2 }) } });
    expect(state).toMatchObject({ lines: [{ ordered: 5, cancelled: 2, allocated: 3, backordered: 0 }] });
    expect(statusOf(state)).toBe('allocated');
  });

  it('is at most what has not left, and a line named twice is meant twice', () => {
    given(placedWith({ 1: 3 }))
      .when(cancel(['1', 9]))
      .then(cancelled({ 1: 3 }));
    given(placedWith({ 1: 3 }))
      .when(cancel(['1', 1], ['1', 1]))
      .then(cancelled({ 1: 2 }));
  });

  it('of what has left, was cancelled before or was never ordered is kept without effect', () => {
    given(placedWith({ 1: 3 }), cancelled({ 1: 3 }))
      .when(cancel())
      .then(nothingLeft);
    given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }), shipped('S1-leeds', { 1: 3 }))
      .when(cancel())
      .then(nothingLeft);
    given(placedWith({ 1: 3 }))
      .when(cancel(['9', 1]))
      .then(nothingLeft);
  });
});
