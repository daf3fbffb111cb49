import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

/** One business date, in one currency: as it was reported, as it is corrected, and what differs. */
export type TradeRow = Schemas['TradeRow'];
export type TradeFigure = keyof Schemas['TradeFigures'];

/** @param from the first business date, and `to` the last: `2026-11-23` */
export const readTrade = (from: string, to: string, signal: AbortSignal) =>
  told(api.GET('/v1/reports/trading-days', { params: { query: { from, to, by: 'day' } }, signal }));
