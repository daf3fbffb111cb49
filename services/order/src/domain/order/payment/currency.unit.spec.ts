import type { InboundInput } from '@tributary/contracts';
import { givenFor, noon, orderFact, orderId, placedWith, toldOfOrder } from '@tributary/testing';
import { type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import type { OrderMessageType } from '../rule.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const paid = placedWith({ 1: 5 }, { captured: 500 });
const tell =
  <T extends OrderMessageType>(type: T, data: InboundInput<T>) =>
  (order: Order) =>
    receiveFact(toldOfOrder(type, data), order);
const withoutEffect = (messageType: string) =>
  orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: messageType,
    messageType,
    code: 'other-currency',
    reason: 'It is in USD: the order is in EUR.',
  });

const payment = { orderId, paymentId: 'P1', currency: 'USD' };
const messages = {
  'tributary.payment.authorised.v1': { ...payment, amount: 100 },
  'tributary.payment.captured.v1': { ...payment, amount: 100 },
  'tributary.payment.failed.v1': payment,
  'tributary.payment.voided.v1': payment,
  'tributary.payment.expired.v1': payment,
  'tributary.refund.issued.v1': { orderId, refundId: 'R1', amount: 100, currency: 'USD' },
};
type Told = keyof typeof messages;

describe('Money in another currency than the order’s', () => {
  it.each(Object.keys(messages) as Told[])('has no effect: %s', (type) => {
    given(paid).when(tell(type, messages[type])).then(withoutEffect(type));
  });

  it('is told from the order’s own, which may be named', () => {
    given(paid)
      .when(tell('tributary.refund.issued.v1', { orderId, refundId: 'R1', amount: 100, currency: 'EUR' }))
      .then(orderFact('tributary.order.refunded.v1', { orderId, refundId: 'R1', amount: 100 }));
  });

  it('is found out when the order becomes known, where it was told before', () => {
    const type = 'tributary.payment.captured.v1';
    const waiting = orderFact('tributary.order.fact-parked.v1', {
      orderId,
      messageId: type,
      messageType: type,
      occurredAt: noon,
      waitsFor: 'capture',
      data: messages[type],
    });
    const placing = {
      channel: 'web',
      number: '100',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'SKU-1', quantity: 1, unitPrice: '1.00' }],
    };
    const { state } = given().when(tell(type, messages[type])).then(waiting);
    const events = receiveFact(toldOfOrder('tributary.order.captured.v1', placing), state);
    expect(events.slice(1)).toEqual([
      orderFact('tributary.order.fact-resumed.v1', {
        orderId,
        messageId: type,
        messageType: type,
        waitedFor: 'capture',
      }),
      withoutEffect(type),
    ]);
    expect(events.reduce(evolve, state)).toMatchObject({ captured: 0 });
  });
});
