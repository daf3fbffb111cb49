import type { Row } from './row.ts';

/** Rows of one invoice in the order of the file. */
export interface Invoice {
  number: string;
  rows: Row[];
}

interface OpenInvoice extends Invoice {
  lastRow: number;
  tooLarge: boolean;
}

/**
 * Invoices of the same minutes stand interleaved in the file; in the real one an invoice goes on up to 327
 * rows after its last row. It is taken as complete when this many rows have gone by without it.
 */
export const ROWS_UNTIL_COMPLETE = 2_000;
/** What one order can carry: 2,000 lines and 200 charges. */
const MAX_ROWS = 2_200;

export interface Regrouped {
  /** In the order of their first rows. */
  complete: Invoice[];
  refused: { row: Row; reason: string }[];
}

/** Puts the rows of each invoice together again, holding only the invoices that may still go on. */
export class OpenInvoices {
  private readonly open = new Map<string, OpenInvoice>();
  private readonly closed = new Set<string>();

  add(row: Row): Regrouped {
    const complete = this.closeUpTo(row.row - ROWS_UNTIL_COMPLETE);
    if (this.closed.has(row.invoice))
      return { complete, refused: [{ row, reason: 'invoice-continued-too-late' }] };
    const invoice = this.open.get(row.invoice) ?? this.start(row.invoice);
    invoice.lastRow = row.row;
    invoice.rows.push(row);
    if (!invoice.tooLarge && invoice.rows.length <= MAX_ROWS) return { complete, refused: [] };
    invoice.tooLarge = true;
    const refused = invoice.rows.map((held) => ({ row: held, reason: 'invoice-over-2000-lines' }));
    invoice.rows = [];
    return { complete, refused };
  }

  /** The invoices still open at the end of the input. */
  rest(): Invoice[] {
    return this.closeUpTo(Number.POSITIVE_INFINITY);
  }

  private start(number: string): OpenInvoice {
    const invoice: OpenInvoice = { number, rows: [], lastRow: 0, tooLarge: false };
    this.open.set(number, invoice);
    return invoice;
  }

  /** First come, first closed: a return must find the orders that began before it. */
  private closeUpTo(lastRow: number): Invoice[] {
    const complete: Invoice[] = [];
    for (const invoice of this.open.values()) {
      if (invoice.lastRow >= lastRow) break;
      this.open.delete(invoice.number);
      this.closed.add(invoice.number);
      if (invoice.rows.length > 0) complete.push(invoice);
    }
    return complete;
  }
}
