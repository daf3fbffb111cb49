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
import { type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
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
const ship = (shipmentId: string, lines?: Record<string, number>) =>
  told('tributary.shipment.dispatched.v1', {
    fulfilmentId: leeds,
    shipmentId,
    ...(lines && { lines: asked(lines) }),
  });
const deliver = (shipmentId: string) =>
  told('tributary.shipment.delivered.v1', { shipmentId, signedBy: 'Ada' });
const asked = (lines: Record<string, number>) =>
  Object.entries(lines).map(([lineId, quantity]) => ({ lineId, quantity }));

const shipped = (shipmentId: string, lines: Record<string, number>) =>
  orderFact('tributary.order.shipped.v1', { ...of(leeds), shipmentId, lines: quantitiesOf(lines) });
const delivered = (shipmentId: string, lines: Record<string, number>) =>
  orderFact('tributary.order.delivered.v1', {
    orderId,
    shipmentId,
    lines: quantitiesOf(lines),
    signedBy: 'Ada',
  });

const order = [placedWith({ 1: 3, 2: 1 }), allocatedTo({ [leeds]: { 1: 3, 2: 1 } })];

describe('A shipment', () => {
  it('takes the named units, and the rest goes with a later one', () => {
    const { state } = given(...order)
      .when(ship('X1', { 1: 2 }))
      .then(shipped('X1', { 1: 2 }))
      .when(ship('X2'))
      .then(shipped('X2', { 1: 1, 2: 1 }));
    expect(state).toMatchObject({
      lines: [
        { allocated: 0, fulfilled: 3 },
        { allocated: 0, fulfilled: 1 },
      ],
    });
  });

  it('takes from the fulfilment no more than it holds, and what it named beyond that left, too', () => {
    const more = (quantity: number) => ({
      ...shipped('X1', { 1: 3 }),
      data: {
        ...shipped('X1', { 1: 3 }).data,
        beyond: quantitiesOf({ 1: quantity }).map((line) => ({
          ...line,
          because: 'never-held' as const,
          countsAs: 'surplus' as const,
        })),
      },
    });
    const { state } = given(...order)
      .when(ship('X1', { 1: 9 }))
      .then(more(6));
    expect(state).toMatchObject({ lines: [{ ordered: 3, fulfilled: 3, surplus: 6 }, { allocated: 1 }] });
    const twice = told('tributary.shipment.dispatched.v1', {
      fulfilmentId: leeds,
      shipmentId: 'X1',
      lines: [
        { lineId: '1', quantity: 2 },
        { lineId: '1', quantity: 2 },
      ],
    });
    given(...order)
      .when(twice)
      .then(more(1));
  });

  it('told again is kept without effect', () => {
    given(...order, shipped('X1', { 1: 1 }))
      .when(ship('X1', { 1: 1 }))
      .then(ignored('tributary.shipment.dispatched.v1', 'already-shipped', 'Shipment X1 is known.'));
  });

  it('says who carries it', () => {
    const carried = { carrier: 'DHL', tracking: 'T-1' };
    given(...order)
      .when(told('tributary.shipment.dispatched.v1', { fulfilmentId: leeds, shipmentId: 'X1', ...carried }))
      .then({
        ...shipped('X1', { 1: 3, 2: 1 }),
        data: { ...shipped('X1', { 1: 3, 2: 1 }).data, ...carried },
      });
  });

  it('is delivered once, with what was in it', () => {
    const { state } = given(...order, shipped('X1', { 1: 2 }), shipped('X2', { 1: 1 }))
      .when(deliver('X1'))
      .then(delivered('X1', { 1: 2 }))
      .when(deliver('X1'))
      .then(
        ignored('tributary.shipment.delivered.v1', 'already-delivered', 'Shipment X1 was delivered before.'),
      );
    expect(state).toMatchObject({
      lines: [
        { fulfilled: 3, delivered: 2 },
        { fulfilled: 0, delivered: 0 },
      ],
    });
  });

  it('delivered before it was dispatched is waited for', () => {
    const { state } = given(...order);
    expect(deliver('X1')(state)).toMatchObject(waitingFor('shipment'));
    given(...order, ...deliver('X1')(state))
      .when(ship('X1', { 1: 1 }))
      .then(
        shipped('X1', { 1: 1 }),
        orderFact('tributary.order.fact-resumed.v1', {
          orderId,
          messageId: 'tributary.shipment.delivered.v1',
          messageType: 'tributary.shipment.delivered.v1',
          waitedFor: 'shipment',
        }),
        { ...delivered('X1', { 1: 1 }), time: '2026-03-02T12:00:00.000Z' },
      );
  });

  it('is tracked by its carrier, even after it was delivered, and not before it is known', () => {
    const scan = told('tributary.shipment.tracked.v1', {
      shipmentId: 'X1',
      status: 'in transit',
      place: 'Hull',
    });
    const tracked = orderFact('tributary.order.tracked.v1', {
      orderId,
      shipmentId: 'X1',
      status: 'in transit',
      place: 'Hull',
    });
    given(...order, shipped('X1', { 1: 1 }), delivered('X1', { 1: 1 }))
      .when(scan)
      .then(tracked);
    expect(scan(given(...order).state)).toMatchObject(waitingFor('shipment'));
  });
});
