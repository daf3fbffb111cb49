import type { StockDifference } from '../api/reconciliation.ts';
import { entryInWords, figuresInWords, repairOf, summaryOf } from './words.ts';

const compared = '2026-03-02T18:00:00.000Z';
const different: StockDifference = {
  row: 1,
  verdict: 'different',
  sku: 'MUG',
  location: 'leeds',
  theirs: { onHand: 12 },
  ours: { onHand: 10, reserved: 3, available: 7 },
};
const entry = {
  eventId: 'e',
  type: 'tributary.inventory.count-restated.v1',
  version: 1,
  at: compared,
  recordedAt: compared,
  late: false,
  source: 'tributary/inventory',
  onHand: -2,
  reserved: 0,
};

describe('A difference', () => {
  it('is told by the figures that they gave, and ours of the same', () => {
    expect(figuresInWords(different.theirs)).toBe('12 on hand');
    expect(figuresInWords(different.ours, different.theirs)).toBe('10 on hand');
    expect(figuresInWords(undefined)).toBe('');
  });

  it('is told by what moved', () => {
    expect(entryInWords(entry)).toBe('count restated −2');
    expect(entryInWords({ ...entry, type: 'tributary.inventory.reserved.v1', onHand: 0, reserved: 3 })).toBe(
      'reserved +3',
    );
  });

  it('is put right by their count of their moment, or of when it was compared', () => {
    const right = { sku: 'MUG', location: 'leeds', onHand: 12 };
    expect(repairOf(different, compared)).toEqual({ ...right, asOf: compared });
    const earlier = '2026-03-01T00:00:00.000Z';
    expect(repairOf({ ...different, asOf: earlier }, compared)).toEqual({ ...right, asOf: earlier });
  });

  it('cannot be put right where they count nothing, or name nothing', () => {
    const none: readonly StockDifference[] = [
      { ...different, theirs: { available: 7 } },
      { ...different, theirs: { onHand: -1 } },
      { ...different, verdict: 'missing' },
      { row: 2, verdict: 'unreadable', fault: 'no JSON' },
    ];
    expect(none.map((each) => repairOf(each, compared))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('A comparison', () => {
  it('is told in a line, without what there is none of', () => {
    const counts = {
      comparedAt: compared,
      equal: 1_198,
      different: 2,
      unknown: 0,
      missing: 1,
      unreadable: 0,
    };
    expect(summaryOf({ items: [], rows: 1_200, ...counts })).toBe(
      '1,200 rows compared: 1,198 equal, 2 different, 1 not in the file',
    );
  });
});
