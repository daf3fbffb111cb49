import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

export type StockDifferences = Schemas['StockDifferences'];
export type StockDifference = Schemas['StockDifference'];
export type RepairedStock = Schemas['RepairedStock'];
export type Repair = operations['repairStock']['requestBody']['content']['application/json'];
type Beliefs = operations['reconcileStock']['requestBody']['content']['text/csv'];

/** What is compared, and how. */
export interface Comparison {
  readonly file: File;
  /** The moment of rows that name none, UTC ISO 8601; now where left out. */
  readonly asOf?: string;
  /** A location of which the file names all stock. */
  readonly wholeLocation?: string;
}

const isLines = ({ name }: File): boolean => /\.(ndjson|jsonl)$/i.test(name);

/** What differs between a file and the stock. @throws ApiProblem where it is no list of stock */
export const compareStock = ({ file, ...query }: Comparison) =>
  told(
    api.POST('/v1/reconciliations/stock', {
      params: { query },
      headers: { 'Content-Type': isLines(file) ? 'application/x-ndjson' : 'text/csv' },
      // It goes as it lies there; what its rows say is read by the platform.
      body: file as unknown as Beliefs,
      bodySerializer: () => file,
    }),
  );

/** What stock would become, and which orders would lose their goods. */
export const previewRepair = (body: Repair) =>
  told(api.POST('/v1/reconciliations/stock/preview', { body })).then(({ items }) => items);

/** @param key the same for the same wish: sent again with it, it is recorded once */
export const repairStock = (body: Repair, key: string) =>
  told(
    api.POST('/v1/reconciliations/stock/repair', { params: { header: { 'Idempotency-Key': key } }, body }),
  ).then(({ items }) => items);
