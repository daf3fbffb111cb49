import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, ReadStoreUnavailable } from '../port.ts';
import { type Damaged, openSqliteReadStore } from './index.ts';

const pageSize = 4_096;

const things: Collection<{ name: string }> = {
  name: 'spec.things',
  version: 1,
  fields: { name: { type: 'text', of: ({ name }) => name } },
  indexes: [['name']],
  text: ({ name }) => name,
};

let folder: string;
let file: string;
let sound: Buffer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
  file = join(folder, 'models.db');
  const store = openSqliteReadStore(file);
  await store.declare([things], 'c');
  const writes = Array.from({ length: 500 }, (_, n) => ({
    collection: things,
    id: `a-${n}`,
    document: { name: `name ${n}` },
  }));
  await store.apply(writes, [{ consumer: 'c', partition: 'p', offset: 500 }]);
  await store.close();
  sound = readFileSync(file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const overwrite = (from: number, length: number): void => {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(descriptor);
};

const damagedInside = 'one page of which was overwritten';
const damages: Readonly<Record<string, () => void>> = {
  'whose header is overwritten': () => overwrite(0, 100),
  'that was cut in the middle of a page': () => truncateSync(file, (sound.length >> 1) + 17),
  'that was cut after its first page': () => truncateSync(file, pageSize),
  [damagedInside]: () => overwrite(Math.floor(sound.length / pageSize / 2) * pageSize, pageSize),
  'that never was a database': () => writeFileSync(file, 'read models, they said. '.repeat(200)),
};

const opened = (first?: number) => {
  const told: Damaged[] = [];
  const inUse = Promise.withResolvers<string>();
  const checked = {
    onDamaged: (damaged: Damaged) => void told.push(damaged),
    onDamagedInUse: inUse.resolve,
    ...(first !== undefined && { first }),
  };
  return { store: openSqliteReadStore(file, { checked }), told, inUse: inUse.promise };
};

describe('A file of read models', () => {
  it.each(Object.entries(damages))('%s is moved aside as it is, and begun anew', async (_, damage) => {
    damage();
    const damaged = readFileSync(file);
    const { store, told } = opened();
    expect(told).toEqual([
      { movedTo: expect.stringMatching(/models\.db\.damaged-\d{8}T\d{9}Z$/), problem: expect.any(String) },
    ]);
    expect(readFileSync(told[0]!.movedTo).equals(damaged)).toBe(true);
    expect(await store.checkpoints('c')).toEqual({});
    await store.declare([things], 'c');
    expect(await store.get(things, 'a-1')).toBeUndefined();
    await store.apply([{ collection: things, id: 'b', document: { name: 'b' } }], []);
    expect(await store.get(things, 'b')).toBeDefined();
    await store.close();
  });

  it('takes its -wal and -shm along, since they are not those of the new one', async () => {
    overwrite(0, 100);
    writeFileSync(`${file}-wal`, 'commits of the old one');
    writeFileSync(`${file}-shm`, 'their index');
    const { store, told } = opened();
    expect(readFileSync(`${told[0]!.movedTo}-wal`, 'utf8')).toBe('commits of the old one');
    await store.close();
    expect(readdirSync(folder).filter((name) => !name.includes('.damaged-'))).toEqual(['models.db']);
  });

  it('stays where it is while it is sound, missing or empty', async () => {
    for (const prepare of [() => {}, () => rmSync(file), () => writeFileSync(file, '')]) {
      prepare();
      const { store, told } = opened();
      await store.close();
      expect(told).toEqual([]);
      expect(readdirSync(folder)).toEqual(['models.db']);
    }
  });

  it('is not moved by who did not ask for it, and is said to be no database', () => {
    overwrite(0, 100);
    expect(() => openSqliteReadStore(file)).toThrow(ReadStoreUnavailable);
    expect(() => openSqliteReadStore(file)).toThrow('it is no database');
    expect(existsSync(file)).toBe(true);
  });
});

describe('A file of read models too long to be checked before it is used', () => {
  it('is checked meanwhile; damage is told, and its next start moves it aside', async () => {
    damages[damagedInside]!();
    const found = opened(0);
    expect(found.told).toEqual([]);
    expect(await found.inUse).toMatch(/\w/);
    await found.store.close();
    const next = opened(0);
    expect(next.told).toEqual([
      { movedTo: expect.stringContaining('.damaged-'), problem: await found.inUse },
    ]);
    await next.store.close();
    const { store, told } = opened(0);
    expect(told).toEqual([]);
    await store.close();
  });

  const others = Object.entries(damages).filter(([what]) => what !== damagedInside);
  it.each(others)('is not used at all where it is one %s', async (_, damage) => {
    damage();
    const { store, told } = opened(0);
    expect(told).toHaveLength(1);
    await store.close();
  });

  it('is left in peace where it is sound, and closed without waiting for the check', async () => {
    const { store, told } = opened(0);
    await store.declare([things], 'c');
    expect(await store.get(things, 'a-1')).toBeDefined();
    await store.close();
    expect(told).toEqual([]);
    expect(readdirSync(folder)).toEqual(['models.db']);
  });
});
