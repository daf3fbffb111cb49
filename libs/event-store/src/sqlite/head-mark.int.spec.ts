import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from '@tributary/testing';
import { someEvents } from '../contract/subject.ts';
import { checkHeadMark, keepHeadMark } from './head-mark.ts';
import { type SqliteEventLog, openSqliteEventLog } from './index.ts';

describe('The head mark of a log', () => {
  let folder: string;
  let file: string;
  let markFile: string;
  let log: SqliteEventLog;
  const unwritable: unknown[] = [];
  const record = (count: number) =>
    log
      .forService('orders')
      .append([{ stream: 'order-1', expectedVersion: 'any', events: someEvents(count) }]);
  const keep = () => keepHeadMark(markFile, log, (error) => unwritable.push(error));
  const marked = () => JSON.parse(readFileSync(markFile, 'utf8')) as unknown;
  /** What was done to the file while nobody had it open. */
  const changed = async (sql: string) => {
    await log.close();
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
    log = openSqliteEventLog(file);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'head-mark-'));
    [file, markFile] = [join(folder, 'events.db'), join(folder, 'head.json')];
    log = openSqliteEventLog(file);
    unwritable.length = 0;
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is that of the last event at an orderly stop, for this user alone, and fits the log', async () => {
    const end = keep();
    await record(5);
    await end();
    expect(marked()).toEqual({ format: 1, position: 5, hash: log.hashAt(5) });
    expect(statSync(markFile).mode & 0o777).toBe(0o600);
    expect(checkHeadMark(markFile, log)).toEqual({ kind: 'fits' });
  });

  it('follows the head while it moves, and fits a log that has gone further since', async () => {
    const end = keep();
    await until('an empty log is marked', () => statSync(markFile, { throwIfNoEntry: false }) !== undefined);
    await record(5);
    await until('the head is marked', () => (marked() as { position: number }).position === 5);
    await record(3);
    expect(checkHeadMark(markFile, log)).toEqual({ kind: 'fits' });
    await end();
  });

  it('tells that a log lost its end, and from where to where', async () => {
    await record(5);
    await keep()();
    await changed('DELETE FROM events WHERE position > 3');
    expect(checkHeadMark(markFile, log)).toEqual({
      kind: 'lost',
      position: 5,
      problem: 'the log ends at 3 and once reached 5: positions 4 to 5 are missing',
    });
  });

  it('tells that a log was exchanged for one that goes on otherwise', async () => {
    await record(5);
    await keep()();
    await changed('DELETE FROM events WHERE position > 3');
    await record(5);
    expect(checkHeadMark(markFile, log)).toMatchObject({
      kind: 'lost',
      position: 5,
      problem: expect.stringContaining('another than the one that was recorded'),
    });
  });

  it('tells that the event itself is missing where the log goes on behind it', async () => {
    await record(5);
    await keep()();
    await record(5);
    await changed('DELETE FROM events WHERE position = 5');
    expect(checkHeadMark(markFile, log)).toMatchObject({
      kind: 'lost',
      problem: 'the event at 5 is missing',
    });
  });

  it('is not there before it was ever written, which is no loss', async () => {
    await record(5);
    expect(checkHeadMark(markFile, log)).toEqual({ kind: 'absent' });
  });

  it.each<[string, () => void]>([
    ['empty', () => truncateSync(markFile, 0)],
    ['half', () => truncateSync(markFile, 20)],
    ['of a format of later', () => writeFileSync(markFile, '{"format":2,"position":5,"hash":"x"}')],
    ['without a position', () => writeFileSync(markFile, '{"format":1,"hash":"x"}')],
    ['null', () => writeFileSync(markFile, 'null')],
  ])('says nothing of the log where it is %s, and is written anew', async (_, damage) => {
    await record(5);
    await keep()();
    damage();
    expect(checkHeadMark(markFile, log)).toMatchObject({ kind: 'unreadable' });
    await keep()();
    expect(checkHeadMark(markFile, log)).toEqual({ kind: 'fits' });
  });

  it('that cannot be written is told once, keeps nobody from recording, and is written once it can be', async () => {
    mkdirSync(join(markFile, 'in-the-way'), { recursive: true });
    const end = keep();
    await until('it is told', () => unwritable.length > 0);
    await record(5);
    rmSync(markFile, { recursive: true });
    await until('it is written', () => checkHeadMark(markFile, log).kind === 'fits');
    await end();
    expect(unwritable).toHaveLength(1);
  });
});
