import { join } from 'node:path';
import type { RecordedEvent } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Answer, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork, stock, webOrder } from './trade.ts';

const trace = (digit: number) => `00-${`${digit}`.repeat(32)}-${`${digit}`.repeat(16)}-01`;
const inTrace = (digit: number) => ({ as: 'integrator', headers: { traceparent: trace(digit) } }) as const;

whenBuilt('The trace of a request', () => {
  let platform: PlatformUnderTest;
  let events: readonly RecordedEvent[];
  let repeated: Answer;
  /** Everything is asked for once, and read from the log when the platform has ended. */
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 5 });
    const key = { 'idempotency-key': 'order-1' };
    for (const digit of [1, 2]) {
      const headers = { ...key, ...inTrace(digit).headers };
      repeated = await platform.post('/v1/orders', webOrder('1'), { ...inTrace(digit), headers });
      await platform.order('web.1', ({ status }) => status === 'allocated');
    }
    await platform.post('/v1/orders/web.1/cancel', {}, inTrace(3));
    const data = { sku: 'MUG-RED', location: 'dc-1', quantity: 7 };
    await platform.post(
      '/v1/events',
      [
        event('tributary.stock.counted.v1', data),
        event('tributary.stock.counted.v1', { ...data, quantity: 8 }, { traceparent: trace(5) }),
      ],
      inTrace(4),
    );
    await platform.post('/v1/events', { no: 'event' }, inTrace(6));
    await platform.post('/v1/keys', { name: 'shop', role: 'csr' }, { headers: { traceparent: trace(7) } });
    await platform.post('/v1/keys', { name: 'shop', role: 'csr' }, { headers: { traceparent: 'none' } });
    await platform.settled();
    await platform.end('SIGTERM');
    const log = openSqliteEventLog(join(platform.data, 'events.db'));
    events = await log.all.readAll(0, 10_000);
    await log.close();
  });
  afterAll(() => platform?.remove());

  const typesIn = (digit: number) =>
    events.filter(({ metadata }) => metadata.traceparent === trace(digit)).map(({ type }) => type);

  it('is that of all events that an order placed with it leads to', () => {
    expect(typesIn(1).toSorted()).toEqual([
      'tributary.allocation.reserved.v1',
      'tributary.inventory.reserved.v1',
      'tributary.order.allocated.v1',
      'tributary.order.placed.v2',
      'tributary.sourcing.decided.v1',
    ]);
  });

  it('does not make another command of one that is repeated', () => {
    expect([repeated.status, repeated.body.orderId]).toEqual([201, 'web.1']);
    expect(typesIn(2)).toEqual([]);
  });

  it('is that of the command, whatever trace the order was placed in', () => {
    expect(typesIn(3)).toContain('tributary.order.cancelled.v1');
    expect(typesIn(3)).toContain('tributary.inventory.released.v1');
  });

  it('is that of an event that names none, and of what cannot be taken in', () => {
    const told = ['tributary.stock.counted.v1', 'tributary.inventory.counted.v1'];
    expect(typesIn(4)).toEqual(told);
    expect(typesIn(5)).toEqual(told);
    expect(typesIn(6)).toEqual(['tributary.message.quarantined.v1']);
  });

  it('is that of what the gateway records itself; a header that names none is passed over', () => {
    expect(typesIn(7)).toEqual(['tributary.key.issued.v1']);
    expect(events.filter(({ metadata }) => metadata.traceparent === 'none')).toEqual([]);
  });
});
