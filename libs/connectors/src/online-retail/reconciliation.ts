import type { InboundCloudEvent, OrderCaptured, ReturnReceived } from '@tributary/contracts';
import type { ImportReconciliation } from '../connector.ts';
import { isChargeCode } from './codes.ts';
import { CURRENCY } from './row.ts';
import type { Row } from './row.ts';

/** Minor units: what invoices charge for goods and beside them, and what cancellations give back, net. */
interface Money {
  sales: number;
  charges: number;
  refunds: number;
}

const nothing = (): Money => ({ sales: 0, charges: 0, refunds: 0 });

/**
 * The money of an import, counted twice: from the rows that were applied, and from the events as they were
 * handed on. Neither sum knows of the other.
 */
export class Reconciliation {
  private readonly rows = nothing();
  private readonly events = nothing();

  /** @param cancels whether the row stands on a cancellation */
  addRow({ stock, money }: Row, cancels: boolean): void {
    if (cancels) this.rows.refunds -= money.minor;
    else if (stock.kind === 'charge') this.rows.charges += money.minor;
    else this.rows.sales += money.minor;
  }

  addEvent({ type, data }: InboundCloudEvent): void {
    if (type === 'tributary.order.captured.v1') this.addOrder(data as OrderCaptured);
    if (type === 'tributary.return.received.v1') this.addReturn(data as ReturnReceived);
  }

  report(): ImportReconciliation {
    const both = (figure: keyof Money) => ({ rows: this.rows[figure], events: this.events[figure] });
    const figures = { sales: both('sales'), charges: both('charges'), refunds: both('refunds') };
    const balanced = Object.values(figures).every(({ rows, events }) => rows === events);
    return { currency: CURRENCY, ...figures, balanced };
  }

  /** On an invoice of charges alone a charge stands as a line; by its code it is one still. */
  private addOrder({ lines, charges = [] }: OrderCaptured): void {
    for (const { sku, amount = 0 } of lines) this.events[isChargeCode(sku) ? 'charges' : 'sales'] += amount;
    for (const { amount } of charges) this.events.charges += amount;
  }

  private addReturn({ lines, charges = [] }: ReturnReceived): void {
    for (const { refund = 0 } of lines) this.events.refunds += refund;
    for (const { amount } of charges) this.events.refunds -= amount;
  }
}
