import { unbounded } from '@tributary/event-bus';
import type { EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type InboundRecord, takeInbound } from './inbound-topics.ts';
import { Inbox } from './inbox.ts';

const topic = 'tributary.inbound.stock.v1';
const counted = (id: string, quantity = 4) => ({
  specversion: '1.0',
  id,
  source: 'urn:wms',
  type: 'tributary.stock.counted.v1',
  time: '2026-03-02T12:00:00Z',
  data: { sku: 'MUG', location: 'leeds', quantity },
});
const on = (offset: number, event: unknown, entrance = topic): InboundRecord => ({
  topic: entrance,
  place: `${entrance}/0@${offset}`,
  kind: 'event',
  event,
});
const broken: InboundRecord = {
  topic,
  place: `${topic}/0@1`,
  kind: 'unreadable',
  raw: '{"specversion":',
  reason: 'The message is not acceptable JSON.',
};
const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };

describe('What integrators publish to the entrances', () => {
  let [log, store, inbox] = [] as unknown as [SqliteEventLog, EventStore, Inbox];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('gateway');
    inbox = new Inbox(store, noNames);
  });
  afterEach(() => log.close());

  const recorded = () => store.readAll(0, 1_000);

  it('is accepted in its order, told apart by its topic, whatever type comes on it', async () => {
    const other = 'tributary.inbound.orders.v1';
    await takeInbound(inbox, [on(0, counted('1')), on(1, counted('2'))], unbounded);
    await takeInbound(inbox, [on(0, counted('3'), other)], unbounded);
    const events = await recorded();
    expect(events.map(({ type, metadata }) => [type, metadata.submittedBy])).toEqual([
      ['tributary.stock.counted.v1', `kafka:${topic}`],
      ['tributary.stock.counted.v1', `kafka:${topic}`],
      ['tributary.stock.counted.v1', `kafka:${other}`],
    ]);
    const stream = await store.readStream('inbox-urn:wms');
    expect(stream.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('is kept by its beginning where it is of more than 1 MB, and the others are taken', async () => {
    const large = { ...counted('2'), padding: 'x'.repeat(1_000_000) };
    await takeInbound(inbox, [on(0, counted('1')), on(1, large), on(2, counted('3'))], unbounded);
    expect(await recorded()).toMatchObject([
      { type: 'tributary.stock.counted.v1' },
      { type: 'tributary.message.quarantined.v1', data: { code: 'too-large', whole: {} } },
      { type: 'tributary.stock.counted.v1' },
    ]);
  });

  it('is recorded once, also when it comes again, here or over HTTP', async () => {
    const records = [on(0, counted('1')), broken, on(2, counted('bad', -4)), on(3, counted('2'))];
    await takeInbound(inbox, records, unbounded);
    const first = await recorded();
    expect(first).toHaveLength(4);
    await takeInbound(inbox, records, unbounded);
    expect(await inbox.take([counted('1')], { actor: 'integrator:key-1' })).toMatchObject([
      { status: 'duplicate' },
    ]);
    expect(await recorded()).toEqual(first);
  });

  it('is kept in quarantine where it cannot be read, with the reason and the place, or is not valid', async () => {
    await takeInbound(
      inbox,
      [broken, on(2, counted('bad', -4)), on(3, 'no event'), on(4, counted('1'))],
      unbounded,
    );
    const events = await recorded();
    const kept = events.filter(({ type }) => type === 'tributary.message.quarantined.v1');
    const codes = kept.map(({ data }) => (data as { code: string }).code);
    expect(codes.sort()).toEqual(['invalid-data', 'not-a-cloud-event', 'not-a-cloud-event']);
    const unreadable = kept.find(({ data }) => (data as { raw: string }).raw === '{"specversion":');
    expect(unreadable).toMatchObject({
      data: { reason: `The message is not acceptable JSON. It lies at ${topic}/0@1.` },
      metadata: { actor: `kafka:${topic}` },
    });
    expect(events).toHaveLength(4);
  });
});
