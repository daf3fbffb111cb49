import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Dismissals, mostAtOnce } from './dismissals.ts';
import { Inbox } from './inbox.ts';

const actor = 'ops:key-2';
const counted = {
  specversion: '1.0',
  id: '1',
  source: 'urn:wms',
  type: 'tributary.stock.counted.v1',
  time: '2026-03-02T12:00:00Z',
  data: { sku: 'MUG', location: 'leeds', quantity: 4 },
};

const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };

describe('A message in quarantine', () => {
  let [log, inbox, dismissals] = [] as unknown as [SqliteEventLog, Inbox, Dismissals];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    const store = log.forService('gateway');
    inbox = new Inbox(store, noNames);
    dismissals = new Dismissals(store);
  });
  afterEach(() => log.close());

  const quarantined = async (text: string) =>
    (await inbox.quarantineText(text, 'The line is not JSON.', { actor })).messageId;
  const typesRecorded = async () => (await log.all.readAll(0, 10_000)).map(({ type }) => type);

  it('is dismissed with who and why, and kept whole', async () => {
    const messageId = await quarantined('not json');
    expect(await dismissals.dismiss(messageId, 'A test file', { actor })).toBeUndefined();
    const [, dismissed] = await log.all.readAll(0, 10);
    expect(dismissed).toMatchObject({
      stream: `gateway/quarantine-${messageId}`,
      type: 'tributary.message.dismissed.v1',
      data: { messageId, by: actor, reason: 'A test file' },
      metadata: { source: 'tributary/gateway', actor },
    });
    expect(await inbox.rawOf(messageId)).toBe('not json');
  });

  it('is dismissed once, also by several people at once, and stays so when it comes again', async () => {
    const messageId = await quarantined('not json');
    const refusals = await Promise.all(
      ['a', 'b', 'c'].map((reason) => dismissals.dismiss(messageId, reason, { actor })),
    );
    expect(refusals.map((refusal) => refusal?.code)).toEqual([
      undefined,
      'already-dismissed',
      'already-dismissed',
    ]);
    await quarantined('not json');
    expect(await typesRecorded()).toEqual([
      'tributary.message.quarantined.v1',
      'tributary.message.dismissed.v1',
    ]);
  });

  it('is released after it was dismissed, but not dismissed after it was released', async () => {
    const messageId = await quarantined('not json');
    await dismissals.dismiss(messageId, 'Nobody knows it', { actor });
    expect(await inbox.release(messageId, counted, { actor }, false)).toMatchObject({
      accepted: { id: '1' },
    });
    expect(await dismissals.dismiss(messageId, 'Again', { actor })).toMatchObject({
      code: 'already-released',
    });
    const other = await quarantined('other');
    await inbox.release(other, { ...counted, id: '2' }, { actor }, false);
    expect(await dismissals.dismiss(other, 'Too late', { actor })).toMatchObject({
      code: 'already-released',
    });
  });

  it('is released with who corrected what, and why where that was said, and kept as it came', async () => {
    const text = JSON.stringify({ ...counted, data: { ...counted.data, quantity: -4 } });
    const messageId = await quarantined(text);
    const { accepted } = await inbox.release(messageId, counted, { actor }, false, 'The scale was wrong.');
    expect(accepted).toMatchObject({ id: '1' });
    const released = (await log.all.readAll(0, 10)).find(
      ({ type }) => type === 'tributary.message.released.v1',
    );
    expect(released?.data).toEqual({
      messageId,
      by: actor,
      acceptedAs: expect.any(String),
      reason: 'The scale was wrong.',
      corrections: [{ pointer: '/data/quantity', before: '-4', after: '4' }],
    });
    expect(await inbox.rawOf(messageId)).toBe(text);
  });

  it('must be there to be dismissed', async () => {
    expect(await dismissals.dismiss('none', 'A test file', { actor })).toMatchObject({ code: 'not-found' });
    expect(await typesRecorded()).toEqual([]);
  });

  it('is dismissed with others of its kind up to a bound, and the answer says whether there may be more', async () => {
    const ids = await Promise.all(
      Array.from({ length: mostAtOnce + 100 }, (_, index) => quarantined(`line ${index}`)),
    );
    const pages = async function* () {
      for (let at = 0; at < ids.length; at += 150) yield ids.slice(at, at + 150);
    };
    expect(await dismissals.dismissEach(pages(), 'A wrong file', { actor })).toEqual({
      dismissed: mostAtOnce,
      more: true,
    });
    expect(await dismissals.dismissEach(pages(), 'A wrong file', { actor })).toEqual({
      dismissed: 100,
      more: false,
    });
  });
});
