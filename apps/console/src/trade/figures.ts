import type { TradeFigure, TradeRow } from '../api/trade.ts';
import { formatMoney, minorUnitExponent, toDecimal } from '../figures/money.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

/** What is counted, in the words of the trade. */
export const figureWords: Readonly<Record<TradeFigure, string>> = {
  valueOrdered: t('Value ordered'),
  orders: t('Orders'),
  unitsOrdered: t('Units ordered'),
  unitsCancelled: t('Units cancelled'),
  valueCancelled: t('Value cancelled'),
  unitsFulfilled: t('Units that went out'),
  unitsReturned: t('Units that came back'),
  captured: t('Money taken'),
  refunded: t('Money given back'),
};

export const figures = Object.keys(figureWords) as readonly TradeFigure[];

export const isFigure = (text: string | null): text is TradeFigure =>
  text !== null && Object.hasOwn(figureWords, text);

const ofMoney: ReadonlySet<TradeFigure> = new Set(['valueOrdered', 'valueCancelled', 'captured', 'refunded']);

/** A figure as people write it. @param value a count, or minor units */
export const figureText = (figure: TradeFigure, value: number, currency: string): string =>
  ofMoney.has(figure) ? formatMoney(value, currency) : formatCount(value);

/** A difference, with its sign also above zero; a dash for none. */
export const differenceText = (figure: TradeFigure, value: number, currency: string): string =>
  value === 0 ? '–' : `${value > 0 ? '+' : ''}${figureText(figure, value, currency)}`;

/** A figure to be drawn: money in major units. */
const drawn = (figure: TradeFigure, value: number, currency: string): number =>
  ofMoney.has(figure) ? Number(toDecimal(value, minorUnitExponent(currency))) : value;

/** The currencies that there was trade in, in order. */
export const currenciesOf = (rows: readonly TradeRow[]): string[] =>
  [...new Set(rows.map(({ currency }) => currency))].sort();

const day = 86_400_000;

/** So many days before a date, `2026-11-23`. */
export const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - days * day).toISOString().slice(0, 10);

/** A day of the chart. */
export interface TradePoint {
  readonly date: string;
  readonly reported: number;
  readonly corrected: number;
}

/** Every day from the first to the last that had any trade, also those without, so that gaps show as such. */
export const pointsOf = (rows: readonly TradeRow[], figure: TradeFigure, currency: string): TradePoint[] => {
  const byDate = new Map(rows.map((row) => [row.date ?? '', row]));
  const dates = [...byDate.keys()].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const points: TradePoint[] = [];
  for (let date = first; date <= last; date = daysBefore(date, -1)) {
    const row = byDate.get(date);
    const value = (of: 'reported' | 'corrected') => drawn(figure, row?.[of][figure] ?? 0, currency);
    points.push({ date, reported: value('reported'), corrected: value('corrected') });
  }
  return points;
};

/** Days whose figure is another than was reported. */
export const correctedDays = (rows: readonly TradeRow[], figure: TradeFigure): number =>
  rows.filter(({ difference }) => difference[figure] !== 0).length;
