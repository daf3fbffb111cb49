import { hash } from 'node:crypto';
import { maxEventBytes } from '@tributary/contracts';
import { type EventStore, StoreUnavailable, inboundEventId } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Dismissals } from './dismissals.ts';
import { Inbox } from './inbox.ts';

const counted = (id: string, more: object = {}) => ({
  specversion: '1.0',
  id,
  source: 'urn:wms',
  type: 'tributary.stock.counted.v1',
  time: '2026-03-02T12:00:00Z',
  data: { sku: 'MUG', location: 'leeds', quantity: 4 },
  ...more,
});
const bad = { ...counted('bad'), data: { sku: 'MUG', location: 'leeds', quantity: -4 } };

const actor = 'integrator:key-1';

const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };

describe('The inbox', () => {
  let [log, store, inbox] = [] as unknown as [SqliteEventLog, EventStore, Inbox];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('gateway');
    inbox = new Inbox(store, noNames);
  });
  afterEach(() => log.close());

  const recorded = () => store.readAll(0, 1_000);
  const typesRecorded = async () => (await recorded()).map(({ type }) => type);
  const takeOne = async (raw: unknown) => (await inbox.take([raw], { actor }))[0]!;
  const quarantinedId = async (raw: unknown) => (await takeOne(raw)).messageId;

  it('records a message as it was sent, with who handed it in', async () => {
    const taken = await takeOne(
      counted('1', { correlationid: 'c-1', businessdate: '2026-03-01', zone: 'Europe/London', actor: 'ann' }),
    );
    expect(taken).toEqual({ status: 'accepted', id: '1', messageId: expect.any(String) });
    expect(await store.readStream('inbox-urn:wms')).toMatchObject([
      {
        id: taken.messageId,
        type: 'tributary.stock.counted.v1',
        time: '2026-03-02T12:00:00.000Z',
        data: { sku: 'MUG', location: 'leeds', quantity: 4 },
        metadata: {
          source: 'urn:wms',
          correlationId: 'c-1',
          actor: 'ann',
          submittedBy: actor,
          businessDate: '2026-03-01',
          zone: 'Europe/London',
          key: 'MUG@leeds',
        },
      },
    ]);
  });

  it('answers each message of a batch in its place, and records them in that order', async () => {
    const taken = await inbox.take([counted('1'), bad, counted('1'), counted('2'), 'no event'], { actor });
    expect(taken.map(({ status }) => status)).toEqual([
      'accepted',
      'quarantined',
      'duplicate',
      'accepted',
      'quarantined',
    ]);
    expect(taken[0]!.messageId).toBe(taken[2]!.messageId);
    expect(await typesRecorded()).toEqual([
      'tributary.stock.counted.v1',
      'tributary.message.quarantined.v1',
      'tributary.stock.counted.v1',
      'tributary.message.quarantined.v1',
    ]);
  });

  const away = () => Promise.reject(new StoreUnavailable('The store is away.'));

  it('keeps the order of a batch when the store was away for a part of it and the batch comes again', async () => {
    const batch = Array.from({ length: 1_200 }, (_, n) => counted(`${n}`, { source: `urn:wms-${n % 3}` }));
    for (const failing of [1, 2, 3]) {
      let appends = 0;
      const faulty: EventStore = {
        ...store,
        append: (streams) => ((appends += 1) === failing ? away() : store.append(streams)),
      };
      const raws = batch.map((message) => ({ ...message, id: `${failing}-${message.id}` }));
      await expect(new Inbox(faulty, noNames).take(raws, { actor })).rejects.toMatchObject(
        failing === 1
          ? { message: 'The store is away.' }
          : {
              recorded: (failing - 1) * 500,
              message: expect.stringContaining(
                `the first ${(failing - 1) * 500} of 1200 events are recorded`,
              ),
            },
      );
      await inbox.take(raws, { actor });
      const events = await store.readAll(0, 10_000);
      const ids = raws.map(({ source, id }) => inboundEventId(source, id));
      expect(events.map(({ id }) => id).slice(-ids.length)).toEqual(ids);
    }
  });

  it('knows a message by its source and id: told again, even by many at once, it is recorded once', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeOne(counted('1'))));
    expect(taken.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    expect((await takeOne(counted('1', { source: 'urn:other' }))).status).toBe('accepted');
    expect(await recorded()).toHaveLength(2);
  });

  it('keeps a bad message whole, once, with what is wrong with it', async () => {
    const first = await takeOne(bad);
    const again = await takeOne(bad);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ status: 'quarantined', id: 'bad', fault: { code: 'invalid-data' } });
    const [event, ...more] = await recorded();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'tributary.message.quarantined.v1',
      data: {
        messageId: first.messageId,
        code: 'invalid-data',
        faults: [{ pointer: '/data/quantity' }],
        raw: JSON.stringify(bad),
        source: 'urn:wms',
        type: 'tributary.stock.counted.v1',
      },
      metadata: { actor },
    });
    expect(await inbox.rawOf(first.messageId)).toBe(JSON.stringify(bad));
    expect(await inbox.rawOf('unknown')).toBe('');
  });

  it('keeps what could not be read as JSON at all', async () => {
    const text = await inbox.quarantineText('{"specversion":', 'The line is not JSON.', { actor });
    expect(text).toMatchObject({ status: 'quarantined', fault: { code: 'not-a-cloud-event' } });
    expect(await inbox.rawOf(text.messageId)).toBe('{"specversion":');
  });

  describe('given an event of more than 1 MB', () => {
    const large = counted('large', { data: { sku: 'MUG', location: 'leeds', note: 'é'.repeat(600_000) } });
    const text = JSON.stringify(large);
    const whole = { bytes: Buffer.byteLength(text), sha256: hash('sha256', text, 'hex') };

    it('takes the others, and keeps how it begins, its size and its digest', async () => {
      const taken = await inbox.take([counted('1'), large, counted('2')], { actor });
      expect(taken).toMatchObject([
        { status: 'accepted' },
        { status: 'quarantined', id: 'large', fault: { code: 'too-large' } },
        { status: 'accepted' },
      ]);
      const kept = (await recorded()).find(({ type }) => type === 'tributary.message.quarantined.v1')!;
      expect(kept.data).toMatchObject({ code: 'too-large', source: 'urn:wms', whole });
      const { raw } = kept.data as { raw: string };
      expect(text.startsWith(raw)).toBe(true);
      expect([1_999, 2_000]).toContain(Buffer.byteLength(raw));
      expect((await takeOne(large)).messageId).toBe(taken[1]!.messageId);
    });

    it('takes none as its correction, and one that fits', async () => {
      const messageId = await quarantinedId(large);
      const by = { actor: 'ops:key-2' };
      expect(await inbox.release(messageId, large, by, false)).toMatchObject({
        fault: { code: 'too-large' },
      });
      expect(await inbox.release(messageId, counted('large'), by, false)).toMatchObject({
        accepted: { id: 'large' },
      });
    });

    it('measures none that came in a text that is no larger', async () => {
      const fits = counted('x', { padding: 'x'.repeat(maxEventBytes) });
      expect(await inbox.take([fits], { actor }, maxEventBytes)).toMatchObject([{ status: 'accepted' }]);
      expect(await inbox.take([fits], { actor }, maxEventBytes + 1)).toMatchObject([
        { status: 'quarantined' },
      ]);
    });
  });

  it('lets no message take the id that what it does to another would have', async () => {
    const text = hash('sha256', JSON.stringify(bad), 'hex');
    const first = await takeOne(counted(text, { source: 'tributary/quarantined' }));
    expect(first).toMatchObject({
      status: 'quarantined',
      fault: { code: 'invalid-data', faults: [{ pointer: '/source' }] },
    });
    const messageId = await quarantinedId(bad);
    expect(messageId).toBe(inboundEventId('tributary/quarantined', text));
    await quarantinedId(counted(messageId, { source: 'tributary/released' }));
    expect(await inbox.release(messageId, counted('good'), { actor }, false)).toMatchObject({
      accepted: { id: 'good' },
    });
  });

  describe('on a log from before, where messages of others have the ids of what follows', () => {
    /** As it was taken in when such sources were not refused yet. */
    const plant = async (source: string, id: string) => {
      const { type, data } = counted(id);
      const time = '2026-03-02T12:00:00.000Z';
      const event = { id: inboundEventId(source, id), type, time, data, metadata: { source } };
      await store.append([{ stream: `inbox-${source}`, expectedVersion: 'any', events: [event] }]);
    };
    const ofText = hash('sha256', JSON.stringify(bad), 'hex');
    const plantQuarantined = async () => {
      await plant('tributary/quarantined', ofText);
      await plant('tributary/quarantined/1', ofText);
    };
    const own = async () => (await recorded()).filter(({ stream }) => stream.startsWith('quarantine-'));
    const ops = { actor: 'ops:key-2' };

    it('keeps a bad message all the same, once, and takes the others of its batch', async () => {
      await plantQuarantined();
      const taken = await inbox.take([counted('1'), bad, counted('2'), bad], { actor });
      expect(taken.map(({ status }) => status)).toEqual([
        'accepted',
        'quarantined',
        'accepted',
        'quarantined',
      ]);
      expect(await takeOne(bad)).toEqual(taken[1]);
      const { messageId } = taken[1]!;
      expect(await own()).toMatchObject([{ id: messageId, data: { messageId, raw: JSON.stringify(bad) } }]);
      expect(await inbox.rawOf(messageId)).toBe(JSON.stringify(bad));
    });

    it('keeps what says something else under a used id, and what is no JSON', async () => {
      await takeOne(counted('1'));
      const other = counted('1', { data: { sku: 'MUG', location: 'leeds', quantity: 40 } });
      for (const text of [JSON.stringify(other), 'no JSON'])
        await plant('tributary/quarantined', hash('sha256', text, 'hex'));
      const reused = await takeOne(other);
      const text = await inbox.quarantineText('no JSON', 'The line is not JSON.', { actor });
      expect([reused, text]).toMatchObject([
        { fault: { code: 'id-reused' } },
        { fault: { code: 'not-a-cloud-event' } },
      ]);
      expect((await own()).map(({ id }) => id)).toEqual([reused.messageId, text.messageId]);
    });

    it('dismisses it, and releases it after that', async () => {
      await plantQuarantined();
      const messageId = await quarantinedId(bad);
      expect(await new Dismissals(store).dismiss(messageId, 'A test file', ops)).toBeUndefined();
      expect(await inbox.release(messageId, counted('bad'), ops, false)).toMatchObject({
        accepted: { id: 'bad' },
      });
      expect((await own()).map(({ type }) => type)).toEqual([
        'tributary.message.quarantined.v1',
        'tributary.message.dismissed.v1',
        'tributary.message.released.v1',
      ]);
    });

    it('releases once where the id of the release is taken, by many at once', async () => {
      const messageId = await quarantinedId(bad);
      for (const source of ['tributary/released', 'tributary/released/1']) await plant(source, messageId);
      const release = (id: string) => inbox.release(messageId, counted(id), ops, false);
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => release(`fix-${n % 5}`)));
      expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
      expect(answers.filter(({ releasedBefore }) => releasedBefore)).toHaveLength(9);
      expect(await release('fix-late')).toEqual({ releasedBefore: true });
      expect((await recorded()).filter(({ stream }) => stream === 'inbox-urn:wms')).toHaveLength(1);
      expect(await own()).toHaveLength(2);
    });

    it('releases there what its own system sent meanwhile', async () => {
      const messageId = await quarantinedId(bad);
      await plant('tributary/released', messageId);
      const { messageId: known } = await takeOne(counted('fixed'));
      expect(await inbox.release(messageId, counted('fixed'), ops, false)).toMatchObject({
        accepted: { id: 'fixed' },
      });
      expect((await own()).at(-1)!.data).toMatchObject({ messageId, acceptedAs: known });
    });
  });

  it('releases a message with its correction: both facts are recorded together', async () => {
    const messageId = await quarantinedId(bad);
    const released = await inbox.release(messageId, counted('bad'), { actor: 'ops:key-2' }, false);
    expect(released).toMatchObject({ accepted: { id: 'bad', data: { quantity: 4 } } });
    const [, message, fact] = await recorded();
    expect(message).toMatchObject({
      type: 'tributary.stock.counted.v1',
      metadata: { submittedBy: 'ops:key-2' },
    });
    expect(fact).toMatchObject({
      type: 'tributary.message.released.v1',
      data: { messageId, by: 'ops:key-2', acceptedAs: message!.id },
    });
  });

  it('records nothing on a dry run, nor when it is still wrong', async () => {
    const messageId = await quarantinedId(bad);
    expect(await inbox.release(messageId, counted('bad'), { actor: 'ops:key-2' }, true)).toMatchObject({
      accepted: { id: 'bad' },
    });
    expect(await inbox.release(messageId, bad, { actor: 'ops:key-2' }, false)).toMatchObject({
      fault: { code: 'invalid-data', faults: [{ pointer: '/data/quantity' }] },
    });
    expect(await recorded()).toHaveLength(1);
  });

  it('releases once: of several corrections at the same time one counts', async () => {
    const messageId = await quarantinedId(bad);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        inbox.release(messageId, counted(`fix-${index % 5}`), { actor: 'ops:key-2' }, false),
      ),
    );
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(answers.filter(({ releasedBefore }) => releasedBefore)).toHaveLength(9);
    expect(await typesRecorded()).toEqual([
      'tributary.message.quarantined.v1',
      'tributary.stock.counted.v1',
      'tributary.message.released.v1',
    ]);
  });

  it('releases a message whose correction was sent by its own system meanwhile, and records it once', async () => {
    const messageId = await quarantinedId(bad);
    const { messageId: known } = await takeOne(counted('fixed'));
    expect(await inbox.release(messageId, counted('fixed'), { actor: 'ops:key-2' }, false)).toMatchObject({
      accepted: { id: 'fixed' },
    });
    const events = await recorded();
    expect(events.filter(({ type }) => type === 'tributary.stock.counted.v1')).toHaveLength(1);
    expect(events.at(-1)!.data).toMatchObject({ messageId, acceptedAs: known });
  });

  describe('under a key that is bound to sources', () => {
    const bound = { actor, sources: ['urn:wms', 'urn:till:*'] };
    const foreign = counted('1', { source: 'urn:erp' });

    it('takes messages of these, and keeps those of others in quarantine, saying what to do', async () => {
      const taken = await inbox.take(
        [
          counted('1'),
          foreign,
          counted('1', { source: 'urn:till:7' }),
          counted('1', { source: 'urn:wms:2' }),
        ],
        bound,
      );
      expect(taken.map((one) => (one.status === 'quarantined' ? one.fault.code : one.status))).toEqual([
        'accepted',
        'foreign-source',
        'accepted',
        'foreign-source',
      ]);
      expect(taken[1]).toMatchObject({
        id: '1',
        fault: {
          source: 'urn:erp',
          reason: 'The key that this was handed in under does not speak for urn:erp.',
          faults: [{ pointer: '/source', message: expect.stringContaining('under a key of that system') }],
        },
      });
      expect(await inbox.rawOf(taken[1]!.messageId)).toBe(JSON.stringify(foreign));
    });

    it('leaves the id to the system that it is of, whose message is taken afterwards', async () => {
      await inbox.take([{ ...foreign, data: { ...foreign.data, quantity: 0 } }], bound);
      expect(await takeOne(foreign)).toMatchObject({ status: 'accepted', id: '1' });
    });

    it('tells nobody what was recorded of others', async () => {
      await takeOne(foreign);
      for (const raw of [foreign, { ...foreign, data: { ...foreign.data, quantity: 0 } }])
        expect(await inbox.take([raw], bound)).toMatchObject([{ fault: { code: 'foreign-source' } }]);
    });

    it('releases a message of another source under a key that speaks for it alone', async () => {
      const [{ messageId } = { messageId: '' }] = await inbox.take([foreign], bound);
      const ops = { actor: 'ops:key-2' };
      for (const dryRun of [true, false])
        expect(
          await inbox.release(messageId, foreign, { ...ops, sources: ['urn:wms'] }, dryRun),
        ).toMatchObject({ fault: { code: 'foreign-source' } });
      expect(await typesRecorded()).toEqual(['tributary.message.quarantined.v1']);
      expect(await inbox.release(messageId, foreign, ops, false)).toMatchObject({ accepted: { id: '1' } });
      expect(await typesRecorded()).toEqual([
        'tributary.message.quarantined.v1',
        'tributary.stock.counted.v1',
        'tributary.message.released.v1',
      ]);
    });

    it('takes no correction to another source', async () => {
      const messageId = await quarantinedId(bad);
      const ops = { actor: 'ops:key-2', sources: ['urn:wms'] };
      expect(await inbox.release(messageId, foreign, ops, false)).toMatchObject({
        fault: { code: 'foreign-source' },
      });
      expect(await inbox.release(messageId, counted('bad'), ops, false)).toMatchObject({
        accepted: { id: 'bad' },
      });
    });
  });

  const moved = (id: string, quantity = 40) =>
    counted(id, { data: { sku: 'MUG', location: 'leeds', quantity } });

  it('keeps a message under a used id that says something else, once, and shows it', async () => {
    await takeOne(counted('1'));
    const taken = await takeOne(moved('1'));
    expect(taken).toMatchObject({
      status: 'quarantined',
      id: '1',
      fault: { code: 'id-reused', faults: [{ pointer: '/data' }] },
    });
    expect(await takeOne(moved('1'))).toEqual(taken);
    expect((await takeOne(counted('1'))).status).toBe('duplicate');
    expect(await inbox.rawOf(taken.messageId)).toBe(JSON.stringify(moved('1')));
    expect(await typesRecorded()).toEqual(['tributary.stock.counted.v1', 'tributary.message.quarantined.v1']);
  });

  it('tells a repeat from another message within one batch', async () => {
    const taken = await inbox.take([counted('1'), moved('1'), counted('1'), moved('2'), moved('2')], {
      actor,
    });
    expect(taken.map(({ status }) => status)).toEqual([
      'accepted',
      'quarantined',
      'duplicate',
      'accepted',
      'duplicate',
    ]);
  });

  it('releases it under an id of its own, and not under one that is used', async () => {
    await inbox.take([counted('1'), counted('2')], { actor });
    const messageId = await quarantinedId(moved('1'));
    for (const dryRun of [true, false]) {
      for (const used of [moved('1'), moved('2')])
        expect(await inbox.release(messageId, used, { actor: 'ops:key-2' }, dryRun)).toMatchObject({
          fault: { code: 'id-reused' },
        });
    }
    expect(await recorded()).toHaveLength(3);
    expect(await inbox.release(messageId, moved('3'), { actor: 'ops:key-2' }, true)).toMatchObject({
      accepted: { id: '3' },
    });
    expect(await recorded()).toHaveLength(3);
    expect(await inbox.release(messageId, moved('3'), { actor: 'ops:key-2' }, false)).toMatchObject({
      accepted: { id: '3' },
    });
    expect(await recorded()).toHaveLength(5);
  });
});
