import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ChainFault } from '../port.ts';
import { openSqliteEventLog } from './index.ts';

const pageSize = 4_096;

describe('The file of an event log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'damaged-file-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is named by a check when a bit of the index over event ids has flipped', async () => {
    const file = join(folder, 'events.db');
    const log = openSqliteEventLog(file);
    const event = {
      id: 'told-once',
      type: 'tributary.spec.told.v1',
      time: '2026-01-01T00:00:00.000Z',
      data: {},
      metadata: { source: 'spec' },
    };
    await log.forService('spec').append([{ stream: 's', expectedVersion: 0, events: [event] }]);
    await log.close();
    flipBitIn(file, 'events_by_id', event.id);
    const damaged = openSqliteEventLog(file);
    const faults: ChainFault[] = [];
    for await (const fault of damaged.verify()) faults.push(fault);
    await damaged.close();
    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(fault).toMatchObject({ position: 0, stream: 'the file of the log' });
    expect(faults.map(({ problem }) => problem).join()).toContain('events_by_id');
  });
});

/** Of an index that fits its root page: one bit of a text in it. */
const flipBitIn = (file: string, index: string, text: string): void => {
  const db = new DatabaseSync(file);
  const root = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(index)!['rootpage'];
  db.close();
  const bytes = readFileSync(file);
  bytes[bytes.indexOf(text, (Number(root) - 1) * pageSize)]! ^= 1;
  writeFileSync(file, bytes);
};
