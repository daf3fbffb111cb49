import type { Candidate, Decision, Order } from '../api/order.ts';
import { columnOf, distanceNote, isMatrix, linesLookedAt, seenOf } from './seen.ts';

const line = (lineId: string, sku: string, quantity = 2, method = 'ship') => ({
  lineId,
  sku,
  quantity,
  method,
});
const order = { lines: [{ lineId: '1', sku: 'MUG', name: 'Mug' }] } as Order;
const decision = (lines: readonly object[], candidates: readonly object[], shipTo?: object) =>
  ({
    candidates,
    request: { lines, ...(shipTo && { shipTo }) },
    decidedAt: '2026-11-03T10:00:00.000Z',
  }) as Decision;
const beside = { order, decidedAt: '2026-11-03T10:00:00.000Z' };

describe('What a decision saw at a location', () => {
  it('is said beside what is asked for where it is short of it, and leads to that stock as it was', () => {
    const at = { location: 'dc 1', stock: { '1': 1, '2': 5 } } as unknown as Candidate;
    expect(seenOf(at, line('1', 'MUG') as never, beside)).toEqual({
      lineId: '1',
      units: 1,
      isShort: true,
      text: '1 of 2',
      item: 'Mug',
      to: '/stock/MUG/dc%201?knownAt=2026-11-03T10%3A00%3A00.000Z',
    });
    expect(seenOf(at, line('2', 'TEA') as never, beside)).toMatchObject({
      isShort: false,
      text: '5',
      item: 'TEA',
    });
    expect(seenOf(at, line('3', 'JAR') as never, beside)).toBeUndefined();
  });

  it('has a column for each line that was looked at, unless they are many', () => {
    const lines = [line('1', 'MUG'), line('2', 'MUG'), line('3', 'TEA', 1, 'pickup')];
    const looked = linesLookedAt(decision(lines, [{ stock: { '1': 0 } }, { stock: { '2': 4 } }]));
    expect(looked.map(({ lineId }) => lineId)).toEqual(['1', '2']);
    expect(looked.map((one) => columnOf(one, looked, order))).toEqual(['2 × Mug, line 1', '2 × MUG, line 2']);
    expect([1, 5, 6].map((count) => isMatrix(Array.from({ length: count }, () => looked[0]!)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('says why a distance is not known', () => {
    const far = [{ distanceKm: 3 }, {}];
    const there = { coordinates: { latitude: 1, longitude: 1 } };
    const mug = [line('1', 'MUG')];
    const unknown = { country: 'GB', postalCode: 'ZZ9' };
    expect(distanceNote(decision(mug, far))).toMatch(/neither coordinates nor a postal code\.$/);
    expect(distanceNote(decision(mug, far, unknown))).toMatch(/where GB ZZ9 lies was not told/);
    expect(distanceNote(decision(mug, far, there))).toMatch(/^A distance is not known of a location/);
    expect(distanceNote(decision(mug, [far[0]!], { ...there, ...unknown, locatedBy: 'postal-code' }))).toBe(
      'Distances are from the middle of the postal area ZZ9.',
    );
    expect(distanceNote(decision([line('1', 'MUG')], [far[0]!]))).toBeUndefined();
    expect(distanceNote(decision([line('1', 'MUG', 1, 'pickup')], [{}]))).toBeUndefined();
  });
});
