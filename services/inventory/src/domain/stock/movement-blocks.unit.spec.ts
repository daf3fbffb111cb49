import fc from 'fast-check';
import { movedAfter } from './counts.ts';
import { entriesInBlock, movedAfterIn, noMovements, withEntry } from './movement-blocks.ts';

const timeOf = (minute: number): string => new Date(Date.UTC(2026, 2, 2) + minute * 60_000).toISOString();

const entry = fc.record({
  time: fc.integer({ min: -200, max: 200 }),
  delta: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
});

describe('The movements of a ledger, summed by blocks', () => {
  const ledgerOf = (told: readonly { readonly time: number; readonly delta?: number | undefined }[]) =>
    told.map(({ time, delta }, index) => ({
      time: timeOf(index + time),
      data: delta === undefined ? {} : { delta },
    }));

  it('say of any moment what all entries say, told in any order', () => {
    const size = 3 * entriesInBlock;
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: size, size: 'max' }),
        fc.integer({ min: -300, max: size + 300 }),
        (told, minute) => {
          const ledger = ledgerOf(told);
          const { sum, divided } = movedAfterIn(ledger.reduce(withEntry, noMovements), timeOf(minute));
          const read = divided.flatMap(({ from, entries }) => ledger.slice(from - 1, from - 1 + entries));
          expect(sum + movedAfter(read, timeOf(minute))).toBe(movedAfter(ledger, timeOf(minute)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('need few entries to be read, however long the ledger is', () => {
    const ledger = ledgerOf(Array.from({ length: 20_000 }, () => ({ time: 0, delta: 1 })));
    const blocks = ledger.reduce(withEntry, noMovements);
    expect(movedAfterIn(blocks, timeOf(15_000)).divided).toHaveLength(1);
    expect(movedAfterIn(blocks, timeOf(-1))).toEqual({ sum: 20_000, divided: [] });
    expect(movedAfterIn(blocks, timeOf(20_000))).toEqual({ sum: 0, divided: [] });
  });
});
