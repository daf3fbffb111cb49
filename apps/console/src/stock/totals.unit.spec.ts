import type { StockPosition } from '../api/stock.ts';
import { totalsOf } from './totals.ts';

const position = (location: string, onHand: number, more: Partial<StockPosition> = {}): StockPosition => ({
  sku: 'CUP',
  location,
  onHand,
  reserved: 1,
  available: Math.max(0, onHand - 1),
  ...more,
});

describe('Stock over all locations', () => {
  it('is the sum of what is at each, below zero as it stands', () => {
    expect(totalsOf([position('dc-1', 10), position('store-1', -2)])).toEqual({
      all: { onHand: 8, reserved: 2, available: 9 },
    });
  });

  it('is told apart from what is sold where a location sells nothing', () => {
    const closed = position('store-1', 4, { notSold: 'location-inactive' });
    expect(totalsOf([position('dc-1', 10), closed])).toEqual({
      all: { onHand: 14, reserved: 2, available: 12 },
      sold: { onHand: 10, reserved: 1, available: 9 },
    });
  });
});
