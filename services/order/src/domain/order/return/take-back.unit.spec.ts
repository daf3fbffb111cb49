import {
  allocatedTo,
  givenFor,
  noon,
  orderFact,
  orderId,
  placedWith,
  skuOf,
  toldOfOrder,
} from '@tributary/testing';
import { type InboundInput, orderStatusOf } from '@tributary/contracts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const statusOf = (order: Order) =>
  orderStatusOf((order as Captured).lines, { rejected: (order as Captured).rejected });

type Return = InboundInput<'tributary.return.received.v1'>;
const back =
  (lines: Return['lines'], more: Partial<Return> = {}) =>
  (order: Order) =>
    receiveFact(
      toldOfOrder('tributary.return.received.v1', {
        returnId: 'R1',
        orderId,
        currency: 'EUR',
        lines,
        ...more,
      }),
      order,
    );
const returned = (
  lines: {
    lineId: string;
    sku: string;
    quantity: number;
    disposition: 'restock' | 'damaged';
    refund?: number;
  }[],
  refund: number,
  more: object = {},
) => orderFact('tributary.order.returned.v1', { orderId, returnId: 'R1', lines, refund, ...more });
const waitingFor = (waitsFor: string) => [{ type: 'tributary.order.fact-parked.v1', data: { waitsFor } }];

const gone = (lines: Record<string, number>, captured = 1000, sku = skuOf) => {
  const placed = placedWith(lines, { captured, sku });
  return { ...placed, data: { ...placed.data, completedAt: '2026-03-01T09:00:00.000Z' } };
};

describe('Goods that came back', () => {
  it('are matched to the line they name, with disposition and refund', () => {
    const { state } = given(gone({ 1: 3, 2: 1 }))
      .when(
        back([{ lineId: '1', sku: skuOf('1'), quantity: 2, refund: 150, disposition: 'damaged' }], {
          location: 'york',
          reason: 'scratched',
        }),
      )
      .then(
        returned([{ lineId: '1', sku: skuOf('1'), quantity: 2, disposition: 'damaged', refund: 150 }], 150, {
          location: 'york',
          reason: 'scratched',
        }),
      );
    expect(state).toMatchObject({ refunded: 150, lines: [{ fulfilled: 3, returned: 2 }, { returned: 0 }] });
    expect(statusOf(state)).toBe('partly-returned');
  });

  it('say their serial numbers, by the line that they name or the first of their SKU', () => {
    given(gone({ 1: 3, 2: 1 }))
      .when(
        back([
          { sku: skuOf('2'), quantity: 1, serials: ['SN-9'] },
          { lineId: '1', sku: skuOf('1'), quantity: 2, serials: ['SN-1'] },
        ]),
      )
      .then(
        returned(
          [
            { lineId: '1', sku: skuOf('1'), quantity: 2, disposition: 'restock' },
            { lineId: '2', sku: skuOf('2'), quantity: 1, disposition: 'restock' },
          ],
          0,
          {
            serials: [
              { lineId: '2', serials: ['SN-9'] },
              { lineId: '1', serials: ['SN-1'] },
            ],
          },
        ),
      );
  });

  it('are matched by SKU when they name no line, and restocked unless they say otherwise', () => {
    given(gone({ 1: 3, 2: 1 }))
      .when(back([{ sku: skuOf('2'), quantity: 1 }]))
      .then(returned([{ lineId: '2', sku: skuOf('2'), quantity: 1, disposition: 'restock' }], 0));
  });

  it('of one SKU on two lines fill the lines in turn; the refund stands with the first', () => {
    const same = () => 'LAMP';
    given(gone({ 1: 2, 2: 2 }, 1000, same))
      .when(back([{ sku: 'LAMP', quantity: 3, refund: 300 }]))
      .then(
        returned(
          [
            { lineId: '1', sku: 'LAMP', quantity: 2, disposition: 'restock', refund: 300 },
            { lineId: '2', sku: 'LAMP', quantity: 1, disposition: 'restock' },
          ],
          300,
        ),
      );
  });

  it('that name their line come before those told by SKU alone', () => {
    const same = () => 'LAMP';
    given(gone({ 1: 1, 2: 1 }, 1000, same))
      .when(
        back([
          { sku: 'LAMP', quantity: 1 },
          { lineId: '1', sku: 'LAMP', quantity: 1 },
        ]),
      )
      .then(
        returned(
          [
            { lineId: '1', sku: 'LAMP', quantity: 1, disposition: 'restock' },
            { lineId: '2', sku: 'LAMP', quantity: 1, disposition: 'restock' },
          ],
          0,
        ),
      );
  });

  it('give back the postage with them; what was charged and given back stays on the return', () => {
    const charges = [{ code: 'POST', name: 'Postage', amount: -300 }];
    const { state } = given(gone({ 1: 2 }, 1300))
      .when(back([{ lineId: '1', sku: skuOf('1'), quantity: 1, refund: 500 }], { charges }))
      .then(
        returned([{ lineId: '1', sku: skuOf('1'), quantity: 1, disposition: 'restock', refund: 500 }], 800, {
          charges,
        }),
      );
    expect(state).toMatchObject({ refunded: 800 });
  });

  it('may be charged for: what is given back is never below zero', () => {
    const lines = [{ lineId: '1', sku: skuOf('1'), quantity: 1, refund: 100 }];
    const matched = [{ ...lines[0]!, disposition: 'restock' as const }];
    const fee = (amount: number) => ({ charges: [{ code: 'restocking', amount }] });
    given(gone({ 1: 1 }))
      .when(back(lines, fee(30)))
      .then(returned(matched, 70, fee(30)));
    given(gone({ 1: 1 }))
      .when(back(lines, fee(130)))
      .then(returned(matched, 0, fee(130)));
  });

  it('all of them, return the order', () => {
    const all = back([
      { sku: skuOf('1'), quantity: 3 },
      { sku: skuOf('2'), quantity: 1 },
    ]);
    const state = all(given(gone({ 1: 3, 2: 1 })).state).reduce(evolve, given(gone({ 1: 3, 2: 1 })).state);
    expect(statusOf(state)).toBe('returned');
  });

  it('and are told twice are taken back once', () => {
    const lines = [{ lineId: '1', sku: skuOf('1'), quantity: 1, disposition: 'restock' as const }];
    given(gone({ 1: 3 }), returned(lines, 0))
      .when(back(lines))
      .then(
        orderFact('tributary.order.fact-ignored.v1', {
          orderId,
          messageId: 'tributary.return.received.v1',
          messageType: 'tributary.return.received.v1',
          code: 'already-returned',
          reason: 'Return R1 is known.',
        }),
      );
  });
});

describe('A return in another currency than its order', () => {
  const line = { lineId: '1', sku: skuOf('1'), quantity: 1 };
  const withoutEffect = orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: 'tributary.return.received.v1',
    messageType: 'tributary.return.received.v1',
    code: 'other-currency',
    reason: '12.00 USD given back has no effect on money: the order is in EUR.',
  });
  const inDollars = back([{ ...line, refund: 1200 }], { currency: 'USD' });

  it('counts its goods; its amounts are kept without effect, even when they are more than was captured', () => {
    const { state } = given(gone({ 1: 3 }))
      .when(inDollars)
      .then(returned([{ ...line, disposition: 'restock' }], 0), withoutEffect);
    expect(state).toMatchObject({ refunded: 0, lines: [{ returned: 1 }] });
  });

  it('without amounts is a return like any other', () => {
    given(gone({ 1: 3 }))
      .when(back([line], { currency: 'USD' }))
      .then(returned([{ ...line, disposition: 'restock' }], 0));
  });

  it('that waited says the same when its goods have left', () => {
    const allocated = [placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } })];
    const { state } = given(...allocated, ...inDollars(given(...allocated).state));
    const ship = toldOfOrder('tributary.shipment.dispatched.v1', {
      orderId,
      fulfilmentId: 'S1-leeds',
      shipmentId: 'X1',
    });
    expect(receiveFact(ship, state).slice(2)).toStrictEqual([
      { ...returned([{ ...line, disposition: 'restock' }], 0), time: noon },
      withoutEffect,
    ]);
  });
});

describe('More returned than sold', () => {
  const line = (quantity: number) => ({ lineId: '1', sku: skuOf('1'), quantity });
  const restock = { disposition: 'restock' as const };

  it('is counted apart when nothing more can leave', () => {
    const { state } = given(gone({ 1: 3 }))
      .when(back([line(4)]))
      .then(
        orderFact('tributary.order.returned.v1', {
          orderId,
          returnId: 'R1',
          lines: [
            { ...line(3), ...restock },
            { ...line(1), beyond: 1, ...restock },
          ],
          refund: 0,
        }),
      );
    expect(state).toMatchObject({ lines: [{ fulfilled: 3, returned: 3, returnedBeyond: 1 }] });
  });

  it('of goods that left although they were cancelled ends the same, whichever is told first', () => {
    const cancelled = orderFact('tributary.order.cancelled.v1', {
      orderId,
      lines: [line(3)],
      release: [{ ...line(3), fulfilmentId: 'S1-leeds', location: 'leeds' }],
    });
    const start = given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }), cancelled).state;
    const dispatched = (order: Order) =>
      receiveFact(
        toldOfOrder('tributary.shipment.dispatched.v1', {
          orderId,
          fulfilmentId: 'S1-leeds',
          shipmentId: 'X1',
        }),
        order,
      );
    const told = (...rules: ((order: Order) => OrderEvent[])[]) =>
      (rules.reduce((order, rule) => rule(order).reduce(evolve, order), start) as Captured).lines;
    const returnFirst = told(back([line(2)]), dispatched);
    expect(returnFirst).toEqual(told(dispatched, back([line(2)])));
    expect(returnFirst).toMatchObject([{ fulfilled: 3, leftThoughCancelled: 3, returned: 2 }]);
  });
});

describe('A return that cannot be true yet', () => {
  it('of more than has left waits for what is still to leave', () => {
    const tooMany = back([{ lineId: '1', sku: skuOf('1'), quantity: 3 }]);
    const { state } = given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }));
    expect(tooMany(state)).toMatchObject(waitingFor('fulfilment'));
  });

  it('of goods the order never had waits, for someone to look at', () => {
    expect(back([{ sku: 'OTHER', quantity: 1 }])(given(gone({ 1: 3 })).state)).toMatchObject(
      waitingFor('fulfilment'),
    );
  });

  it('refunding more than was captured waits for the payment', () => {
    const dear = back([{ lineId: '1', sku: skuOf('1'), quantity: 1, refund: 1001 }]);
    expect(dear(given(gone({ 1: 3 })).state)).toMatchObject(waitingFor('payment'));
  });

  it('is taken back as soon as the goods have left', () => {
    const waiting = back([{ lineId: '1', sku: skuOf('1'), quantity: 1 }])(
      given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } })).state,
    );
    const ship = toldOfOrder('tributary.shipment.dispatched.v1', {
      orderId,
      fulfilmentId: 'S1-leeds',
      shipmentId: 'X1',
    });
    const { state } = given(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }), ...waiting);
    expect(receiveFact(ship, state).map(({ type }) => type)).toEqual([
      'tributary.order.shipped.v1',
      'tributary.order.fact-resumed.v1',
      'tributary.order.returned.v1',
    ]);
  });
});
