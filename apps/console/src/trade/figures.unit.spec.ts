import type { TradeRow } from '../api/trade.ts';
import { correctedDays, currenciesOf, daysBefore, differenceText, pointsOf } from './figures.ts';

const none = {
  orders: 0, unitsOrdered: 0, valueOrdered: 0, unitsCancelled: 0, valueCancelled: 0,
  unitsFulfilled: 0, unitsReturned: 0, captured: 0, refunded: 0,
}; // prettier-ignore
const row = (date: string, reported: number, corrected: number, currency = 'EUR'): TradeRow => ({
  date,
  currency,
  reported: { ...none, valueOrdered: reported },
  corrected: { ...none, valueOrdered: corrected },
  difference: { ...none, valueOrdered: corrected - reported },
});

describe('Trade by day', () => {
  it('is drawn day by day in major units, also days without any', () => {
    expect(
      pointsOf([row('2026-03-01', 1_000, 1_250), row('2026-03-03', 500, 500)], 'valueOrdered', 'EUR'),
    ).toEqual([
      { date: '2026-03-01', reported: 10, corrected: 12.5 },
      { date: '2026-03-02', reported: 0, corrected: 0 },
      { date: '2026-03-03', reported: 5, corrected: 5 },
    ]);
    expect(pointsOf([], 'orders', 'EUR')).toEqual([]);
  });

  it('says on how many days a figure is another than was reported', () => {
    const rows = [row('2026-03-01', 1, 2), row('2026-03-02', 1, 1)];
    expect([correctedDays(rows, 'valueOrdered'), correctedDays(rows, 'orders')]).toEqual([1, 0]);
  });

  it('is told apart by currency', () => {
    expect(currenciesOf([row('2026-03-01', 1, 1, 'GBP'), row('2026-03-01', 1, 1)])).toEqual(['EUR', 'GBP']);
  });

  it('says a difference with its sign', () => {
    expect([1, -1, 0].map((value) => differenceText('orders', value, 'EUR'))).toEqual(['+1', '-1', '–']);
  });

  it('goes back over the end of a month', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  });
});
