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
import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const told =
  <T extends InboundTypeName>(type: T, data: Omit<InboundInput<T>, 'orderId'>) =>
  (order: Order) =>
    receiveFact(
      toldOfOrder(type, { orderId, ...data } as InboundInput<T>) as Parameters<typeof receiveFact>[0],
      order,
    );

const leeds = 'S1-leeds';
const pickup = 'P1-york';
const of = (fulfilmentId: string) => ({ orderId, fulfilmentId, location: locationOf(fulfilmentId) });
const ignored = (messageType: string, code: string, reason: string) =>
  orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: messageType,
    messageType,
    code,
    reason,
  });
const waitingFor = (waitsFor: string) => [{ type: 'tributary.order.fact-parked.v1', data: { waitsFor } }];

const accept = told('tributary.fulfilment.accepted.v1', { fulfilmentId: leeds });
const pick = told('tributary.fulfilment.picked.v1', { fulfilmentId: leeds });
const pack = told('tributary.fulfilment.packed.v1', { fulfilmentId: leeds });
const ready = told('tributary.pickup.ready.v1', { fulfilmentId: pickup, until: '2026-03-09T18:00:00Z' });
const ship = (shipmentId: string, lines?: Record<string, number>) =>
  told('tributary.shipment.dispatched.v1', {
    fulfilmentId: leeds,
    shipmentId,
    ...(lines && { lines: asked(lines) }),
  });
const handOver = (lines?: Record<string, number>) =>
  told('tributary.pickup.handed-over.v1', {
    fulfilmentId: pickup,
    collectedBy: 'Ada',
    ...(lines && { lines: asked(lines) }),
  });
const asked = (lines: Record<string, number>) =>
  Object.entries(lines).map(([lineId, quantity]) => ({ lineId, quantity }));

const shipped = (shipmentId: string, lines: Record<string, number>) =>
  orderFact('tributary.order.shipped.v1', { ...of(leeds), shipmentId, lines: quantitiesOf(lines) });
const handedOver = (lines: Record<string, number>) =>
  orderFact('tributary.order.handed-over.v1', {
    ...of(pickup),
    lines: quantitiesOf(lines),
    collectedBy: 'Ada',
  });

const accepted = orderFact('tributary.order.fulfilment-accepted.v1', of(leeds));
const picked = orderFact('tributary.order.fulfilment-picked.v1', {
  ...of(leeds),
  lines: quantitiesOf({ 1: 3, 2: 1 }),
});
const packed = orderFact('tributary.order.fulfilment-packed.v1', of(leeds));
const pickupReady = orderFact('tributary.order.pickup-ready.v1', {
  ...of(pickup),
  until: '2026-03-09T18:00:00Z',
});

const order = [placedWith({ 1: 3, 2: 1 }), allocatedTo({ [leeds]: { 1: 3, 2: 1 } })];
const toCollect = [placedWith({ 1: 3 }), allocatedTo({ [pickup]: { 1: 3 } })];
const stageOf = (state: Order, fulfilmentId = leeds) =>
  (state as Captured).fulfilments.get(fulfilmentId)?.stage;

describe('A fulfilment', () => {
  it('is accepted, picked, packed and shipped', () => {
    const { state } = given(...order)
      .when(accept)
      .then(accepted)
      .when(pick)
      .then(picked)
      .when(pack)
      .then(packed)
      .when(ship('X1'))
      .then(shipped('X1', { 1: 3, 2: 1 }));
    expect(stageOf(state)).toBe('fulfilled');
  });

  it('never goes back: an earlier stage told late is kept without effect', () => {
    const late = (stage: string) => `The fulfilment is ${stage} already, or further.`;
    const { state } = given(...order, packed)
      .when(accept)
      .then(ignored('tributary.fulfilment.accepted.v1', 'already-accepted', late('accepted')))
      .when(pick)
      .then(ignored('tributary.fulfilment.picked.v1', 'already-picked', late('picked')))
      .when(pack)
      .then(ignored('tributary.fulfilment.packed.v1', 'already-packed', late('packed')));
    expect(stageOf(state)).toBe('packed');
  });

  it('says the serial numbers that are in a shipment, of lines that the order has', () => {
    const lines = [
      { lineId: '1', quantity: 2, serials: ['SN-1', 'SN-2'] },
      { lineId: '2', quantity: 1 },
    ];
    given(...order)
      .when(told('tributary.shipment.dispatched.v1', { fulfilmentId: leeds, shipmentId: 'X1', lines }))
      .then(
        orderFact('tributary.order.shipped.v1', {
          ...of(leeds),
          shipmentId: 'X1',
          lines: quantitiesOf({ 1: 2, 2: 1 }),
          serials: [{ lineId: '1', serials: ['SN-1', 'SN-2'] }],
        }),
      );
  });

  it('that is not known yet is waited for', () => {
    for (const rule of [accept, pick, pack, ready, ship('X1'), handOver()]) {
      expect(rule(given(placedWith({ 1: 3 })).state)).toMatchObject(waitingFor('allocation'));
    }
  });

  it('of which all was cancelled is not worked on any more', () => {
    const cancelled = orderFact('tributary.order.cancelled.v1', {
      orderId,
      lines: quantitiesOf({ 1: 3, 2: 1 }),
      release: quantitiesOf({ 1: 3, 2: 1 }).map((line) => ({
        ...line,
        fulfilmentId: leeds,
        location: 'leeds',
      })),
    });
    const nothing = 'The fulfilment no longer holds anything.';
    given(...order, cancelled)
      .when(accept)
      .then(ignored('tributary.fulfilment.accepted.v1', 'nothing-held', nothing))
      .when(pick)
      .then(ignored('tributary.fulfilment.picked.v1', 'nothing-held', nothing))
      .when(pack)
      .then(ignored('tributary.fulfilment.packed.v1', 'nothing-held', nothing))
      .when(ship('X1'))
      .then(
        orderFact('tributary.order.shipped.v1', {
          ...of(leeds),
          shipmentId: 'X1',
          lines: [],
          beyond: quantitiesOf({ 1: 3, 2: 1 }).map((line) => ({
            ...line,
            because: 'cancelled',
            countsAs: 'cancelled',
          })),
        }),
      );
  });

  it('says which lines were picked, as far as it holds them', () => {
    const some = told('tributary.fulfilment.picked.v1', {
      fulfilmentId: leeds,
      lines: asked({ 1: 5, 9: 1 }),
    });
    given(...order)
      .when(some)
      .then(
        orderFact('tributary.order.fulfilment-picked.v1', { ...of(leeds), lines: quantitiesOf({ 1: 3 }) }),
      );
  });
});

describe('A pickup', () => {
  it('is complete only when it is handed over', () => {
    const { state } = given(...toCollect)
      .when(ready)
      .then(pickupReady)
      .when(handOver())
      .then(handedOver({ 1: 3 }));
    expect(state).toMatchObject({ lines: [{ allocated: 0, fulfilled: 3, delivered: 3 }] });
    expect(stageOf(state, pickup)).toBe('fulfilled');
  });

  it('may be collected in parts; what was handed over before is not handed over again', () => {
    given(...toCollect)
      .when(handOver({ 1: 1 }))
      .then(handedOver({ 1: 1 }))
      .when(handOver({ 1: 3 }))
      .then(handedOver({ 1: 2 }))
      .when(handOver({ 1: 3 }))
      .then(
        ignored(
          'tributary.pickup.handed-over.v1',
          'already-handed-over',
          'Nothing of this fulfilment is left to hand over.',
        ),
      )
      .when(handOver())
      .then(
        ignored(
          'tributary.pickup.handed-over.v1',
          'already-handed-over',
          'Nothing of this fulfilment is left to hand over.',
        ),
      );
  });

  it('says the serial numbers that were handed over', () => {
    const lines = [{ lineId: '1', quantity: 1, serials: ['SN-1'] }];
    given(...toCollect)
      .when(told('tributary.pickup.handed-over.v1', { fulfilmentId: pickup, lines }))
      .then(
        orderFact('tributary.order.handed-over.v1', {
          ...of(pickup),
          lines: quantitiesOf({ 1: 1 }),
          serials: [{ lineId: '1', serials: ['SN-1'] }],
        }),
      );
  });

  it('is ready once, and a fulfilment that is shipped never is', () => {
    given(...toCollect, pickupReady)
      .when(ready)
      .then(
        ignored('tributary.pickup.ready.v1', 'already-ready', 'The fulfilment is ready already, or further.'),
      );
    given(...order)
      .when(told('tributary.pickup.ready.v1', { fulfilmentId: leeds }))
      .then(
        ignored('tributary.pickup.ready.v1', 'not-a-pickup', 'This fulfilment is shipped, not collected.'),
      );
  });
});

describe('A short pick', () => {
  const short = (quantity: number) =>
    told('tributary.fulfilment.shorted.v1', {
      fulfilmentId: leeds,
      lines: [{ lineId: '1', quantity, reason: 'not-found' }],
    });
  const shorted = (quantity: number) =>
    orderFact('tributary.order.fulfilment-shorted.v1', {
      ...of(leeds),
      method: 'ship',
      lines: quantitiesOf({ 1: quantity }).map((line) => ({ ...line, reason: 'not-found' })),
    });

  it('gives the line back to be sourced again, and the rest is shipped', () => {
    const { state } = given(...order)
      .when(short(2))
      .then(shorted(2))
      .when(ship('X1'))
      .then(shipped('X1', { 1: 1, 2: 1 }));
    expect(state).toMatchObject({ lines: [{ ordered: 3, allocated: 0, fulfilled: 1 }, { fulfilled: 1 }] });
  });

  it('is at most what is held, and nothing when nothing is', () => {
    given(...order)
      .when(short(9))
      .then(shorted(3))
      .when(short(9))
      .then(
        ignored(
          'tributary.fulfilment.shorted.v1',
          'nothing-held',
          'The fulfilment no longer holds these lines.',
        ),
      );
  });
});
