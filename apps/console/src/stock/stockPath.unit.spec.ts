import { positionIn, positionPath, stockPath } from './stockPath.ts';

describe('The address of stock', () => {
  it('names a SKU and a location whatever letters they have', () => {
    const place = { sku: 'CUP/RED 50%', location: 'dc&1' };
    expect(positionIn(new URL(positionPath(place), 'https://here').pathname)).toEqual(place);
    expect(new URL(stockPath(place.sku), 'https://here').searchParams.get('sku')).toBe(place.sku);
  });

  it('keeps the moment that is looked at', () => {
    const moment = { asOf: '2026-03-02T10:00:00.000Z' };
    expect(positionPath({ sku: 'CUP', location: 'dc-1' }, moment)).toBe(
      '/stock/CUP/dc-1?asOf=2026-03-02T10%3A00%3A00.000Z',
    );
    expect(stockPath('CUP', moment)).toBe('/stock?sku=CUP&asOf=2026-03-02T10%3A00%3A00.000Z');
  });
});
