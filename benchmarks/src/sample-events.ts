import type { NewEvent } from '@tributary/event-store';

/** Events in a stream of the samples, as in a short order's life. */
export const eventsInStream = 5;

let count = 0;

/** A UUID whose first half ascends, as UUIDv7 and consequence ids do. */
const ascendingId = (): string => {
  count += 1;
  const time = (Date.now() * 64 + (count % 64)).toString(16).padStart(14, '0').slice(-14);
  const random = Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
  const sequence = count.toString(16).padStart(6, '0').slice(-6);
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12, 14)}${sequence[0]}-a${sequence.slice(1, 4)}-${sequence.slice(4)}${random.slice(0, 10)}`;
};

/** An event of about 472 bytes of data and metadata as JSON, the mean of the order stream. */
export const sampleEvent = (): NewEvent => {
  const id = ascendingId();
  return {
    id,
    type: 'LineReserved',
    time: '2026-03-01T10:00:00.000Z',
    data: {
      orderId: `o-${id}`,
      lineId: 'line-1',
      sku: 'SKU-000123-BLUE-XL',
      location: 'store-0042',
      quantity: 1 + (count % 4),
      unitPrice: { amount: 129_900, currency: 'CZK' },
      promise: { ship: '2026-03-02T12:00:00.000Z', deliver: '2026-03-04T12:00:00.000Z', confidence: 0.93 },
      note: 'pick from the front shelf',
    },
    metadata: {
      source: 'sourcing',
      correlationId: id,
      causationId: id,
      actor: 'service:sourcing',
      businessDate: '2026-03-01',
      zone: 'Europe/Prague',
    },
  };
};

let streams = 0;

/**
 * Where the next events go: short streams, one after the other.
 * @param kind begins their names; processes that write one log each have their own
 */
export const nextStream = (kind = 'order'): string => `${kind}-${(streams += 1).toString().padStart(8, '0')}`;
