import type { LedgerEntry } from '../api/stock.ts';
import { lastBefore, partUpTo, stepsOf } from './ledger.ts';

const entry = (version: number, onHand: number, reserved: number): LedgerEntry => ({
  eventId: `E${version}`,
  type: 'tributary.inventory.counted.v1',
  version,
  at: '2026-03-02T10:00:00.000Z',
  recordedAt: '2026-03-02T10:00:01.000Z',
  late: false,
  source: 'urn:wms',
  onHand,
  reserved,
  data: {},
});
const moved = (entries: readonly LedgerEntry[]) =>
  stepsOf(entries).map(({ entry: { version }, onHand, reserved }) => [version, onHand, reserved]);

describe('A ledger, part by part', () => {
  it('is asked for from its newest entry, with the one before what is shown', () => {
    expect(partUpTo(120)).toEqual({ from: 70, limit: 51 });
    expect(partUpTo(70)).toEqual({ from: 20, limit: 51 });
    expect(partUpTo(20)).toEqual({ from: 1, limit: 20 });
    expect(partUpTo(51)).toEqual({ from: 1, limit: 51 });
  });

  it('goes on with the entry that was only reckoned from, down to the first', () => {
    expect(lastBefore([{ version: 70 }, { version: 71 }])).toBe(70);
    expect(lastBefore([{ version: 1 }, { version: 2 }])).toBeUndefined();
    expect(lastBefore([])).toBeUndefined();
  });

  it('says what each entry moved, newest first', () => {
    expect(moved([entry(1, 10, 0), entry(2, 10, 3), entry(3, 7, 0)])).toEqual([
      [3, -3, -3],
      [2, 0, 3],
      [1, 10, 0],
    ]);
  });

  it('leaves out the entry before a part, which nothing is known to have stood before', () => {
    expect(moved([entry(70, 10, 0), entry(71, 8, 0)])).toEqual([[71, -2, 0]]);
  });
});
