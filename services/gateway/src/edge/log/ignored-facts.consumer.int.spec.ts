import type { OrderId } from '@tributary/contracts';
import { type EventStore, type RecordedEvent, StoreUnavailable } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Dismissals } from '../../use-cases/dismissals.ts';
import { Feed } from '../../use-cases/feed/feed.ts';
import { Inbox } from '../../use-cases/inbox.ts';
import { type IgnoredFact, SettingAside } from '../../use-cases/setting-aside.ts';
import { IgnoredFactsConsumer } from './ignored-facts.consumer.ts';

const ops = { actor: 'ops:key-2' };
const recordedTime = '2026-03-02T12:00:09.000Z';
const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };
const payment = {
  specversion: '1.0',
  id: 'psp-1',
  source: 'urn:psp',
  type: 'tributary.payment.captured.v1',
  time: '2026-03-02T12:00:00Z',
  data: { orderId: 'web.1', paymentId: 'P1', amount: 1_000, currency: 'USD' },
};

const ignored = (messageId: string, data: Partial<IgnoredFact['data']> = {}): IgnoredFact => ({
  id: '0b9f4c1e-0000-8000-8000-00000000000f',
  type: 'tributary.order.fact-ignored.v1',
  time: '2026-03-02T12:00:00.000Z',
  recordedTime,
  stream: 'order-web.1',
  version: 2,
  position: 7,
  metadata: { source: 'tributary/order', correlationId: messageId, causationId: messageId },
  data: {
    orderId: 'web.1' as OrderId,
    messageId,
    messageType: payment.type,
    code: 'other-currency',
    reason: 'It is in USD: the order is in EUR.',
    ...data,
  },
});

describe('A message that has no effect on its order', () => {
  let [log, store, inbox, consumer] = [] as unknown as [
    SqliteEventLog,
    EventStore,
    Inbox,
    IgnoredFactsConsumer,
  ];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('gateway');
    inbox = new Inbox(store, noNames);
    consumer = new IgnoredFactsConsumer(new SettingAside(store, new Feed([log])));
  });
  afterEach(() => log.close());

  const takeIn = async (message: object = payment) =>
    (await inbox.take([message], { actor: 'integrator:key-1' }))[0]!.messageId;
  const own = async (): Promise<readonly RecordedEvent[]> =>
    (await store.readAll(0, 100)).filter(({ type }) => type.startsWith('tributary.message.'));
  const inQuarantine = async () => (await own())[0]!.id;

  it('is put into quarantine once where it is money in another currency, however often that is told', async () => {
    const taken = await takeIn();
    for (let times = 0; times < 3; times += 1) await consumer.ignored(ignored(taken));
    const [event, ...more] = await own();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'tributary.message.quarantined.v1',
      time: recordedTime,
      stream: `quarantine-${event!.id}`,
      data: {
        messageId: event!.id,
        code: 'other-currency',
        faults: [{ pointer: '/data/currency' }],
        source: 'urn:psp',
        type: payment.type,
        receivedAt: recordedTime,
      },
      metadata: { source: 'tributary/gateway', correlationId: taken, causationId: ignored(taken).id },
    });
    expect(JSON.parse(await inbox.rawOf(event!.id))).toMatchObject({
      id: `${taken}/corrected`,
      causationid: taken,
      data: payment.data,
    });
  });

  it('has the same id there whoever records it, and whatever else it is told with', async () => {
    const taken = await takeIn();
    await consumer.ignored(ignored(taken));
    const another = new IgnoredFactsConsumer(new SettingAside(store, new Feed([log])));
    await another.ignored(ignored(taken, { reason: 'It is in USD, as another build says.' }));
    expect(await own()).toHaveLength(1);
  });

  it('is released with its currency corrected, and stays so when it is told again', async () => {
    const taken = await takeIn();
    await consumer.ignored(ignored(taken));
    const messageId = await inQuarantine();
    const raw = JSON.parse(await inbox.rawOf(messageId)) as typeof payment;
    const corrected = { ...raw, data: { ...raw.data, currency: 'EUR' } };
    expect(await inbox.release(messageId, corrected, ops, false)).toMatchObject({
      accepted: { id: `${taken}/corrected` },
    });
    await consumer.ignored(ignored(taken));
    expect((await own()).map(({ type }) => type)).toEqual([
      'tributary.message.quarantined.v1',
      'tributary.message.released.v1',
    ]);
    expect(await store.readStream('inbox-urn:psp')).toMatchObject([
      { id: taken, data: payment.data },
      {
        data: { currency: 'EUR' },
        metadata: { causationId: taken, correlationId: taken, actor: 'ops:key-2' },
      },
    ]);
  });

  it('comes back as another message when it is released as it was', async () => {
    const taken = await takeIn();
    await consumer.ignored(ignored(taken));
    const messageId = await inQuarantine();
    await inbox.release(messageId, JSON.parse(await inbox.rawOf(messageId)), ops, false);
    const again = (await store.readStream('inbox-urn:psp'))[1]!.id;
    await consumer.ignored(ignored(again));
    const events = await own();
    expect(events.map(({ type }) => type)).toEqual([
      'tributary.message.quarantined.v1',
      'tributary.message.released.v1',
      'tributary.message.quarantined.v1',
    ]);
    expect(events[2]!.data).toMatchObject({ raw: expect.stringContaining(`"${again}/corrected"`) });
  });

  it('stays dismissed when it is told again', async () => {
    const taken = await takeIn();
    await consumer.ignored(ignored(taken));
    await new Dismissals(store).dismiss(await inQuarantine(), 'Paid by transfer', ops);
    await consumer.ignored(ignored(taken));
    expect(await own()).toHaveLength(2);
  });

  it('needs nobody for any other reason, nor where it did not come in by the door', async () => {
    const taken = await takeIn();
    await consumer.ignored(ignored(taken, { code: 'already-captured' }));
    await consumer.ignored(ignored(taken, { messageType: 'tributary.return.received.v1' }));
    await consumer.ignored(ignored('0b9f4c1e-0000-8000-8000-0000000000aa'));
    await log
      .forService('order')
      .append([{ stream: 'inbox-web.1', expectedVersion: 'any', events: [ignored(taken)] }]);
    await consumer.ignored(ignored(ignored(taken).id));
    expect(await own()).toEqual([]);
  });

  it('is tried again while the log is away', async () => {
    const taken = await takeIn();
    const away = { find: () => Promise.reject(new StoreUnavailable('The store is away.')) };
    const waiting = new IgnoredFactsConsumer(new SettingAside(store, away));
    await expect(waiting.ignored(ignored(taken))).rejects.toThrow(StoreUnavailable);
  });
});
