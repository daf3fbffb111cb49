import { csvRows, isEncoding, ndjsonRows } from '@tributary/connectors';
import { StockBelief, StockBeliefs } from '@tributary/contracts';
import { type RowForms, rowsOf } from '@tributary/http';
import type { FastifyRequest } from 'fastify';
import type { BelievedRow } from '../../use-cases/stock-reconciliation.ts';

const figures = ['onHand', 'available', 'reserved'];
const columns = {
  known: ['sku', 'location', ...figures, 'asOf'],
  required: ['sku', 'location'],
  numbers: figures,
};
const forms: RowForms<StockBelief> = {
  row: StockBelief,
  list: StockBeliefs,
  csv: (file, charset) => csvRows(file, columns, charset),
  ndjson: ndjsonRows,
  isEncoding,
  most: 50_000,
};

/** What a request says that others believe of stock. */
export const believedRows = (request: FastifyRequest): Promise<readonly BelievedRow[]> =>
  rowsOf(request, forms);
