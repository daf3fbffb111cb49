import type { FactInput, WaitingMessage } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, orderId } from '@tributary/testing';
import { waitingMessage } from './waiting-messages.ts';

const recorded = (fact: { type: string; data: unknown }, hour: number): RecordedEvent => ({
  id: `event ${hour}`,
  type: fact.type,
  time: '2026-03-02T09:00:00.000Z',
  data: fact.data,
  metadata: { source: 'tributary/order' },
  position: hour,
  stream: `order-${orderId}`,
  version: hour,
  recordedTime: `2026-03-02T${hour}:00:00.000Z`,
});
const message = { orderId, messageId: 'm1', messageType: 'tributary.shipment.delivered.v1' };
const parkedFor = (
  waitsFor: FactInput<'order', 'tributary.order.fact-parked.v1'>['waitsFor'],
  hour: number,
) =>
  recorded(
    orderFact('tributary.order.fact-parked.v1', {
      ...message,
      waitsFor,
      occurredAt: '2026-03-02T08:00:00.000Z',
      data: {},
    }),
    hour,
  );
const after = (...events: readonly RecordedEvent[]) =>
  events.reduce<WaitingMessage | undefined>(
    (document, event) => waitingMessage.evolve(document, event),
    undefined,
  );

describe('A message that waits', () => {
  it('is listed with what it waits for, and since when', () => {
    expect(after(parkedFor('capture', 10))).toEqual({
      ...message,
      waitsFor: 'capture',
      at: '2026-03-02T08:00:00.000Z',
      since: '2026-03-02T10:00:00.000Z',
    });
  });

  it('waits since it came, whatever it comes to wait for', () => {
    expect(after(parkedFor('capture', 10), parkedFor('shipment', 12))).toMatchObject({
      waitsFor: 'shipment',
      since: '2026-03-02T10:00:00.000Z',
    });
  });

  it('is not listed any more once it was applied', () => {
    const resumed = recorded(orderFact('tributary.order.fact-resumed.v1', message), 12);
    expect(after(parkedFor('capture', 10), resumed)).toBeUndefined();
    expect(waitingMessage.idOf(resumed)).toBe(waitingMessage.idOf(parkedFor('capture', 10)));
  });

  it('is one of an order', () => {
    expect(
      waitingMessage.idOf(recorded({ type: 'tributary.order.tracked.v1', data: { orderId } }, 10)),
    ).toBeUndefined();
  });
});
