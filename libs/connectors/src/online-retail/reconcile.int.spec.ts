import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import Big from 'big.js';
import { CloudEventAttributes, inboundTypes, isInboundType } from '@tributary/contracts';
import type { InboundCloudEvent, OrderCaptured, ReturnReceived } from '@tributary/contracts';
import type { EarlierMessage } from '../connector.ts';
import { onlineRetail } from './index.ts';
import type { OnlineRetailReport } from './index.ts';

const folder = process.env['TRIBUTARY_REAL_DATA'];
const file = folder && join(folder, 'online_retail/online_retail_II_2009-12-01_2010-11-30.csv.zst');
const withRealData = file && existsSync(file) ? describe : describe.skip;

const bytes = (): Readable => {
  const unpacked = createZstdDecompress();
  pipeline(createReadStream(file!), unpacked, () => undefined);
  return unpacked;
};

interface Counts {
  rows: number;
  invoices: number;
  cancellations: number;
  /** Pence that cancellations give back. */
  refunds: number;
  writeOffs: number;
  /** Pence, each row rounded half-even. */
  minor: Record<string, number>;
  /** Millionths of a pound. */
  exact: Record<string, number>;
}

const MILLIONTHS_A_PENNY = 10_000;

/** Pence of an exact amount, half-even, in integers only. */
const toPence = (millionths: number): number => {
  const down = Math.floor(millionths / MILLIONTHS_A_PENNY);
  const rest = millionths - down * MILLIONTHS_A_PENNY;
  const up = rest > MILLIONTHS_A_PENNY / 2 || (rest === MILLIONTHS_A_PENNY / 2 && down % 2 !== 0);
  return up ? down + 1 : down;
};

/**
 * The figures of the file by another path: no CSV parser, no invoices, no events, integer millionths of a pound.
 * A row is a line here, and its last five fields hold no comma, so counting from the right skips the description.
 */
const count = async (): Promise<Counts> => {
  const invoices = new Set<string>();
  const counts: Counts = {
    rows: -1,
    invoices: 0,
    cancellations: 0,
    refunds: 0,
    writeOffs: 0,
    minor: {},
    exact: {},
  };
  for await (const line of createInterface({ input: bytes(), crlfDelay: Infinity })) {
    counts.rows += 1;
    if (counts.rows === 0) continue;
    const fields = line.split(',');
    const invoice = fields[0]!;
    const [quantity, date, price] = fields.slice(-5, -2) as [string, string, string];
    const month = date.slice(0, 7);
    invoices.add(invoice);
    if (!invoice.startsWith('C') && Number(quantity) < 0) counts.writeOffs += 1;
    const amount = Math.round(Number(price) * 1e6) * Number(quantity);
    if (!Number.isSafeInteger(amount)) throw new Error(`Too large to count: ${price} × ${quantity}`);
    if (invoice.startsWith('C')) counts.refunds -= toPence(amount);
    counts.minor[month] = (counts.minor[month] ?? 0) + toPence(amount);
    counts.exact[month] = (counts.exact[month] ?? 0) + amount;
  }
  counts.invoices = invoices.size;
  counts.cancellations = [...invoices].filter((invoice) => invoice.startsWith('C')).length;
  return counts;
};

/** What the events say of themselves: worth by month, what stays open of each order, which break their promise. */
class EventSums {
  readonly worth: Record<string, number> = {};
  readonly invoices = new Set<string>();
  readonly ids = new Set<string>();
  readonly broken: string[] = [];
  readonly overReturned: string[] = [];
  private readonly open = new Map<string, number>();
  private readonly paid = new Map<string, number>();

  add(event: InboundCloudEvent): void {
    const { id, type, data } = event;
    const schema = isInboundType(type) ? inboundTypes[type].data : undefined;
    if (!CloudEventAttributes.safeParse(event).success || !schema?.safeParse(data).success)
      this.broken.push(id);
    this.ids.add(id);
    this.invoices.add(id.split(':')[1]!.replace(/-.*/, ''));
    const month = event.businessdate!.slice(0, 7);
    this.worth[month] = (this.worth[month] ?? 0) + this.worthOf(type, data);
  }

  private worthOf(type: string, data: unknown): number {
    if (type === 'tributary.order.captured.v1') return this.bought(data as OrderCaptured);
    return type === 'tributary.return.received.v1' ? this.returned(data as ReturnReceived) : 0;
  }

  private bought({ number, total, lines, charges = [] }: OrderCaptured): number {
    this.paid.set(`online-retail.${number}`, total!);
    for (const { lineId, sku, quantity } of lines)
      this.open.set(`online-retail.${number}/${lineId}/${sku}`, quantity);
    return [...lines, ...charges].reduce((sum, { amount }) => sum + amount!, 0);
  }

  private returned({ orderId, lines, charges = [] }: ReturnReceived): number {
    const charged = charges.reduce((sum, { amount }) => sum + amount, 0);
    const worth = lines.reduce((sum, { refund }) => sum - refund!, charged);
    if (orderId !== undefined) this.take(this.paid, orderId, -charged);
    for (const { lineId, sku, quantity, refund, orderId: of = orderId } of lines) {
      if (of === undefined) continue;
      this.take(this.paid, of, refund!);
      this.take(this.open, `${of}/${lineId}/${sku}`, quantity);
    }
    return worth;
  }

  private take(from: Map<string, number>, key: string, some: number): void {
    const left = (from.get(key) ?? Number.NaN) - some;
    from.set(key, left);
    if (!(left >= 0)) this.overReturned.push(key);
  }
}

const importOnce = async (
  each: (event: InboundCloudEvent) => void,
  input: AsyncIterable<Uint8Array> = bytes(),
  earlier: readonly InboundCloudEvent[] = [],
): Promise<OnlineRetailReport> => {
  const run = onlineRetail.read(input, { source: 'urn:tributary:reconcile', earlier: recorded(earlier) });
  for await (const { events } of run.steps) events.forEach(each);
  return run.report();
};

async function* recorded(events: readonly InboundCloudEvent[]): AsyncGenerator<EarlierMessage> {
  for (const { type, time, data } of events) yield { type, time: time!, data };
}

/** The rows of some months as a file of their own. No invoice goes on over midnight. */
async function* rowsOf(isOf: (month: string) => boolean): AsyncGenerator<Uint8Array> {
  let header = true;
  for await (const line of createInterface({ input: bytes(), crlfDelay: Infinity })) {
    if (header || isOf(line.split(',').at(-4)!.slice(0, 7))) yield Buffer.from(`${line}\n`);
    header = false;
  }
}

withRealData('The Online Retail year, imported (TRIBUTARY_REAL_DATA)', () => {
  let counts: Counts;
  let report: OnlineRetailReport;
  const sums = new EventSums();
  let whole: string;

  beforeAll(async () => {
    counts = await count();
    const digest = createHash('sha256');
    report = await importOnce((event) => {
      digest.update(JSON.stringify(event));
      sums.add(event);
    });
    whole = digest.digest('hex');
  });

  it('accounts for every row, skipping only the three bad-debt rows', () => {
    expect(report.rowsRead).toBe(counts.rows);
    expect(report.rowsApplied + report.rowsSkipped).toBe(counts.rows);
    expect(report.skippedByReason).toEqual({ 'bad-debt': 3 });
  });

  it('accounts for every invoice', () => {
    expect(report.invoices).toBe(counts.invoices);
    expect(sums.invoices.size).toBe(counts.invoices - report.rowsSkipped);
    const cancelled = [...sums.invoices].filter((invoice) => invoice.startsWith('C'));
    expect(cancelled).toHaveLength(counts.cancellations);
    expect(report.eventsByType['tributary.stock.adjusted.v1']).toBe(counts.writeOffs);
  });

  it('has the amount of every month, to the penny and exactly', () => {
    const months = Object.keys(counts.minor);
    expect(months).toHaveLength(12);
    for (const month of months) {
      const applied = report.amountByMonth[month]!;
      const skipped = report.skippedAmountByMonth[month] ?? { minor: 0, unrounded: '0' };
      expect([month, applied.minor + skipped.minor]).toEqual([month, counts.minor[month]]);
      const exact = new Big(applied.unrounded).plus(skipped.unrounded).times(MILLIONTHS_A_PENNY);
      expect([month, exact.toNumber()]).toEqual([month, counts.exact[month]]);
      expect([month, sums.worth[month]]).toEqual([month, applied.minor]);
    }
  });

  it('has the money of the rows in the events: sales, charges, and refunds as the file counts them', () => {
    const { sales, charges, refunds, balanced } = report.reconciliation!;
    expect(balanced).toBe(true);
    expect(refunds.events).toBe(counts.refunds);
    const worth = Object.values(sums.worth).reduce((sum, month) => sum + month, 0);
    expect(sales.events + charges.events - refunds.events).toBe(worth);
  });

  it('gives only events that keep the promise of their type, each id once', () => {
    expect(sums.broken).toEqual([]);
    expect(sums.ids.size).toBe(Object.values(report.eventsByType).reduce((sum, some) => sum + some, 0));
  });

  it('never returns more of a line than was bought, nor more than was paid', () => {
    expect(sums.overReturned).toEqual([]);
  });

  it('gives the same events when it is run again', async () => {
    const again = createHash('sha256');
    await importOnce((event) => void again.update(JSON.stringify(event)));
    expect(again.digest('hex')).toBe(whole);
  });

  it('gives the same events in two files, and again where they overlap', async () => {
    const halves = createHash('sha256');
    const told: InboundCloudEvent[] = [];
    const tell = (event: InboundCloudEvent) => {
      halves.update(JSON.stringify(event));
      told.push(event);
    };
    await importOnce(
      tell,
      rowsOf((month) => month < '2010-06'),
    );
    await importOnce(
      tell,
      rowsOf((month) => month >= '2010-06'),
      [...told],
    );
    expect(halves.digest('hex')).toBe(whole);
    const overlapping = createHash('sha256');
    await importOnce(
      (event) => void overlapping.update(JSON.stringify(event)),
      bytes(),
      told.slice(0, 9_000),
    );
    expect(overlapping.digest('hex')).toBe(whole);
  });
});
