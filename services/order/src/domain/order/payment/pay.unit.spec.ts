import { givenFor, noon, orderFact, orderId, placedWith, toldOfOrder } from '@tributary/testing';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { waitingFacts } from '../waiting.ts';
import { authorisedOf } from './payments.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const placed = placedWith({ 1: 5 });

const authorise = (paymentId: string, amount: number) => (order: Order) =>
  receiveFact(
    toldOfOrder('tributary.payment.authorised.v1', { orderId, paymentId, amount, method: 'card' }),
    order,
  );
const end = (paymentId: string, how: 'voided' | 'expired') => (order: Order) =>
  receiveFact(toldOfOrder(`tributary.payment.${how}.v1`, { orderId, paymentId, reason: 'too late' }), order);
interface Which {
  readonly captureId?: string;
  readonly at?: string;
}
const capture =
  (paymentId: string, amount: number, { captureId, at = noon }: Which = {}) =>
  (order: Order) =>
    receiveFact(
      toldOfOrder(
        'tributary.payment.captured.v1',
        { orderId, paymentId, amount, ...(captureId && { captureId }) },
        { occurredAt: at },
      ),
      order,
    );
const refund =
  (refundId: string, amount: number, paymentId?: string, messageId = refundId) =>
  (order: Order) =>
    receiveFact(
      toldOfOrder(
        'tributary.refund.issued.v1',
        { orderId, refundId, amount, reason: 'late', ...(paymentId && { paymentId }) },
        { messageId },
      ),
      order,
    );

const authorised = (paymentId: string, amount: number) =>
  orderFact('tributary.order.payment-authorised.v1', { orderId, paymentId, amount, method: 'card' });
const captured = (paymentId: string, amount: number, { captureId, at = noon }: Which = {}) =>
  orderFact('tributary.order.payment-captured.v1', {
    orderId,
    paymentId,
    ...(captureId && { captureId }),
    capturedAt: at,
    amount,
  });
const ended = (paymentId: string, how: 'voided' | 'expired') =>
  orderFact(`tributary.order.payment-${how}.v1`, { orderId, paymentId, reason: 'too late' });
const endedBefore = (told: string, paymentId: string, how: 'voided' | 'expired') =>
  ignored(
    `tributary.payment.${told}.v1`,
    `already-${how}`,
    `Payment ${paymentId} ${how === 'voided' ? 'was given up' : 'ran out'}; what is set aside anew has an id of its own.`,
  );
const capturedBefore = (paymentId: string) =>
  ignored('tributary.payment.captured.v1', 'already-captured', `Payment ${paymentId} was captured before.`);
const of = (paymentId: string, amount: number) => ({ orderId, paymentId, amount });
const refunded = (refundId: string, amount: number, paymentId?: string) =>
  orderFact('tributary.order.refunded.v1', {
    orderId,
    refundId,
    ...(paymentId && { paymentId }),
    amount,
    reason: 'late',
  });
const ignored = (messageType: string, code: string, reason: string, messageId = messageType) =>
  orderFact('tributary.order.fact-ignored.v1', { orderId, messageId, messageType, code, reason });
const waiting = (refundId: string, amount: number, paymentId?: string) =>
  orderFact('tributary.order.fact-parked.v1', {
    orderId,
    messageId: refundId,
    messageType: 'tributary.refund.issued.v1',
    occurredAt: noon,
    waitsFor: 'payment',
    data: { orderId, refundId, amount, reason: 'late', ...(paymentId && { paymentId }) },
  });
const resumed = (refundId: string) =>
  orderFact('tributary.order.fact-resumed.v1', {
    orderId,
    messageId: refundId,
    messageType: 'tributary.refund.issued.v1',
    waitedFor: 'payment',
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
    given(placed, captured('P1', 500)).when(capture('P1', 500)).then(capturedBefore('P1'));
    const { state } = given(placedWith({ 1: 5 }, { captured: 500 }))
      .when(capture('P0', 500))
      .then(capturedBefore('P0'));
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

describe('A payment captured in parts', () => {
  const later = '2026-03-02T15:00:00.000Z';

  it('takes each part, as the order leaves in parcels', () => {
    const { state } = given(placed, authorised('P1', 500))
      .when(capture('P1', 200))
      .then(captured('P1', 200))
      .when(capture('P1', 300))
      .then(captured('P1', 300))
      .when(refund('R1', 500))
      .then(refunded('R1', 500));
    expect(state).toMatchObject({ captured: 500, refunded: 500 });
    expect((state as Captured).payments.get('P1')).toMatchObject({ authorised: 500 });
  });

  it('takes the same amount again at another time, and once when that is told twice', () => {
    given(placed, captured('P1', 200))
      .when(capture('P1', 200, { at: later }))
      .then(captured('P1', 200, { at: later }))
      .when(capture('P1', 200, { at: later }))
      .then(capturedBefore('P1'));
  });

  it('goes by the id of a capture where it has one', () => {
    const { state } = given(placed, captured('P1', 200, { captureId: 'C1' }))
      .when(capture('P1', 200, { captureId: 'C2' }))
      .then(captured('P1', 200, { captureId: 'C2' }))
      .when(capture('P1', 200, { captureId: 'C1', at: later }))
      .then(capturedBefore('P1'));
    expect(state).toMatchObject({ captured: 400 });
  });

  it('takes what the order was not placed with, and knows what it was placed with by its amount', () => {
    const { state } = given(placedWith({ 1: 5 }, { captured: 200 }))
      .when(capture('P0', 300))
      .then(captured('P0', 300))
      .when(capture('P0', 200, { captureId: 'C1' }))
      .then(capturedBefore('P0'));
    expect(state).toMatchObject({ captured: 500 });
  });

  it('may take more than was set aside: the money is gone, so it is recorded', () => {
    const { state } = given(placed, authorised('P1', 300), captured('P1', 300))
      .when(capture('P1', 200))
      .then(captured('P1', 200));
    expect(state).toMatchObject({ captured: 500 });
  });

  it('is known by the time of its event where that is all an older event says', () => {
    const older = { ...orderFact('tributary.order.payment-captured.v1', of('P1', 200)), time: noon };
    given(placed, older)
      .when(capture('P1', 200))
      .then(capturedBefore('P1'))
      .when(capture('P1', 200, { at: later }))
      .then(captured('P1', 200, { at: later }));
  });

  it('is set aside as told after its captures, and as raised', () => {
    const { state } = given(placed, captured('P1', 200))
      .when(authorise('P1', 500))
      .then(authorised('P1', 500))
      .when(authorise('P1', 600))
      .then(authorised('P1', 600))
      .when(authorise('P1', 500))
      .then(ignored('tributary.payment.authorised.v1', 'already-authorised', 'Payment P1 is known.'));
    expect(state).toMatchObject({ captured: 200 });
    expect((state as Captured).payments.get('P1')).toMatchObject({ authorised: 600 });
  });
});

describe('A payment that has ended', () => {
  const setAside = (state: Order, paymentId: string) =>
    authorisedOf((state as Captured).payments.get(paymentId)!);

  it.each(['voided', 'expired'] as const)('sets nothing aside any more: %s', (how) => {
    const { state } = given(placed, authorised('P1', 500)).when(end('P1', how)).then(ended('P1', how));
    expect(setAside(state, 'P1')).toBe(0);
  });

  it('keeps what it took, and takes what is told later', () => {
    const { state } = given(placed, authorised('P1', 500), captured('P1', 200))
      .when(end('P1', 'voided'))
      .then(ended('P1', 'voided'))
      .when(capture('P1', 100))
      .then(captured('P1', 100));
    expect(state).toMatchObject({ captured: 300 });
    expect(setAside(state, 'P1')).toBe(300);
  });

  it('has ended for good: an authorisation told after it sets nothing aside', () => {
    const { state } = given(placed)
      .when(end('P1', 'expired'))
      .then(ended('P1', 'expired'))
      .when(authorise('P1', 500))
      .then(endedBefore('authorised', 'P1', 'expired'));
    expect(setAside(state, 'P1')).toBe(0);
  });

  it('ends once; one that is given up need not run out', () => {
    given(placed, ended('P1', 'voided'))
      .when(end('P1', 'voided'))
      .then(endedBefore('voided', 'P1', 'voided'))
      .when(end('P1', 'expired'))
      .then(endedBefore('expired', 'P1', 'voided'));
    const { state } = given(placed, ended('P1', 'expired'))
      .when(end('P1', 'expired'))
      .then(endedBefore('expired', 'P1', 'expired'))
      .when(end('P1', 'voided'))
      .then(ended('P1', 'voided'));
    expect((state as Captured).payments.get('P1')).toMatchObject({ ended: 'voided' });
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
    expect(state).toMatchObject({ captured: 501, refunded: 501 });
    expect(waitingFacts(state)).toEqual([]);
  });

  it('waits on while the payment is not enough', () => {
    given(placed, waiting('R2', 201)).when(capture('P1', 200)).then(captured('P1', 200));
  });
});

describe('A refund that names its payment', () => {
  const paid = [placed, captured('P1', 300), captured('P2', 200)];

  it('is never above what that payment took: it waits for more of it', () => {
    const { state } = given(...paid, refunded('R1', 150, 'P1'))
      .when(refund('R2', 151, 'P1'))
      .then(waiting('R2', 151, 'P1'))
      .when(capture('P2', 100))
      .then(captured('P2', 100))
      .when(capture('P1', 1))
      .then(captured('P1', 1), resumed('R2'), { ...refunded('R2', 151, 'P1'), time: noon });
    expect(state).toMatchObject({ refunded: 301 });
    expect((state as Captured).payments.get('P1')).toMatchObject({ captured: 301, refunded: 301 });
  });

  it('waits for a payment that is not known', () => {
    given(...paid)
      .when(refund('R1', 100, 'P3'))
      .then(waiting('R1', 100, 'P3'))
      .when(capture('P3', 100))
      .then(captured('P3', 100), resumed('R1'), { ...refunded('R1', 100, 'P3'), time: noon });
  });

  it('is left its payment by one that names none, as long as the others took enough', () => {
    given(...paid, refunded('R1', 200))
      .when(refund('R2', 300, 'P1'))
      .then(refunded('R2', 300, 'P1'));
    given(...paid, refunded('R2', 300, 'P1'))
      .when(refund('R1', 200))
      .then(refunded('R1', 200));
  });

  it('is never, with those that name none, above what was captured in all', () => {
    given(...paid, refunded('R1', 201))
      .when(refund('R2', 300, 'P1'))
      .then(waiting('R2', 300, 'P1'));
    given(...paid, refunded('R2', 300, 'P1'))
      .when(refund('R1', 201))
      .then(waiting('R1', 201));
  });

  it('is taken up where it is told again without the name, and then counts once', () => {
    const { state } = given(...paid, waiting('R1', 400, 'P1'))
      .when(refund('R1', 400, undefined, 'R1 again'))
      .then(
        refunded('R1', 400),
        resumed('R1'),
        ignored('tributary.refund.issued.v1', 'already-refunded', 'Refund R1 is known.', 'R1'),
      );
    expect(state).toMatchObject({ refunded: 400 });
  });
});
