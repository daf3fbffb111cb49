import type { LoggedEvent } from './published-event.ts';
import { consequencesOf, outcomeOf } from './what-became.ts';

const event = (id: string, type: string, causationId?: string, data: object = {}): LoggedEvent => ({
  position: 1,
  stream: 'order/order-web.1',
  version: 1,
  id,
  type: `tributary.${type}.v1`,
  time: '2026-03-02T12:00:00.000Z',
  recordedTime: '2026-03-02T12:00:00.000Z',
  data,
  metadata: { source: 'tributary/order', ...(causationId && { causationId }) },
});
const of = (id: string, ...events: LoggedEvent[]) => consequencesOf(id, events).map((each) => each.id);
const outcome = (type: string, ...types: string[]) =>
  outcomeOf(
    event('m', type),
    types.map((each) => event(each, each)),
  );

describe('What became of a message', () => {
  it('is everything that it led to, step by step, in whatever order it is found', () => {
    const [placed, decided] = [event('p', 'order.placed', 'm'), event('d', 'sourcing.decided', 'p')];
    const other = event('x', 'order.placed', 'n');
    expect(of('m', event('m', 'order.captured'), placed, other, decided)).toEqual(['p', 'd']);
    expect(of('m', decided, other, placed)).toEqual(['d', 'p']);
    expect(of('p', placed, decided)).toEqual(['d']);
  });

  it('is what others say of it, and what a released message led to under its new name', () => {
    const parked = event('k', 'message.parked', undefined, { eventId: 'm' });
    expect(of('m', parked)).toEqual(['k']);
    const released = event('r', 'message.released', undefined, { messageId: 'q', acceptedAs: 'm' });
    const placed = event('p', 'order.placed', 'm');
    expect(of('q', placed, released)).toEqual(['p', 'r']);
  });

  it('is told in a word', () => {
    expect(outcome('order.captured')).toBe('accepted');
    expect(outcome('order.captured', 'order.placed')).toBe('applied');
    expect(outcome('order.captured', 'message.unknown-name')).toBe('accepted');
    expect(outcome('stock.counted', 'inventory.fact-ignored')).toBe('ignored');
    expect(outcome('payment.captured', 'order.fact-parked')).toBe('waiting');
    expect(
      outcome('payment.captured', 'order.fact-parked', 'order.fact-resumed', 'order.payment-captured'),
    ).toBe('applied');
    expect(outcome('order.captured', 'message.parked')).toBe('parked');
    expect(outcome('order.captured', 'message.parked', 'message.redriven', 'order.placed')).toBe('applied');
    expect(outcome('message.quarantined')).toBe('quarantined');
    expect(outcome('message.quarantined', 'message.dismissed')).toBe('dismissed');
    expect(outcome('message.quarantined', 'message.dismissed', 'message.released', 'order.placed')).toBe(
      'released',
    );
  });
});
