import { givenFor, noon, orderFact, toldOfOrder } from '@tributary/testing';
import { type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { receiveFact } from './receive-fact.ts';

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
const ignored = (messageType: string, code: string, reason: string) =>
  orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: messageType,
    messageType,
    code,
    reason,
  });
const known = 'An order with this channel and number is known.';

describe('What a captured order promises', () => {
  it('holds for each line that says nothing else, as a moment in UTC', () => {
    const message = {
      ...captured,
      promisedBy: '2026-11-27T17:00:00+01:00',
      lines: [captured.lines[0]!, { ...captured.lines[1]!, promisedBy: '2026-11-28T16:00:00Z' }],
    };
    const [event] = receiveFact(toldOfOrder('tributary.order.captured.v1', message), notCaptured);
    expect(
      event?.type === 'tributary.order.placed.v2' && event.data.lines.map(({ promisedBy }) => promisedBy),
    ).toEqual(['2026-11-27T16:00:00.000Z', '2026-11-28T16:00:00.000Z']);
  });
});

describe('An order that a channel captured', () => {
  it('is placed with the amount of each line, rounded once on the line, and their sum', () => {
    given()
      .when((order) => receiveFact(capture, order))
      .then(placed);
  });

  it('keeps who bought, where to, the business date and the wish for a short line', () => {
    const more = {
      customer: { id: 'C1', email: 'ada@example.org' },
      shipTo: { country: 'GB', postalCode: 'LS1 4AP' },
      whenShort: 'reject' as const,
      note: 'Ring twice.',
    };
    const told = { businessDate: '2026-03-01' };
    given()
      .when((order) =>
        receiveFact(toldOfOrder('tributary.order.captured.v1', { ...captured, ...more }, told), order),
      )
      .then({ ...placed, data: { ...placed.data, ...more, ...told } as typeof placed.data });
  });

  it('is complete only when it is told as history', () => {
    const history = { ...captured, completedAt: '2026-02-01T10:00:00+01:00' };
    const told = toldOfOrder('tributary.order.captured.v1', history);
    given()
      .when((order) => receiveFact(told, order))
      .then(placed);
    given()
      .when((order) => receiveFact({ ...told, imported: true }, order))
      .then({ ...placed, data: { ...placed.data, completedAt: '2026-02-01T09:00:00.000Z' } });
  });

  it('is placed once: a repeated capture is kept without effect', () => {
    given(placed)
      .when((order) => receiveFact(capture, order))
      .then(ignored('tributary.order.captured.v1', 'already-captured', known));
  });
});

describe('A till sale', () => {
  const sale = {
    channel: 'pos',
    number: '7',
    location: 'leeds',
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '10.00' }],
    payments: [{ paymentId: 'P1', method: 'cash', amount: 2000, status: 'captured' as const }],
  };
  const told = toldOfOrder('tributary.sale.recorded.v1', sale, { businessDate: '2026-03-02' });

  it('is complete when it is told, at the time it happened', () => {
    const { state } = given()
      .when((order) => receiveFact(told, order))
      .then(
        orderFact('tributary.order.placed.v2', {
          orderId: 'pos.7',
          channel: 'pos',
          number: '7',
          kind: 'sale',
          location: 'leeds',
          businessDate: '2026-03-02',
          currency: 'EUR',
          lines: [
            { lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '10.00', amount: 2000, method: 'carry-out' },
          ],
          charges: [],
          payments: sale.payments,
          total: 2000,
          whenShort: 'backorder',
          completedAt: noon,
        }),
      );
    expect(state).toMatchObject({ captured: 2000, lines: [{ fulfilled: 2, delivered: 2, allocated: 0 }] });
  });

  it('told twice is kept without effect', () => {
    const { state } = given(...receiveFact(told, notCaptured));
    const again = receiveFact({ ...told, messageId: 'again' }, state);
    expect(again).toMatchObject([
      { type: 'tributary.order.fact-ignored.v1', data: { messageId: 'again', code: 'already-captured' } },
    ]);
  });
});
