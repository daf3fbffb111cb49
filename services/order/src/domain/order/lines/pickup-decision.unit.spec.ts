import { type LocationId, orderStatusOf } from '@tributary/contracts';
import {
  allocatedTo,
  givenFor,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  toldOfOrder,
} from '@tributary/testing';
import { loseAllocation } from '../allocation/allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { type PickupDecision, decidePickup } from './pickup-decision.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const statusOf = (order: Order) => orderStatusOf((order as Captured).lines);
const linesOf = (order: Order) => (order as Captured).lines;
const missingIn = (order: Order) => linesOf(order).map(({ undecided = 0 }) => undecided);

const york = 'york' as LocationId;
const leeds = 'leeds' as LocationId;
const address = { country: 'GB', postalCode: 'LS1 4AP' };

type Units = Record<string, number>;

/** Lines to be collected in York. */
const placed = (lines: Units, more: object = {}): OrderEvent => {
  const fact = placedWith(lines);
  return {
    ...fact,
    data: {
      ...fact.data,
      ...more,
      lines: fact.data.lines.map((line) => ({ ...line, method: 'pickup' as const, pickupAt: york })),
    },
  };
};
const held = (lines: Units) => allocatedTo({ 'P1-york': lines });
const short = (lines: Units) => (order: Order) =>
  receiveFact(
    toldOfOrder('tributary.fulfilment.shorted.v1', {
      orderId,
      fulfilmentId: 'P1-york',
      lines: Object.entries(lines).map(([lineId, quantity]) => ({
        lineId,
        quantity,
        reason: 'not-found' as const,
      })),
    }),
    order,
  );
const shortOf = (lines: Units, of: Units = lines) => {
  const events = [placed(of), held(of)];
  return given(...events, ...short(lines)(given(...events).state));
};
const decide = (asked: PickupDecision) => (order: Order) => decidePickup(asked, order as Captured);
const decided = (choice: 'wait' | 'ship' | 'collect-elsewhere', lines: Units, more: object = {}) =>
  orderFact('tributary.order.pickup-decided.v1', { orderId, choice, lines: quantitiesOf(lines), ...more });
const backordered = (lines: Units) =>
  orderFact('tributary.order.backordered.v1', {
    orderId,
    lines: quantitiesOf(lines),
    reason: 'missing at the pickup; somebody decided to wait',
  });

describe('A pickup that ran short', () => {
  it('needs a decision, and nothing happens to it by itself', () => {
    const { state } = shortOf({ 1: 1 }, { 1: 3 });
    expect(statusOf(state)).toBe('needs-decision');
    expect(linesOf(state)).toMatchObject([{ allocated: 2, undecided: 1, backordered: 0 }]);
  });

  it('needs one, too, when inventory lost what was held for it', () => {
    const lost = { fulfilmentId: 'P1-york', lineId: '1', quantity: 1, reason: 'sold' };
    const { state } = given(placed({ 1: 2 }), held({ 1: 2 }));
    const after = loseAllocation(lost, state as Captured).reduce(evolve, state);
    expect(statusOf(after)).toBe('needs-decision');
  });

  it('waits for stock in the place when somebody says so', () => {
    const { state } = shortOf({ 1: 1 }, { 1: 3 })
      .when(decide({ choice: 'wait', reason: 'asked by phone' }))
      .then(decided('wait', { 1: 1 }, { reason: 'asked by phone' }), backordered({ 1: 1 }));
    expect(statusOf(state)).toBe('backordered');
  });

  it('is sent to the address that is given, or to the one the order has', () => {
    const { state } = shortOf({ 1: 2 })
      .when(decide({ choice: 'ship', shipTo: address }))
      .then(decided('ship', { 1: 2 }, { shipTo: address }));
    expect(linesOf(state)[0]).toMatchObject({ method: 'ship' });
    expect(linesOf(state)[0]).not.toHaveProperty('pickupAt');
    expect(missingIn(state)).toEqual([0]);
    expect(statusOf(state)).toBe('placed');
    const withAddress = [placed({ 1: 1 }, { shipTo: address }), held({ 1: 1 })];
    given(...withAddress, ...short({ 1: 1 })(given(...withAddress).state))
      .when(decide({ choice: 'ship' }))
      .then(decided('ship', { 1: 1 }));
  });

  it('is not sent where nobody knows where to', () => {
    shortOf({ 1: 1 })
      .when(decide({ choice: 'ship' }))
      .thenRefused({ code: 'no-address', reason: 'The order has no address to send to: give `shipTo`.' });
  });

  it('is collected at another place, and not at the same', () => {
    const { state } = shortOf({ 1: 1 })
      .when(decide({ choice: 'collect-elsewhere', pickupAt: leeds }))
      .then(decided('collect-elsewhere', { 1: 1 }, { pickupAt: leeds }));
    expect(linesOf(state)[0]).toMatchObject({ method: 'pickup', pickupAt: leeds });
    shortOf({ 1: 1 })
      .when(decide({ choice: 'collect-elsewhere', pickupAt: york }))
      .thenRefused({ code: 'same-place', reason: 'The goods are missing at york: name another place.' });
  });

  it('is cancelled as far as it is missing; what is there stays', () => {
    const { state } = shortOf({ 1: 1 }, { 1: 3 })
      .when(decide({ choice: 'cancel' }))
      .then(
        orderFact('tributary.order.cancelled.v1', { orderId, lines: quantitiesOf({ 1: 1 }), release: [] }),
      );
    expect(linesOf(state)).toMatchObject([{ allocated: 2, cancelled: 1 }]);
    expect(missingIn(state)).toEqual([0]);
    expect(statusOf(state)).toBe('allocated');
  });

  it('is decided line by line where that is asked', () => {
    const { state } = shortOf({ 1: 1, 2: 1 })
      .when(decide({ choice: 'wait', lines: ['2'] }))
      .then(decided('wait', { 2: 1 }), backordered({ 2: 1 }));
    expect(linesOf(state)).toMatchObject([{ backordered: 0 }, { backordered: 1 }]);
    expect(missingIn(state)).toEqual([1, 0]);
    expect(statusOf(state)).toBe('needs-decision');
  });

  it('takes what of the line waits for stock along when it goes another way', () => {
    const events = [placed({ 1: 3 }), held({ 1: 1 }), backordered({ 1: 2 })];
    const { state } = given(...events, ...short({ 1: 1 })(given(...events).state))
      .when(decide({ choice: 'ship', shipTo: address }))
      .then(decided('ship', { 1: 3 }, { shipTo: address, waited: quantitiesOf({ 1: 2 }) }));
    expect(linesOf(state)).toMatchObject([{ backordered: 0 }]);
    expect(missingIn(state)).toEqual([0]);
  });

  it('needs no decision any more once its goods were found after all, or it is cancelled', () => {
    const handOver = (order: Order) =>
      receiveFact(
        toldOfOrder('tributary.pickup.handed-over.v1', {
          orderId,
          fulfilmentId: 'P1-york',
          lines: [{ lineId: '1', quantity: 1 }],
        }),
        order,
      );
    const found = shortOf({ 1: 1 }).state;
    expect(statusOf(handOver(found).reduce(evolve, found))).toBe('completed');
    const cancelAll = toldOfOrder('tributary.order.cancel-requested.v1', { orderId });
    expect(statusOf(receiveFact(cancelAll, found).reduce(evolve, found))).toBe('cancelled');
    shortOf({ 1: 1 })
      .when((order) => receiveFact(cancelAll, order))
      .then(
        orderFact('tributary.order.cancelled.v1', { orderId, lines: quantitiesOf({ 1: 1 }), release: [] }),
      )
      .when(decide({ choice: 'wait' }))
      .thenRefused({ code: 'nothing-to-decide', reason: 'Nothing of these lines is missing at a pickup.' });
  });
});

describe('A short pick of goods that are sent', () => {
  it('asks nobody: they are sourced elsewhere', () => {
    const events = [placedWith({ 1: 1 }), allocatedTo({ 'S1-york': { 1: 1 } })];
    const shorted = orderFact('tributary.order.fulfilment-shorted.v1', {
      orderId,
      fulfilmentId: 'S1-york',
      location: york,
      method: 'ship',
      lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, reason: 'not-found' })),
    });
    expect(statusOf(given(...events, shorted).state)).toBe('placed');
  });
});
