import type { FactOf, OrderFact } from '@tributary/contracts';
import { givenFor, noon, orderFact, toldOfOrder } from '@tributary/testing';
import { type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { receiveFact } from './receive-fact.ts';
import { waitingFacts } from './waiting.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const orderId = 'web.100';

const captured = {
  channel: 'web',
  number: '100',
  currency: 'EUR',
  lines: [
    { lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '19.995' },
    {
      lineId: '2',
      sku: 'VASE',
      quantity: 1,
      unitPrice: '5.00',
      amount: 499,
      amountOverride: true,
      method: 'pickup' as const,
      pickupAt: 'leeds',
    },
  ],
  charges: [{ code: 'shipping', amount: 450 }],
  payments: [{ paymentId: 'P1', method: 'card', amount: 4948, status: 'authorised' as const }],
};
const placed = orderFact('tributary.order.placed.v2', {
  orderId,
  channel: 'web',
  number: '100',
  kind: 'order',
  currency: 'EUR',
  lines: [
    { lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '19.995', amount: 3999, method: 'ship' },
    {
      lineId: '2',
      sku: 'VASE',
      quantity: 1,
      unitPrice: '5.00',
      amount: 499,
      method: 'pickup',
      pickupAt: 'leeds',
    },
  ],
  charges: captured.charges,
  payments: captured.payments,
  total: 4948,
  whenShort: 'backorder',
});
const capture = toldOfOrder('tributary.order.captured.v1', captured);
const early = '2026-03-02T09:00:00.000Z';
const later = '2026-03-02T09:30:00.000Z';

describe('A fact told before the order is known', () => {
  const payment = { orderId, paymentId: 'P1', amount: 4948 };
  const paid = orderFact('tributary.order.payment-captured.v1', { ...payment, capturedAt: early });
  const pay = toldOfOrder('tributary.payment.captured.v1', payment, { occurredAt: early });
  const waiting = orderFact('tributary.order.fact-parked.v1', {
    orderId,
    messageId: 'tributary.payment.captured.v1',
    messageType: 'tributary.payment.captured.v1',
    occurredAt: early,
    waitsFor: 'capture',
    data: payment,
  });
  const resumed = (messageType: string) =>
    orderFact('tributary.order.fact-resumed.v1', {
      orderId,
      messageId: messageType,
      messageType,
      waitedFor: 'capture',
    });

  it('waits in the order’s own stream', () => {
    given()
      .when((order) => receiveFact(pay, order))
      .then(waiting);
  });

  it('is applied by the capture, with the time it happened itself', () => {
    const { state } = given(waiting)
      .when((order) => receiveFact(capture, order))
      .then(placed, resumed('tributary.payment.captured.v1'), {
        ...paid,
        time: early,
      });
    expect(state).toMatchObject({ captured: 4948 });
    expect(waitingFacts(state)).toEqual([]);
  });

  it('and then again is applied once', () => {
    const again = { ...waiting, data: { ...waiting.data, messageId: 'again' } };
    given(waiting, again)
      .when((order) => receiveFact(capture, order))
      .then(
        placed,
        resumed('tributary.payment.captured.v1'),
        { ...paid, time: early },
        orderFact('tributary.order.fact-resumed.v1', {
          orderId,
          messageId: 'again',
          messageType: 'tributary.payment.captured.v1',
          waitedFor: 'capture',
        }),
        orderFact('tributary.order.fact-ignored.v1', {
          orderId,
          messageId: 'again',
          messageType: 'tributary.payment.captured.v1',
          code: 'already-captured',
          reason: 'Payment P1 was captured before.',
        }),
      );
  });

  it('waits on, when the capture is not all it lacks, and says for what', () => {
    const ship = toldOfOrder('tributary.shipment.dispatched.v1', {
      orderId,
      fulfilmentId: 'S1-leeds',
      shipmentId: 'X1',
    });
    const recorded = receiveFact(ship, notCaptured);
    const [waiting] = recorded as [FactOf<OrderFact, 'tributary.order.fact-parked.v1'>];
    given(...recorded)
      .when((order) => receiveFact(capture, order))
      .then(placed, { ...waiting, data: { ...waiting.data, waitsFor: 'allocation', waitedFor: 'capture' } });
  });

  it('of every kind waits for the capture', () => {
    const fulfilment = { orderId, fulfilmentId: 'S1-leeds' };
    const told = [
      toldOfOrder('tributary.order.change-requested.v1', {
        orderId,
        change: { kind: 'deliver-to', shipTo: { country: 'GB' } },
      }),
      toldOfOrder('tributary.order.cancel-requested.v1', { orderId }),
      toldOfOrder('tributary.payment.authorised.v1', payment),
      toldOfOrder('tributary.payment.captured.v1', payment),
      toldOfOrder('tributary.payment.failed.v1', { orderId, paymentId: 'P1' }),
      toldOfOrder('tributary.refund.issued.v1', { orderId, refundId: 'R1', amount: 1 }),
      toldOfOrder('tributary.fulfilment.accepted.v1', fulfilment),
      toldOfOrder('tributary.fulfilment.picked.v1', fulfilment),
      toldOfOrder('tributary.fulfilment.shorted.v1', {
        ...fulfilment,
        lines: [{ lineId: '1', quantity: 1, reason: 'damaged' }],
      }),
      toldOfOrder('tributary.fulfilment.packed.v1', fulfilment),
      toldOfOrder('tributary.shipment.dispatched.v1', { ...fulfilment, shipmentId: 'X1' }),
      toldOfOrder('tributary.shipment.tracked.v1', { orderId, shipmentId: 'X1', status: 'in transit' }),
      toldOfOrder('tributary.shipment.delivered.v1', { orderId, shipmentId: 'X1' }),
      toldOfOrder('tributary.pickup.ready.v1', fulfilment),
      toldOfOrder('tributary.pickup.handed-over.v1', fulfilment),
      toldOfOrder('tributary.return.received.v1', { returnId: 'R1', orderId, currency: 'EUR', lines: [] }),
    ];
    for (const fact of told) {
      expect(receiveFact(fact, notCaptured)).toMatchObject([
        {
          type: 'tributary.order.fact-parked.v1',
          data: { waitsFor: 'capture', messageType: fact.messageType, data: fact.data },
        },
      ]);
    }
  });
});

describe('Facts that wait for one another', () => {
  it('are applied one after the other as soon as the first can be, each with its own time', () => {
    const allocated = orderFact('tributary.order.allocated.v1', {
      orderId,
      decisionId: 'web.100/1',
      attempt: 1,
      fulfilments: [
        {
          fulfilmentId: 'S1-york',
          location: 'york',
          method: 'ship',
          lines: [{ lineId: '1', sku: 'LAMP', quantity: 2 }],
        },
      ],
    });
    const back = {
      returnId: 'R1',
      orderId,
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'LAMP', quantity: 1, refund: 500 }],
    };
    const { state } = given(placed, allocated);
    const told = [
      toldOfOrder('tributary.return.received.v1', back),
      toldOfOrder('tributary.shipment.delivered.v1', { orderId, shipmentId: 'X1' }, { occurredAt: later }),
      toldOfOrder('tributary.payment.captured.v1', { orderId, paymentId: 'P1', amount: 4948 }),
    ];
    const waiting = told.reduce(
      (order: Order, fact) => receiveFact(fact, order).reduce(evolve, order),
      state,
    );
    const ship = toldOfOrder(
      'tributary.shipment.dispatched.v1',
      { orderId, fulfilmentId: 'S1-york', shipmentId: 'X1' },
      { occurredAt: early },
    );
    expect(receiveFact(ship, waiting).map(({ type, time }) => [type, time])).toEqual([
      ['tributary.order.shipped.v1', undefined],
      ['tributary.order.fact-resumed.v1', undefined],
      ['tributary.order.returned.v1', noon],
      ['tributary.order.fact-resumed.v1', undefined],
      ['tributary.order.delivered.v1', later],
    ]);
  });
});
