import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WriteAheadLog, walSettings } from './write-ahead-log.ts';

describe('A write-ahead log', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tributary-wal-'));
  const file = path.join(folder, 'some.db');
  const db = new DatabaseSync(file);
  db.exec(`${walSettings()}
    CREATE TABLE kept (n INTEGER PRIMARY KEY, text)`);
  const add = db.prepare(`INSERT INTO kept (text) VALUES (?)`);
  const write = (rows: number) => {
    for (let row = 0; row < rows; row += 1) add.run('x'.repeat(2_000));
  };
  /** What is in the file without its log. */
  const inTheFile = (): number => {
    const copy = path.join(folder, 'copy.db');
    copyFileSync(file, copy);
    const alone = new DatabaseSync(copy);
    const { rows } = alone.prepare('SELECT count(*) AS rows FROM kept').get() as { rows: number };
    alone.close();
    return rows;
  };

  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('is written back into the file by another thread once it is long, and is written over from its beginning', async () => {
    const log = new WriteAheadLog(db, file, 400_000);
    write(1);
    log.grown();
    await log.settled();
    expect(() => inTheFile()).toThrow('no such table');

    write(200);
    log.grown();
    await log.settled();
    expect(inTheFile()).toBe(201);
    const { size } = statSync(`${file}-wal`);
    write(200);
    expect(statSync(`${file}-wal`).size).toBe(size);
  });

  it('tells its owner of no change that was not the owner’s', async () => {
    const versionOf = () => db.prepare('PRAGMA data_version').get();
    const before = versionOf();
    const log = new WriteAheadLog(db, file, 0);
    write(50);
    log.grown();
    write(50);
    await log.settled();
    write(1);
    expect(versionOf()).toEqual(before);
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });

  it('of a file that is gone leaves the rest to its owner', async () => {
    const log = new WriteAheadLog(db, path.join(folder, 'no', 'such.db'), 0);
    log.grown();
    await expect(log.settled()).resolves.toBeUndefined();
  });
});
