import type { OrderLine } from '../api/order.ts';
import { linesFound } from './linesFound.ts';

const lines = [
  { lineId: '1', sku: 'MUG-RED', name: 'Red mug' },
  { lineId: '2', sku: 'MUG-BLUE', name: 'Blue mug' },
  { lineId: '3', sku: 'JUG' },
] as OrderLine[];
const found = (typed: string): readonly string[] => linesFound(lines, typed).map(({ lineId }) => lineId);

describe('Lines of an order', () => {
  it('are found by words of name and SKU, in any case and order', () => {
    expect([found('mug'), found('MUG blue'), found('jug'), found('red-'), found('cup')]).toEqual([
      ['1', '2'],
      ['2'],
      ['3'],
      [],
      [],
    ]);
  });

  it('are all there while nothing is looked for', () => {
    expect(found('  ')).toEqual(['1', '2', '3']);
  });
});
