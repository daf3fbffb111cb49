import { facts } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { unmatchedReturn, unmatchedReturns } from './unmatched-returns.ts';

const time = '2026-03-02T12:00:00.000Z';
const data = facts.order['tributary.return.unmatched.v1'].parse({
  returnId: 'R1',
  currency: 'EUR',
  customer: { name: 'Ann' },
  lines: [{ sku: 'MUG', quantity: 2, disposition: 'damaged', refund: 500 }],
  charges: [],
  refund: 500,
});
const event = (type: string): RecordedEvent => ({
  id: 'event 1',
  type,
  time,
  data,
  metadata: { source: 'tributary/order' },
  position: 1,
  stream: 'return-R1',
  version: 1,
  recordedTime: time,
});

describe('Goods that came back and name no order', () => {
  it('are shown whole, by their return, with when they came', () => {
    const unmatched = event('tributary.return.unmatched.v1');
    expect(unmatchedReturn.idOf(unmatched)).toBe('R1');
    const document = unmatchedReturn.evolve(undefined, unmatched)!;
    expect(document).toStrictEqual({ ...data, at: time });
    expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
    expect(unmatchedReturns.fields['at']!.of(document)).toBe(time);
  });

  it('are not the returns of an order', () => {
    expect(unmatchedReturn.idOf(event('tributary.order.returned.v1'))).toBeUndefined();
  });
});
