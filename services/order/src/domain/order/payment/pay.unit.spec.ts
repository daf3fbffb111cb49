import { givenFor, noon, orderFact, orderId, placedWith, toldOfOrder } from '@tributary/testing';
import { type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const placed = placedWith({ 1: 5 });

const authorise = (paymentId: string, amount: number) => (order: Order) =>
  receiveFact(
    toldOfOrder('tributary.payment.authorised.v1', { orderId, paymentId, amount, method: 'card' }),
    order,
  );
const capture = (paymentId: string, amount: number) => (order: Order) =>
  receiveFact(toldOfOrder('tributary.payment.captured.v1', { orderId, paymentId, amount }), order);
const refund = (refundId: string, amount: number) => (order: Order) =>
  receiveFact(
    toldOfOrder(
      'tributary.refund.issued.v1',
      { orderId, refundId, amount, reason: 'late' },
      { messageId: refundId },
    ),
    order,
  );

const authorised = (paymentId: string, amount: number) =>
  orderFact('tributary.order.payment-authorised.v1', { orderId, paymentId, amount, method: 'card' });
const captured = (paymentId: string, amount: number) =>
  orderFact('tributary.order.payment-captured.v1', { orderId, paymentId, amount });
const refunded = (refundId: string, amount: number) =>
  orderFact('tributary.order.refunded.v1', { orderId, refundId, amount, reason: 'late' });
const ignored = (messageType: string, code: string, reason: string, messageId = messageType) =>
  orderFact('tributary.order.fact-ignored.v1', { orderId, messageId, messageType, code, reason });
const waiting = (refundId: string, amount: number) =>
  orderFact('tributary.order.fact-parked.v1', {
    orderId,
    messageId: refundId,
    messageType: 'tributary.refund.issued.v1',
    occurredAt: noon,
    waitsFor: 'payment',
    data: { orderId, refundId, amount, reason: 'late' },
  });
const resumed = (refundId: string) =>
  orderFact('tributary.order.fact-resumed.v1', {
    orderId,
    messageId: refundId,
    messageType: 'tributary.refund.issued.v1',
  });

describe('A payment', () => {
  it('is authorised, then captured', () => {
    const { state } = given(placed)
      .when(authorise('P1', 500))
      .then(authorised('P1', 500))
      .when(capture('P1', 500))
      .then(captured('P1', 500));
    expect(state).toMatchObject({ captured: 500, refunded: 0 });
  });

  it('captured before its authorisation is told stays captured', () => {
    const { state } = given(placed)
      .when(capture('P1', 500))
      .then(captured('P1', 500))
      .when(authorise('P1', 500))
      .then(ignored('tributary.payment.authorised.v1', 'already-authorised', 'Payment P1 is known.'));
    expect(state).toMatchObject({ captured: 500 });
  });

  it('is captured once, also when the order was placed with it', () => {
    const known = (paymentId: string) =>
      ignored(
        'tributary.payment.captured.v1',
        'already-captured',
        `Payment ${paymentId} was captured before.`,
      );
    given(placed, captured('P1', 500)).when(capture('P1', 500)).then(known('P1'));
    const { state } = given(placedWith({ 1: 5 }, { captured: 500 }))
      .when(capture('P0', 500))
      .then(known('P0'));
    expect(state).toMatchObject({ captured: 500 });
  });

  it('may have any id, even one that every JavaScript object has', () => {
    const { state } = given(placed)
      .when(authorise('constructor', 500))
      .then(authorised('constructor', 500))
      .when(capture('constructor', 500))
      .then(captured('constructor', 500));
    expect(state).toMatchObject({ captured: 500 });
  });

  it('that failed is kept and takes no money', () => {
    const fail = toldOfOrder('tributary.payment.failed.v1', { orderId, paymentId: 'P1', reason: 'declined' });
    const { state } = given(placed)
      .when((order) => receiveFact(fail, order))
      .then(orderFact('tributary.order.payment-failed.v1', { orderId, paymentId: 'P1', reason: 'declined' }));
    expect(state).toMatchObject({ captured: 0 });
  });

  it('adds to others', () => {
    expect(given(placed, captured('P1', 300), captured('P2', 200)).state).toMatchObject({ captured: 500 });
  });
});

describe('A refund', () => {
  it('gives back what was captured, in parts if need be', () => {
    const { state } = given(placed, captured('P1', 500))
      .when(refund('R1', 200))
      .then(refunded('R1', 200))
      .when(refund('R2', 300))
      .then(refunded('R2', 300));
    expect(state).toMatchObject({ captured: 500, refunded: 500 });
  });

  it('told twice is given once', () => {
    given(placed, captured('P1', 500), refunded('R1', 200))
      .when(refund('R1', 200))
      .then(ignored('tributary.refund.issued.v1', 'already-refunded', 'Refund R1 is known.', 'R1'));
  });

  it('is never above what was captured: it waits for the payment', () => {
    const { state } = given(placed, captured('P1', 500), refunded('R1', 300))
      .when(refund('R2', 201))
      .then(waiting('R2', 201))
      .when(capture('P2', 1))
      .then(captured('P2', 1), resumed('R2'), { ...refunded('R2', 201), time: noon });
    expect(state).toMatchObject({ captured: 501, refunded: 501, waiting: [] });
  });

  it('waits on while the payment is not enough', () => {
    given(placed, waiting('R2', 201)).when(capture('P1', 200)).then(captured('P1', 200));
  });
});
