import { mkdtempSync, openSync, closeSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Collection, ReadStoreUnavailable } from '../port.ts';
import { onFile } from './failures.ts';
import { openSqliteReadStore } from './index.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'failures-'));
  file = join(folder, 'models.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file that holds a table of many pages. */
const filled = (): void => {
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO t (text) VALUES (?)');
  for (let n = 0; n < 200; n += 1) insert.run('x'.repeat(500));
  db.close();
};

const overwrite = (from: number, length: number): void => {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(descriptor);
};

/** Each ends with what SQLite throws then. */
const conditions: Readonly<Record<string, () => void>> = {
  'the disk is full': () => {
    filled();
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA max_page_count = 1; CREATE TABLE more (text TEXT)`);
  },
  'it can only be read': () => {
    filled();
    new DatabaseSync(file, { readOnly: true }).exec('DELETE FROM t');
  },
  'it cannot be opened': () => void new DatabaseSync(join(folder, 'nowhere', 'models.db')),
  'it is no database': () => {
    writeFileSync(file, 'no database at all, and long enough to be read as the head of one'.repeat(20));
    new DatabaseSync(file).exec('SELECT * FROM sqlite_schema');
  },
  'it is damaged': () => {
    filled();
    overwrite(4_096, 8_192);
    new DatabaseSync(file).prepare('SELECT count(text) FROM t').all();
  },
  'another process writes to it': () => {
    filled();
    new DatabaseSync(file).exec('BEGIN IMMEDIATE');
    new DatabaseSync(file, { timeout: 0 }).exec('BEGIN IMMEDIATE');
  },
};

/** Those that no spec can bring about, by the codes that SQLite gives them. */
const codes: Readonly<Record<string, number>> = {
  'it is locked': 262,
  'there is no memory left': 7,
  'the work was interrupted': 9,
  'the disk fails': 778,
  'its locks do not work': 15,
};

const thrownBy = (work: () => unknown): unknown => {
  try {
    return onFile(work);
  } catch (error) {
    return error;
  }
};

describe('What is thrown by the file of read models', () => {
  it.each(Object.entries(conditions))('says that %s, and that it is nobody’s fault', (why, work) => {
    const thrown = thrownBy(work);
    expect(thrown).toBeInstanceOf(ReadStoreUnavailable);
    expect((thrown as Error).message).toContain(why);
  });

  it.each(Object.entries(codes))('says that %s, and that it is nobody’s fault', (why, errcode) => {
    const thrown = thrownBy(() => {
      throw Object.assign(new Error('as SQLite says it'), { errcode });
    });
    expect(thrown).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining(why) });
  });

  it('is passed on where what was asked is at fault', () => {
    const db = new DatabaseSync(':memory:');
    expect(thrownBy(() => db.exec('SELECT FROM WHERE'))).toMatchObject({ errcode: 1 });
    db.exec('CREATE TABLE t (n INTEGER CHECK (n > 0))');
    expect(thrownBy(() => db.exec('INSERT INTO t VALUES (0)'))).toMatchObject({ errcode: 275 });
  });
});

describe('A read store whose file cannot be used', () => {
  const things: Collection<{ name: string }> = {
    name: 'things',
    version: 1,
    fields: { name: { type: 'text', of: ({ name }) => name } },
    indexes: [['name']],
  };
  const write = (id: string) => ({ collection: things, id, document: { name: id } });
  const checkpoint = (offset: number) => ({ consumer: 'c', partition: 'p', offset });

  it('is away while another process writes, and takes the same batch afterwards', async () => {
    const store = openSqliteReadStore(file, { busyTimeout: 10 });
    await store.declare([things], 'c');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.apply([write('a')], [checkpoint(1)])).rejects.toBeInstanceOf(ReadStoreUnavailable);
    other.exec('ROLLBACK');
    await store.apply([write('a')], [checkpoint(1)]);
    expect(await store.get(things, 'a')).toBeDefined();
    expect(await store.checkpoints('c')).toEqual({ p: 1 });
    other.close();
    await store.close();
  });

  it('is away to who reads and writes once it is damaged, and to who asks after it was closed', async () => {
    const store = openSqliteReadStore(file, { mmapMiB: 0, cacheMiB: 0 });
    await store.declare([things], 'c');
    const many = Array.from({ length: 500 }, (_, n) => write(`a-${n}`));
    await store.apply(many, [checkpoint(1)]);
    new DatabaseSync(file).exec('PRAGMA wal_checkpoint(TRUNCATE)');
    overwrite(4_096, 200_000);
    const again = openSqliteReadStore(file, { mmapMiB: 0 });
    const asked = async () => {
      await again.declare([things], 'c');
      for await (const each of again.scan(things)) expect(each.id).toMatch(/^a-/);
    };
    await expect(asked()).rejects.toBeInstanceOf(ReadStoreUnavailable);
    await store.close();
    await expect(store.get(things, 'a-1')).rejects.toBeInstanceOf(ReadStoreUnavailable);
    await expect(store.apply([write('b')], [checkpoint(2)])).rejects.toBeInstanceOf(ReadStoreUnavailable);
  });
});
