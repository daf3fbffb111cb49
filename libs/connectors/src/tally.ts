import Big from 'big.js';
import type { InboundCloudEvent, ReturnReceived } from '@tributary/contracts';
import type { ImportReport, MonthAmount } from './connector.ts';

/** What a row is worth and when: minor units, and the part that rounding took away (exact − rounded). */
export interface RowMoney {
  month: string;
  minor: number;
  lostToRounding?: Big;
}

const LISTED_ROWS = 1_000;

type Sums = Map<string, { minor: number; rest: Big }>;

const add = (sums: Sums, { month, minor, lostToRounding }: RowMoney): void => {
  const sum = sums.get(month) ?? { minor: 0, rest: new Big(0) };
  sum.minor += minor;
  if (lostToRounding) sum.rest = sum.rest.plus(lostToRounding);
  sums.set(month, sum);
};

const byMonth = (sums: Sums): Record<string, MonthAmount> =>
  Object.fromEntries(
    [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { minor, rest }]) => [month, { minor, unrounded: rest.plus(minor).toFixed() }]),
  );

/** Of what passes through as it stands nothing is known yet but that it is JSON. */
const namesItsOrders = (data: unknown): boolean => {
  const { orderId, lines, charges } = (data ?? {}) as Partial<Record<keyof ReturnReceived, unknown>>;
  if (orderId !== undefined) return true;
  if (!Array.isArray(lines) || lines.length === 0) return false;
  if (Array.isArray(charges) && charges.length > 0) return false;
  return lines.every((line: { orderId?: unknown } | null) => line?.orderId !== undefined);
};

/** Counts what an import does. Every row that was read ends in exactly one of `apply` and `skip`. */
export class ImportTally {
  private rowsRead = 0;
  private rowsApplied = 0;
  private rowsSkipped = 0;
  private readonly reasons = new Map<string, number>();
  private readonly listed: { row: number; reason: string }[] = [];
  private readonly types = new Map<string, number>();
  private readonly applied: Sums = new Map();
  private readonly skipped: Sums = new Map();
  private returnsMatched = 0;
  private returnsUnmatched = 0;

  /** @returns the number of the row, from 1 */
  read(): number {
    return ++this.rowsRead;
  }

  apply(money?: RowMoney): void {
    this.rowsApplied += 1;
    if (money) add(this.applied, money);
  }

  skip(row: number, reason: string, money?: RowMoney): void {
    this.rowsSkipped += 1;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (this.listed.length < LISTED_ROWS) this.listed.push({ row, reason });
    if (money) add(this.skipped, money);
  }

  emit({ type, data }: InboundCloudEvent): void {
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
    if (type !== 'tributary.return.received.v1') return;
    if (namesItsOrders(data)) this.returnsMatched += 1;
    else this.returnsUnmatched += 1;
  }

  report(): ImportReport {
    return {
      rowsRead: this.rowsRead,
      rowsApplied: this.rowsApplied,
      rowsSkipped: this.rowsSkipped,
      skippedByReason: Object.fromEntries(this.reasons),
      skippedRows: [...this.listed],
      skippedRowsNotListed: this.rowsSkipped - this.listed.length,
      eventsByType: Object.fromEntries(this.types),
      ordersCreated: this.types.get('tributary.order.captured.v1') ?? 0,
      returnsMatched: this.returnsMatched,
      returnsUnmatched: this.returnsUnmatched,
      amountByMonth: byMonth(this.applied),
      skippedAmountByMonth: byMonth(this.skipped),
    };
  }
}
