import type { InboundCloudEvent, ReturnReceived } from '@tributary/contracts';
import type { EarlierMessage, ImportReport } from '../connector.ts';
import type { ImportTally } from '../tally.ts';
import { countryCode } from './countries.ts';
import { recall } from './earlier-files.ts';
import { isFree } from './event.ts';
import type { Mapped } from './event.ts';
import type { Invoice } from './open-invoices.ts';
import { mapOrder } from './order.ts';
import { Reconciliation } from './reconciliation.ts';
import { mapReturn } from './return.ts';
import type { Row } from './row.ts';
import { Unreturned } from './unreturned.ts';

export interface OnlineRetailReport extends ImportReport {
  /** Distinct invoice numbers among the readable rows, less those over the bounds. */
  invoices: number;
  /** Invoices that carry more than one time stamp; the first one counts. */
  invoicesWithSeveralTimes: number;
  /** Orders made of charges alone, whose charges became lines. */
  serviceOrders: number;
  /** Orders of nobody at no price: rather stock found than goods sold, but the file does not say so. */
  freeGuestOrders: number;
  /** Orders without an address because their country has no ISO code, by the file's name. */
  ordersWithoutCountry: Record<string, number>;
}

const BAD_DEBT = /^A\d/;
const CANCELLATION = /^C\d/;

/** The times and the customer of an invoice are those of its event: what is matched by them is told by it. */
const asOne = ({ number, rows }: Invoice): Invoice => {
  const { at } = rows[0]!;
  const customer = rows.find((row) => row.customer !== undefined)?.customer;
  const isSame = (row: Row) => row.at.utc === at.utc && row.customer === customer;
  return {
    number,
    rows: rows.map((row) => (isSame(row) ? row : { ...row, at, ...(customer && { customer }) })),
  };
};

/** Maps complete invoices in the order of the file, and counts. */
export class InvoiceMapper {
  private readonly tally: ImportTally;
  private readonly reconciliation = new Reconciliation();
  private readonly unreturned = new Unreturned();
  private toldBefore = new Map<string, ReturnReceived>();
  private invoices = 0;
  private invoicesWithSeveralTimes = 0;
  private serviceOrders = 0;
  private freeGuestOrders = 0;
  private readonly ordersWithoutCountry = new Map<string, number>();

  constructor(tally: ImportTally) {
    this.tally = tally;
  }

  /** Before the first invoice is mapped: what earlier files told. */
  async recall(earlier: AsyncIterable<EarlierMessage>): Promise<void> {
    this.toldBefore = await recall(earlier, this.unreturned);
  }

  map(read: Invoice, source: string): InboundCloudEvent[] {
    this.invoices += 1;
    if (read.rows.some(({ at }) => at.utc !== read.rows[0]!.at.utc)) this.invoicesWithSeveralTimes += 1;
    const invoice = asOne(read);
    const { events, skipped } = this.mapped(invoice, source);
    const refused = new Map(skipped.map(({ row, reason }) => [row, reason]));
    for (const row of invoice.rows) {
      const reason = refused.get(row);
      if (reason === undefined) this.apply(row);
      else this.tally.skip(row.row, reason, row.money);
    }
    for (const event of events) this.emit(event);
    if (events[0]?.type === 'tributary.order.captured.v1') this.countOrder(invoice);
    return events;
  }

  report(): OnlineRetailReport {
    return {
      ...this.tally.report(),
      reconciliation: this.reconciliation.report(),
      invoices: this.invoices,
      invoicesWithSeveralTimes: this.invoicesWithSeveralTimes,
      serviceOrders: this.serviceOrders,
      freeGuestOrders: this.freeGuestOrders,
      ordersWithoutCountry: Object.fromEntries(this.ordersWithoutCountry),
    };
  }

  private apply(row: Row): void {
    this.tally.apply(row.money);
    this.reconciliation.addRow(row, CANCELLATION.test(row.invoice));
  }

  private emit(event: InboundCloudEvent): void {
    this.tally.emit(event);
    this.reconciliation.addEvent(event);
  }

  /** A bad debt is a matter of the ledger: nothing was sold and nothing came back, so there is no event for it. */
  private mapped(invoice: Invoice, source: string): Mapped {
    if (BAD_DEBT.test(invoice.number)) {
      return { events: [], skipped: invoice.rows.map((row) => ({ row, reason: 'bad-debt' })) };
    }
    if (CANCELLATION.test(invoice.number))
      return mapReturn(invoice, source, this.unreturned, this.toldBefore.get(invoice.number));
    return mapOrder(invoice, source, this.unreturned);
  }

  private countOrder({ rows }: Invoice): void {
    if (rows.every(({ stock }) => stock.kind === 'charge')) this.serviceOrders += 1;
    if (rows.every((row) => isFree(row) && row.customer === undefined)) this.freeGuestOrders += 1;
    const { country } = rows[0]!;
    if (countryCode(country) !== undefined) return;
    this.ordersWithoutCountry.set(country, (this.ordersWithoutCountry.get(country) ?? 0) + 1);
  }
}
