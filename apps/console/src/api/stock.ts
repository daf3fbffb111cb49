import { type Schemas, everyEntry, told } from '@tributary/client';
import { api } from './api.ts';
import type { AskedMoment } from './moment.ts';

/** What is or was of a SKU at one location. */
export type StockPosition = Schemas['StockPosition'];
export type StockFigure = Schemas['StockFigure'];
/** An event that a stock figure is a sum of, with what stood after it. */
export type LedgerEntry = Schemas['LedgerEntry'];

export interface Place {
  readonly sku: string;
  readonly location: string;
}

/** All there is of a SKU, location by location. */
export const readPositions = (sku: string, moment: AskedMoment, signal: AbortSignal) =>
  everyEntry((cursor) =>
    told(api.GET('/v1/stock', { params: { query: { sku, ...moment, limit: 200, ...cursor } }, signal })),
  );

/** Straight from the ledger; nothing on hand where nobody told of any. */
export const readFigure = (path: Place, query: AskedMoment, signal: AbortSignal): Promise<StockFigure> =>
  told(api.GET('/v1/stock/{sku}/{location}', { params: { path, query }, signal }));

/** Entries of a ledger, oldest first. @param query version of the first, and how many */
export const readLedger = (
  path: Place,
  query: { readonly from: number; readonly limit: number },
  signal: AbortSignal,
) => told(api.GET('/v1/stock/{sku}/{location}/ledger', { params: { path, query }, signal }));

/** What can be sold of a SKU now, by location, and what does not count and why. */
export type Sellable = Schemas['SkuAvailability'];

/** @param channel as this one is told; all that can be sold where left out */
export const readSellable = (sku: string, channel: string | undefined, signal: AbortSignal) =>
  told(
    api.GET('/v1/availability', {
      params: { query: { sku, ...(channel !== undefined && { channel }) } },
      signal,
    }),
  ).then(({ items }) => items[0]);
