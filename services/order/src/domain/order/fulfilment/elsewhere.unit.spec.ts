import { type InboundInput, type InboundTypeName, orderStatusOf } from '@tributary/contracts';
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
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { type ReportedFact, receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const statusOf = (order: Order) => orderStatusOf((order as Captured).lines);
const told =
  <T extends InboundTypeName>(type: T, data: Omit<InboundInput<T>, 'orderId'>) =>
  (order: Order) =>
    receiveFact(toldOfOrder(type, { orderId, ...data } as InboundInput<T>) as ReportedFact, order);

type Units = Record<string, number>;

/** How a WMS names its own work. */
const wms = { fulfilmentId: 'WMS-7' };
const reported = (more: object = {}) =>
  orderFact('tributary.order.fulfilment-reported.v1', { orderId, ...wms, method: 'ship', ...more });
const wanted = (lines: Units) =>
  quantitiesOf(lines).map((line) => ({
    ...line,
    because: 'never-held' as const,
    countsAs: 'wanted' as const,
  }));
const shipped = (lines: Units, more: object = {}) =>
  orderFact('tributary.order.shipped.v1', {
    orderId,
    ...wms,
    shipmentId: 'X1',
    lines: [],
    ...(Object.keys(lines).length > 0 && { beyond: wanted(lines) }),
    ...more,
  });
const ship = (more: object = {}) =>
  told('tributary.shipment.dispatched.v1', { ...wms, shipmentId: 'X1', ...more });
const withMore = (fact: OrderEvent, more: object) =>
  ({ ...fact, data: { ...fact.data, ...more } }) as OrderEvent;

describe('A fulfilment that another system decided', () => {
  it('is taken at its word: the order moves with it, step by step', () => {
    const { state } = given(placedWith({ 1: 2 }))
      .when(told('tributary.fulfilment.accepted.v1', wms))
      .then(reported(), orderFact('tributary.order.fulfilment-accepted.v1', { orderId, ...wms }))
      .when(told('tributary.fulfilment.picked.v1', { ...wms, lines: [{ lineId: '1', quantity: 2 }] }))
      .then(
        orderFact('tributary.order.fulfilment-picked.v1', { orderId, ...wms, lines: quantitiesOf({ 1: 2 }) }),
      )
      .when(told('tributary.fulfilment.packed.v1', wms))
      .then(orderFact('tributary.order.fulfilment-packed.v1', { orderId, ...wms }))
      .when(ship({ tracking: 'JJD42' }))
      .then(withMore(shipped({ 1: 2 }), { tracking: 'JJD42' }))
      .when(told('tributary.shipment.delivered.v1', { shipmentId: 'X1' }))
      .then(
        orderFact('tributary.order.delivered.v1', {
          orderId,
          shipmentId: 'X1',
          lines: quantitiesOf({ 1: 2 }),
        }),
      );
    expect(statusOf(state)).toBe('completed');
  });

  it('moves stock where the message that tells goods left names the location, and only there', () => {
    given(placedWith({ 1: 2 }))
      .when(ship({ location: 'hull', lines: [{ lineId: '1', quantity: 1 }] }))
      .then(reported({ location: 'hull' }), shipped({ 1: 1 }, { location: 'hull' }))
      .when(told('tributary.shipment.dispatched.v1', { ...wms, shipmentId: 'X2' }))
      .then(withMore(shipped({ 1: 1 }), { shipmentId: 'X2' }));
  });

  it('is where the first message that says so says it is', () => {
    const { state } = given(placedWith({ 1: 2 }), reported())
      .when(told('tributary.fulfilment.packed.v1', { ...wms, location: 'hull' }))
      .then(
        reported({ location: 'hull' }),
        orderFact('tributary.order.fulfilment-packed.v1', { orderId, ...wms, location: 'hull' }),
      )
      .when(told('tributary.fulfilment.accepted.v1', { ...wms, location: 'york' }))
      .then(
        orderFact('tributary.order.fact-ignored.v1', {
          orderId,
          messageId: 'tributary.fulfilment.accepted.v1',
          messageType: 'tributary.fulfilment.accepted.v1',
          code: 'already-accepted',
          reason: 'The fulfilment is accepted already, or further.',
        }),
      );
    expect([...(state as Captured).fulfilments.values()]).toMatchObject([{ location: 'hull' }]);
  });

  it('is a pickup when it is told as one', () => {
    const { state } = given(placedWith({ 1: 1 }))
      .when(told('tributary.pickup.ready.v1', wms))
      .then(reported(), orderFact('tributary.order.pickup-ready.v1', { orderId, ...wms }))
      .when(told('tributary.pickup.handed-over.v1', { ...wms, location: 'hull' }))
      .then(
        reported({ method: 'pickup', location: 'hull' }),
        orderFact('tributary.order.handed-over.v1', {
          orderId,
          ...wms,
          location: 'hull',
          lines: [],
          beyond: wanted({ 1: 1 }),
        }),
      );
    expect(statusOf(state)).toBe('completed');
  });

  it('frees what sourcing had reserved for the goods it sent', () => {
    given(placedWith({ 1: 2 }), allocatedTo({ 'S1-leeds': { 1: 2 } }))
      .when(ship({ location: 'hull' }))
      .then(
        reported({ location: 'hull' }),
        shipped(
          { 1: 2 },
          {
            location: 'hull',
            release: quantitiesOf({ 1: 2 }).map((line) => ({
              ...line,
              fulfilmentId: 'S1-leeds',
              location: locationOf('S1-leeds'),
            })),
          },
        ),
      );
  });

  it('sources for itself what it is short of', () => {
    const lines = [{ lineId: '1', quantity: 1, reason: 'damaged' as const }];
    const answer = told('tributary.fulfilment.shorted.v1', { ...wms, lines })(
      given(placedWith({ 1: 1 })).state,
    );
    expect(answer).toMatchObject([
      { type: 'tributary.order.fulfilment-reported.v1' },
      { type: 'tributary.order.fact-ignored.v1', data: { code: 'decided-elsewhere' } },
    ]);
  });

  it('may bear an id like ours where the order is not sourced here; else it waits until sourcing said', () => {
    const likeOurs = told('tributary.fulfilment.accepted.v1', { fulfilmentId: 'S1-leeds' });
    expect(likeOurs(given(placedWith({ 1: 1 })).state)).toMatchObject([
      { type: 'tributary.order.fact-parked.v1', data: { waitsFor: 'allocation' } },
    ]);
    const elsewhere = withMore(placedWith({ 1: 1 }), { sourcing: 'elsewhere' });
    expect(likeOurs(given(elsewhere).state)).toMatchObject([
      { type: 'tributary.order.fulfilment-reported.v1' },
      { type: 'tributary.order.fulfilment-accepted.v1' },
    ]);
  });
});

describe('The parcels of an order that was complete when it was told', () => {
  const complete = withMore(placedWith({ 1: 2 }), { completedAt: '2026-02-01T09:00:00.000Z' });

  it('show with their tracking and move nothing: all had left and arrived', () => {
    const { state } = given(complete)
      .when(ship({ tracking: 'JJD42', location: 'hull', lines: [{ lineId: '1', quantity: 2 }] }))
      .then(reported({ location: 'hull' }), withMore(shipped({}), { location: 'hull', tracking: 'JJD42' }))
      .when(told('tributary.shipment.delivered.v1', { shipmentId: 'X1' }))
      .then(orderFact('tributary.order.delivered.v1', { orderId, shipmentId: 'X1', lines: [] }));
    expect((state as Captured).lines).toMatchObject([{ fulfilled: 2, delivered: 2 }]);
    expect((state as Captured).lines[0]).not.toHaveProperty('surplus');
  });
});

describe('Orders that another system sources', () => {
  const captured = {
    channel: 'web',
    number: '100',
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'SKU-1', quantity: 1, unitPrice: '1.00' }],
  };
  const placedAs = (more: object, imported = false) =>
    receiveFact(
      { ...toldOfOrder('tributary.order.captured.v1', { ...captured, ...more }), imported },
      notCaptured,
    );

  it('are those whose channel says so, and imported ones that are still open', () => {
    expect(placedAs({ sourcing: 'elsewhere' })).toMatchObject([{ data: { sourcing: 'elsewhere' } }]);
    expect(placedAs({}, true)).toMatchObject([{ data: { sourcing: 'elsewhere' } }]);
    expect(placedAs({ sourcing: 'here' })[0]!.data).not.toHaveProperty('sourcing');
    const complete = placedAs({ completedAt: '2026-02-01T09:00:00.000Z' }, true);
    expect(complete[0]!.data).not.toHaveProperty('sourcing');
  });
});
