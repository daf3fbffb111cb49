import { unbounded } from '@tributary/event-bus';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type FileReading, type ImportProgress, importFile } from './imports.ts';
import { Inbox } from './inbox.ts';

const counted = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'urn:file',
  type: 'tributary.stock.counted.v1',
  data: { sku: 'MUG', location: 'leeds', quantity: 4 },
});
/** Of a key that nobody revokes. */
const good = new AbortController().signal;
const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => counted(`${from + index}`));

interface Step {
  readonly events?: readonly unknown[];
  readonly bad?: readonly { raw: string; reason: string }[];
}

const file = (...steps: readonly Step[]): FileReading<string> => {
  const read = async function* () {
    let rows = 0;
    for (const { events = [], bad = [] } of steps)
      yield { events, bad, rows: (rows += events.length + bad.length) };
  };
  return { steps: read(), report: () => 'the report' };
};

const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };

describe('A file that is imported', () => {
  let [log, inbox] = [] as unknown as [SqliteEventLog, Inbox];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    inbox = new Inbox(log.forService('gateway'), noNames);
  });
  afterEach(() => log.close());

  const progressOf = async (reading: FileReading<string>): Promise<ImportProgress<string>[]> => {
    const all: ImportProgress<string>[] = [];
    for await (const progress of importFile(inbox, reading, { actor: 'ops:key-1' }, unbounded, good))
      all.push(progress);
    return all;
  };
  const recordedCount = async () => (await log.all.readAll(0, 10_000)).length;

  it('counts what was taken in, what was known, and what was quarantined, and ends with its report', async () => {
    const unreadable = { raw: 'not json', reason: 'The line is not JSON.' };
    const progress = await progressOf(
      file(
        { events: ids(1, 3), bad: [unreadable] },
        { events: [counted('2'), { ...counted('4'), data: {} }] },
      ),
    );
    expect(progress).toEqual([
      {
        kind: 'done',
        counts: { rows: 6, accepted: 3, duplicates: 1, quarantined: 2 },
        report: 'the report',
      },
    ]);
    const kept = (await log.all.readAll(0, 10)).filter(
      ({ type }) => type === 'tributary.message.quarantined.v1',
    );
    expect(kept.map(({ data }) => (data as { raw: string }).raw)).toEqual([
      'not json',
      JSON.stringify({ ...counted('4'), data: {} }),
    ]);
  });

  it('is recorded no further once the key that it came with is revoked', async () => {
    const revoking = new AbortController();
    const reading = file(
      { events: ids(1, 200) },
      { events: ids(201, 200), bad: [{ raw: 'x', reason: 'y' }] },
    );
    const importing = importFile(inbox, reading, { actor: 'ops:key-1' }, unbounded, revoking.signal);
    expect((await importing.next()).value).toMatchObject({ kind: 'progress', counts: { accepted: 200 } });
    revoking.abort(new Error('It was revoked.'));
    await expect(importing.next()).rejects.toThrow('It was revoked.');
    expect(await recordedCount()).toBe(200);
  });

  it('is not recorded where the key is revoked while it waits for room', async () => {
    const revoking = new AbortController();
    const full = {
      ...unbounded,
      whenRoom: () => Promise.resolve(revoking.abort(new Error('It was revoked.'))),
    };
    const importing = importFile(
      inbox,
      file({ events: ids(1, 9) }),
      { actor: 'ops:key-1' },
      full,
      revoking.signal,
    );
    await expect(importing.next()).rejects.toThrow('It was revoked.');
    expect(await recordedCount()).toBe(0);
  });

  it('tells how far it is, batch by batch, and has then recorded what it tells', async () => {
    const reading = file({ events: ids(1, 150) }, { events: ids(151, 150) }, { events: ids(301, 20) });
    const seen: [string, number, number][] = [];
    for await (const { kind, counts } of importFile(inbox, reading, { actor: 'ops:key-1' }, unbounded, good))
      seen.push([kind, counts.accepted, await recordedCount()]);
    expect(seen).toEqual([
      ['progress', 300, 300],
      ['done', 320, 320],
    ]);
  });

  it('is imported again after it was cut off, and takes in only what is missing', async () => {
    const cutOff: FileReading<string> = {
      report: () => '',
      steps: (async function* () {
        yield { events: ids(1, 200), bad: [], rows: 200 };
        yield { events: ids(201, 10), bad: [], rows: 210 };
        throw new Error('the line went dead');
      })(),
    };
    await expect(progressOf(cutOff)).rejects.toThrow('the line went dead');
    expect(await recordedCount()).toBe(200);
    const again = await progressOf(file({ events: ids(1, 200) }, { events: ids(201, 50) }));
    expect(again.at(-1)!.counts).toEqual({ rows: 250, accepted: 50, duplicates: 200, quarantined: 0 });
    expect(await recordedCount()).toBe(250);
  });

  it('may be empty', async () => {
    expect(await progressOf(file())).toEqual([
      {
        kind: 'done',
        counts: { rows: 0, accepted: 0, duplicates: 0, quarantined: 0 },
        report: 'the report',
      },
    ]);
  });
});
