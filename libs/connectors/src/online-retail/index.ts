import type { InboundCloudEvent } from '@tributary/contracts';
import type { Connector, ImportOptions, ImportStep } from '../connector.ts';
import { ImportTally } from '../tally.ts';
import { looksLike } from '../unreadable-file.ts';
import { columnsOf } from './columns.ts';
import { InvoiceMapper } from './invoice-mapper.ts';
import type { OnlineRetailReport } from './invoice-mapper.ts';
import { OpenInvoices } from './open-invoices.ts';
import type { Invoice } from './open-invoices.ts';
import { csvRecords } from '../records.ts';
import { isReadable, rowReader } from './row.ts';
import type { Row, UnreadableRow } from './row.ts';

export type { OnlineRetailReport } from './invoice-mapper.ts';
export { CHANNEL, WAREHOUSE } from './event.ts';

const STEP_SIZE = 200;

/** Regroups rows into invoices and maps each as soon as it is complete. */
const importer = (source: string, tally: ImportTally, mapper: InvoiceMapper) => {
  const open = new OpenInvoices();
  const map = (invoices: readonly Invoice[]): InboundCloudEvent[] =>
    invoices.flatMap((invoice) => mapper.map(invoice, source));
  return {
    accept: (rowNumber: number, read: Row | UnreadableRow): InboundCloudEvent[] => {
      if (!isReadable(read)) {
        tally.skip(rowNumber, read.reason, read.money);
        return [];
      }
      const { complete, refused } = open.add(read);
      for (const { row, reason } of refused) tally.skip(row.row, reason, row.money);
      return complete.length === 0 ? [] : map(complete);
    },
    finish: (): InboundCloudEvent[] => map(open.rest()),
  };
};

async function* stepsOf(
  input: AsyncIterable<Uint8Array>,
  { source, charset, earlier }: ImportOptions,
  tally: ImportTally,
  mapper: InvoiceMapper,
): AsyncGenerator<ImportStep> {
  const { accept, finish } = importer(source, tally, mapper);
  let readRow: ReturnType<typeof rowReader> | undefined;
  let events: InboundCloudEvent[] = [];
  let rows = 0;
  for await (const record of csvRecords(input, charset)) {
    if (!readRow) {
      readRow = rowReader(
        'unreadable' in record ? columnsOf([], looksLike(record.bytes)) : columnsOf(record),
      );
      if (earlier) await mapper.recall(earlier);
      continue;
    }
    rows = tally.read();
    const made = accept(rows, 'unreadable' in record ? { reason: record.unreadable } : readRow(record, rows));
    if (made.length > 0) events.push(...made);
    if (events.length < STEP_SIZE) continue;
    yield { events, bad: [], rows };
    events = [];
  }
  // An input without a header lacks all columns.
  if (!readRow) columnsOf([]);
  events.push(...finish());
  for (let at = 0; at < events.length; at += STEP_SIZE) {
    yield { events: events.slice(at, at + STEP_SIZE), bad: [], rows };
  }
}

/**
 * The Online Retail II set (doi:10.24432/C5CG6D) as CSV, either year's header. The mapping is described in
 * `docs/guides/online-retail.md`.
 */
export const onlineRetail: Connector<OnlineRetailReport> = {
  format: 'online-retail',
  read(input, options) {
    const tally = new ImportTally();
    const mapper = new InvoiceMapper(tally);
    return {
      steps: stepsOf(input, options, tally, mapper),
      report: (): OnlineRetailReport => mapper.report(),
    };
  },
};
