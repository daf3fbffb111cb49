import { givenFor, noon, orderFact, orderId, placedWith, toldOfOrder } from '@tributary/testing';
import { type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const placed = placedWith({ 1: 2 });
const ignored = (messageType: string, code: string, reason: string) =>
  orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: messageType,
    messageType,
    code,
    reason,
  });

describe('A change of the delivery address', () => {
  const shipTo = { country: 'GB', city: 'York' };
  const change = toldOfOrder('tributary.order.change-requested.v1', {
    orderId,
    change: { kind: 'deliver-to', shipTo },
    reason: 'moved',
  });

  it('is made while nothing has left', () => {
    given(placed)
      .when((order) => receiveFact(change, order))
      .then(orderFact('tributary.order.delivery-address-changed.v1', { orderId, shipTo, reason: 'moved' }));
  });

  it('comes too late when part of the order has left', () => {
    const gone = { ...placed, data: { ...placed.data, completedAt: noon } };
    given(gone)
      .when((order) => receiveFact(change, order))
      .then(
        ignored(
          'tributary.order.change-requested.v1',
          'already-on-its-way',
          'Part of the order has left; the address can no longer be changed.',
        ),
      );
  });
});
