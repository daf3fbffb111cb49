import { type NewEvent, consequenceId } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Tracing } from './tracing.ts';

const time = '2026-03-02T12:00:00.000Z';
const uuid = (text: string) => consequenceId(text, time, 'spec', 0);

const event = (name: string, type: string, data: object, cause?: string, id = uuid(name)): NewEvent => ({
  id,
  type: `tributary.${type}`,
  time,
  data,
  metadata: { source: 'tributary/spec', ...(cause !== undefined && { causationId: cause }) },
});

describe('What led to what is looked for', () => {
  let logs: SqliteEventLog[] = [];
  const opened = (count: number) => {
    logs = Array.from({ length: count }, () => openSqliteEventLog(':memory:'));
    return new Tracing(logs);
  };
  afterEach(async () => {
    for (const log of logs) await log.close();
  });

  /** Each service has a log of its own, or the only one. */
  const record = async (service: string, stream: string, ...events: NewEvent[]) => {
    const log = logs[['gateway', 'order', 'sourcing', 'inventory'].indexOf(service)] ?? logs[0]!;
    const done = await log.forService(service).append([{ stream, expectedVersion: 'any', events }]);
    return done.recorded;
  };
  const idsOf = (trace?: { readonly nodes: readonly { readonly id: string }[] }) =>
    trace?.nodes.map(({ id }) => id);

  it.each([1, 4])('over %s logs, from whatever event, without an index of causes', async (count) => {
    const tracing = opened(count);
    const data = { orderId: 'web.1' };
    const captured = event('m', 'order.captured.v1', { channel: 'web', number: '1' });
    const placed = event('p', 'order.placed.v2', data, captured.id);
    const decided = event(
      'd',
      'sourcing.decided.v1',
      { ...data, fulfilments: [{ location: 'leeds', lines: [{ sku: 'MUG' }] }] },
      placed.id,
    );
    await record('gateway', 'inbox-urn:shop', captured);
    await record('order', 'order-web.1', placed);
    const [cause] = await record('sourcing', 'sourcing-web.1', decided);
    // A ledger holds what others did, too, and is not read through.
    const mug = { sku: 'MUG', location: 'leeds' };
    const stream = 'stock-MUG@leeds';
    const next = (index: number) =>
      consequenceId(cause!.id, cause!.recordedTime, `inventory/${stream}`, index);
    const reserved = [0, 1].map((index) =>
      event(`r${index}`, 'inventory.reserved.v1', { ...data, ...mug }, decided.id, next(index)),
    );
    await record('inventory', stream, event('other', 'inventory.sold.v1', mug, uuid('elsewhere')));
    await record('inventory', stream, ...reserved);
    const answered = event('a', 'allocation.reserved.v1', data, decided.id);
    await record('inventory', 'allocation-web.1', answered);
    const all = [captured, placed, decided, ...reserved, answered].map(({ id }) => id);
    for (const id of all) expect(idsOf(await tracing.ofEvent(id))?.toSorted()).toEqual(all.toSorted());
    expect(idsOf(await tracing.ofOrder('web.1'))?.toSorted()).toEqual(all.toSorted());
  });

  it('finds whom new stock served, although it does not name them', async () => {
    const tracing = opened(1);
    const received = event('m', 'stock.received.v1', { sku: 'MUG', location: 'leeds', quantity: 1 });
    const [cause] = await record('gateway', 'inbox-urn:shop', received);
    const id = consequenceId(cause!.id, cause!.recordedTime, 'inventory/stock-MUG@leeds', 0);
    const arrived = event('r', 'inventory.received.v1', { sku: 'MUG', location: 'leeds' }, received.id, id);
    await record('inventory', 'stock-MUG@leeds', arrived);
    await record(
      'sourcing',
      'backorders-MUG',
      event('q', 'backorder.queued.v1', { orderId: 'web.1', sku: 'MUG' }),
    );
    const decided = event('d', 'sourcing.decided.v1', { orderId: 'web.1' }, arrived.id);
    await record('sourcing', 'sourcing-web.1', decided);
    expect(idsOf(await tracing.ofEvent(received.id))).toEqual([received.id, arrived.id, decided.id]);
  });

  it('says of what is not recorded that there is nothing', async () => {
    const tracing = opened(2);
    expect(await tracing.ofEvent(uuid('nobody'))).toBeUndefined();
    expect(await tracing.ofOrder('web.404')).toBeUndefined();
  });

  it('ends where there is too much, and says so', async () => {
    const tracing = opened(1);
    await record(
      'gateway',
      'inbox-urn:shop',
      event('m', 'order.captured.v1', { channel: 'web', number: '1' }),
    );
    const tracked = Array.from({ length: 900 }, (_, index) =>
      event(`t${index}`, 'order.tracked.v1', { orderId: 'web.1' }, uuid('m')),
    );
    await record('order', 'order-web.1', ...tracked);
    const trace = await tracing.ofEvent(uuid('t899'));
    expect([trace?.nodes.length, trace?.more]).toEqual([500, true]);
    expect(idsOf(trace)).toContain(uuid('t899'));
  });
});
