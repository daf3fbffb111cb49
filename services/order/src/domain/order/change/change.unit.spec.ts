import type { OrderChange } from '@tributary/contracts';
import {
  allocatedTo,
  givenFor,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  skuOf,
  toldOfOrder,
} from '@tributary/testing';
import type { z } from 'zod';
import type { ChangeOrder } from '@tributary/contracts';
import { ChangeOrder as ChangeOrderSchema } from '@tributary/contracts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { change, planChange } from './change.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
type Asked = z.input<typeof ChangeOrderSchema>['changes'][number];

const asked = (...changes: Asked[]): ChangeOrder => ChangeOrderSchema.parse({ changes });
const changing =
  (...changes: Asked[]) =>
  (order: Order) =>
    change(asked(...changes), order as Captured, {});
const inTheWay = (order: Order, ...changes: Asked[]) =>
  planChange(asked(...changes), order as Captured).blocked.map(({ pointer, code }) => `${pointer} ${code}`);

type ChangedData = Parameters<typeof orderFact<'tributary.order.changed.v1'>>[1];
const nothing = { lines: [], cancelled: [], anew: [], toSource: [], release: [], charges: [], prices: [] };
const changed = (data: Partial<ChangedData> & Pick<ChangedData, 'total' | 'difference'>) =>
  orderFact('tributary.order.changed.v1', { orderId, ...nothing, ...data });
const priced = (lineId: string, quantity: number, amount = quantity * 100, unitPrice = '1.00') => ({
  lineId,
  sku: skuOf(lineId),
  quantity,
  unitPrice,
  amount,
  method: 'ship' as const,
});
const setTo = (lineId: string, quantity: number): Asked => ({ kind: 'set-quantity', lineId, quantity });
const priceOf = (lineId: string, unitPrice: string): Asked => ({
  kind: 'set-price',
  lineId,
  unitPrice,
  reason: 'agreed',
});
const picked = (fulfilmentId: string) => (order: Order) =>
  receiveFact(toldOfOrder('tributary.fulfilment.picked.v1', { orderId, fulfilmentId }), order);
const after = (...facts: readonly (OrderEvent | ((order: Order) => readonly OrderEvent[]))[]): Order =>
  facts.reduce<Order>(
    (order, fact) => (typeof fact === 'function' ? fact(order) : [fact]).reduce(evolve, order),
    notCaptured,
  );
const held = (lines: Record<string, number>, name = 'S1-leeds') => allocatedTo({ [name]: lines });
const release = (lineId: string, quantity: number, fulfilmentId = 'S1-leeds') => ({
  ...quantitiesOf({ [lineId]: quantity })[0]!,
  fulfilmentId,
  location: fulfilmentId.split('-')[1]!,
});
const shipped = (lines: Record<string, number>) =>
  orderFact('tributary.order.shipped.v1', {
    orderId,
    fulfilmentId: 'S1-leeds',
    location: 'leeds',
    shipmentId: 'SH1',
    lines: quantitiesOf(lines),
  });

describe('A change of an order', () => {
  it('reserves only what is more, and gives up only what is less', () => {
    given(placedWith({ 1: 5, 2: 3 }), held({ 1: 5, 2: 3 }))
      .when(changing(setTo('1', 7), setTo('2', 1)))
      .then(
        changed({
          lines: [priced('1', 7)],
          cancelled: quantitiesOf({ 2: 2 }),
          toSource: quantitiesOf({ 1: 2 }),
          release: [release('2', 2)],
          total: 1_000,
          difference: 0,
        }),
      );
  });

  it('of a price alone reserves nothing, and settles the difference once', () => {
    const overridden = {
      lines: [priced('1', 5, 450, '0.90')],
      prices: [{ lineId: '1', from: '1.00', reason: 'agreed' }],
    };
    given(placedWith({ 1: 5 }), held({ 1: 5 }))
      .when(changing(priceOf('1', '0.90')))
      .then(changed({ ...overridden, total: 450, difference: -50 }));
  });

  it('that is undone in the same draft is none, and undone later leaves nothing owed', () => {
    const order = given(placedWith({ 1: 5 }), held({ 1: 5 }));
    order.when(changing(setTo('1', 2), setTo('1', 5))).thenRefused({
      code: 'no-difference',
      reason: 'Nothing would be different.',
    });
    order
      .when(changing(setTo('1', 6)))
      .then(
        changed({
          lines: [priced('1', 6)],
          toSource: quantitiesOf({ 1: 1 }),
          total: 600,
          difference: 100,
        }),
      )
      .when(changing(setTo('1', 5)))
      .then(changed({ cancelled: quantitiesOf({ 1: 1 }), total: 600, difference: -100 }));
  });

  it('adds lines and charges, and says where it goes now', () => {
    const shipTo = { country: 'GB', postalCode: 'LS1 4AP' };
    given(placedWith({ 1: 1 }))
      .when(
        changing(
          { kind: 'add-line', line: { lineId: '9', sku: 'HAT', quantity: 2, unitPrice: '4.50' } },
          { kind: 'add-charge', charge: { code: 'voucher', amount: -250 } },
          { kind: 'deliver-to', shipTo },
          { kind: 'contact', customer: { name: 'Ada' } },
          { kind: 'note', note: 'Ring twice.' },
        ),
      )
      .then(
        changed({
          lines: [{ ...priced('9', 2, 900, '4.50'), sku: 'HAT' }],
          toSource: [{ lineId: '9', sku: 'HAT', quantity: 2 }],
          charges: [{ code: 'voucher', amount: -250 }],
          shipTo,
          customer: { name: 'Ada' },
          note: 'Ring twice.',
          total: 750,
          difference: 650,
        }),
      );
  });

  it('sources anew what is open of a line that goes another way, and leaves the queue for stock', () => {
    const backordered = orderFact('tributary.order.backordered.v1', {
      orderId,
      lines: quantitiesOf({ 1: 1 }),
      reason: 'none',
    });
    given(placedWith({ 1: 3 }), held({ 1: 2 }), backordered, shipped({ 1: 1 }))
      .when(changing({ kind: 'set-method', lineId: '1', method: 'pickup', pickupAt: 'york' }))
      .then(
        changed({
          lines: [{ ...priced('1', 3), method: 'pickup', pickupAt: 'york' }],
          anew: quantitiesOf({ 1: 2 }),
          toSource: quantitiesOf({ 1: 2 }),
          release: [release('1', 1)],
          waited: quantitiesOf({ 1: 1 }),
          total: 300,
          difference: 0,
        }),
      );
  });

  it('promises what is open for another moment, and nothing else is different', () => {
    const promised = (promises: ChangedData['promises']) => changed({ promises, total: 300, difference: 0 });
    const placed = placedWith({ 1: 2, 2: 1 });
    given(placed)
      .when(changing({ kind: 'set-promise', promisedBy: '2026-11-27T17:00:00+01:00' }))
      .then(
        promised([
          { lineId: '1', promisedBy: '2026-11-27T16:00:00.000Z' },
          { lineId: '2', promisedBy: '2026-11-27T16:00:00.000Z' },
        ]),
      );
    given(placed)
      .when(changing({ kind: 'set-promise', lineId: '2', promisedBy: '2026-11-27T16:00:00Z' }))
      .then(promised([{ lineId: '2', promisedBy: '2026-11-27T16:00:00.000Z' }]));
    const gone = after(placed, held({ 1: 2 }), (order) =>
      receiveFact(
        toldOfOrder('tributary.shipment.dispatched.v1', {
          orderId,
          fulfilmentId: 'S1-leeds',
          shipmentId: 'SH1',
        }),
        order,
      ),
    );
    expect(
      ['1', '9'].flatMap((lineId) =>
        inTheWay(gone, { kind: 'set-promise', lineId, promisedBy: '2026-11-27T16:00:00Z' }),
      ),
    ).toEqual(['/changes/0 already-gone', '/changes/0 unknown-line']);
  });

  it('says of each part what is in the way, and then makes none of them', () => {
    const order = after(
      placedWith({ 1: 3, 2: 2, 3: 4 }),
      held({ 1: 1, 2: 2 }),
      shipped({ 1: 1 }),
      picked('S1-leeds'),
    );
    expect(
      inTheWay(
        order,
        setTo('3', 1),
        setTo('1', 0),
        setTo('2', 1),
        { kind: 'set-method', lineId: '2', method: 'pickup', pickupAt: 'york' },
        priceOf('7', '1.00'),
        { kind: 'deliver-to', shipTo: { country: 'GB' } },
        { kind: 'add-line', line: { lineId: '3', sku: 'HAT', quantity: 1, unitPrice: '1.00' } },
      ),
    ).toEqual([
      '/changes/1 already-gone',
      '/changes/2 picked',
      '/changes/3 picked',
      '/changes/4 unknown-line',
      '/changes/5 already-on-its-way',
      '/changes/6 line-known',
    ]);
    expect(changing(setTo('3', 1), setTo('2', 1))(order)).toMatchObject({
      accepted: false,
      refusal: { code: 'cannot-change', details: { blocked: [{ pointer: '/changes/1', code: 'picked' }] } },
    });
  });

  it('is refused as a whole where it would leave less than nothing due, or nowhere to send to', () => {
    const order = after(placedWith({ 1: 1 }));
    expect(inTheWay(order, { kind: 'add-charge', charge: { code: 'voucher', amount: -101 } })).toEqual([
      ' below-zero',
    ]);
    const toPickUp = placedWith({ 1: 1 });
    const lines = toPickUp.data.lines.map((line) => ({
      ...line,
      method: 'pickup' as const,
      pickupAt: 'york' as never,
    }));
    const pickup = after({ ...toPickUp, data: { ...toPickUp.data, lines } });
    const send: Asked = { kind: 'set-method', lineId: '1', method: 'ship' };
    expect(inTheWay(pickup, send)).toEqual([' no-address']);
    expect(inTheWay(pickup, send, { kind: 'deliver-to', shipTo: { country: 'GB' } })).toEqual([]);
  });

  it('does not share an agreed amount with units that join: they are a line of their own', () => {
    const fact = placedWith({ 1: 3 });
    const lines = fact.data.lines.map((line) => ({ ...line, amount: 250 }));
    const agreed = after({ ...fact, data: { ...fact.data, lines, total: 250 } });
    expect(inTheWay(agreed, setTo('1', 4))).toEqual(['/changes/0 price-agreed']);
    expect(inTheWay(agreed, priceOf('1', '0.90'), setTo('1', 4))).toEqual([]);
  });

  it('of an order that is over is refused', () => {
    const cancelled = orderFact('tributary.order.cancelled.v1', {
      orderId,
      lines: quantitiesOf({ 1: 1 }),
      release: [],
    });
    expect(inTheWay(after(placedWith({ 1: 1 }), cancelled), setTo('1', 1))).toEqual([' order-ended']);
    const sale = placedWith({ 1: 1 });
    const complete = { ...sale, data: { ...sale.data, completedAt: '2026-03-02T12:00:00.000Z' } };
    expect(inTheWay(after(complete), setTo('1', 1))).toEqual([' order-ended']);
  });

  it('is refused where the order is not the one it was looked at with', () => {
    const order = after(placedWith({ 1: 1 })) as Captured;
    const more: OrderChange[] = asked(setTo('1', 2)).changes;
    expect(change({ changes: more }, order, { expected: 1 })).toMatchObject({ accepted: true });
    expect(
      change({ changes: more }, after(placedWith({ 1: 1 }), held({ 1: 1 })) as Captured, { expected: 1 }),
    ).toMatchObject({ accepted: false, refusal: { code: 'order-moved', details: { rev: 2 } } });
  });

  it('sends nothing to be sourced where another system sources', () => {
    const fact = placedWith({ 1: 1 });
    given({ ...fact, data: { ...fact.data, sourcing: 'elsewhere' } })
      .when(changing(setTo('1', 2)))
      .then(changed({ lines: [priced('1', 2)], total: 200, difference: 100 }));
  });
});
