import {
  type OrderCaptured,
  type OrderId,
  type OrderPlaced,
  type PlacedLine,
  type SaleRecorded,
  lineAmount,
} from '@tributary/contracts';
import { serialsOf } from './serials.ts';
import type { Fitted } from './attributes/declared.ts';

/** Attributes of the message that belong to the order itself. */
export interface CaptureContext {
  readonly orderId: OrderId;
  /** When it happened, UTC ISO 8601. */
  readonly time: string;
  readonly businessDate?: string;
}

type Line = OrderCaptured['lines'][number] | SaleRecorded['lines'][number];

const placedLine = (
  line: Line,
  currency: string,
  method: PlacedLine['method'],
  promisedBy?: string,
): PlacedLine => ({
  lineId: line.lineId,
  sku: line.sku,
  ...(line.name && { name: line.name }),
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  amount: line.amount ?? lineAmount(line.unitPrice, line.quantity, currency),
  method,
  ...('pickupAt' in line && line.pickupAt && { pickupAt: line.pickupAt }),
  ...(promisedBy && { promisedBy: new Date(promisedBy).toISOString() }),
  ...('attributes' in line && line.attributes && { attributes: line.attributes }),
});

const place = (
  data: OrderCaptured | SaleRecorded,
  orderId: OrderId,
  lines: PlacedLine[],
  more: Pick<OrderPlaced, 'kind' | 'whenShort'> & Partial<OrderPlaced>,
): OrderPlaced => {
  const charges = data.charges ?? [];
  const total =
    lines.reduce((sum, { amount }) => sum + amount, 0) + charges.reduce((sum, { amount }) => sum + amount, 0);
  const { channel, number, currency, customer, payments = [] } = data;
  return {
    orderId,
    channel,
    number,
    currency,
    ...(customer && { customer }),
    lines,
    charges,
    payments,
    total,
    ...more,
  };
};

export const captureOrder = (
  data: Fitted,
  { orderId, businessDate }: CaptureContext,
  imported: boolean,
): OrderPlaced =>
  place(
    data,
    orderId,
    data.lines.map((line) =>
      placedLine(line, data.currency, line.method ?? 'ship', line.promisedBy ?? data.promisedBy),
    ),
    {
      kind: 'order',
      whenShort: data.whenShort ?? 'backorder',
      ...(data.shipTo && { shipTo: data.shipTo }),
      ...(businessDate && { businessDate }),
      ...(data.note && { note: data.note }),
      ...(data.attributes && { attributes: data.attributes }),
      ...(data.unfit && { unfit: [...data.unfit] }),
      ...(isSourcedElsewhere(data, imported) && { sourcing: 'elsewhere' }),
      ...(imported && data.completedAt && { completedAt: new Date(data.completedAt).toISOString() }),
    },
  );

/** What was complete when it was told is sourced nowhere. */
const isSourcedElsewhere = ({ sourcing, completedAt }: OrderCaptured, imported: boolean): boolean =>
  sourcing === 'elsewhere' || (imported && completedAt === undefined);

/** A till sale is complete when it is told: the goods were carried out. */
export const recordSale = (
  data: SaleRecorded,
  { orderId, time, businessDate }: CaptureContext,
): OrderPlaced =>
  place(
    data,
    orderId,
    data.lines.map((line) => placedLine(line, data.currency, 'carry-out')),
    {
      kind: 'sale',
      whenShort: 'backorder',
      location: data.location,
      completedAt: time,
      ...(businessDate && { businessDate }),
      ...serialsOf(data.lines, data.lines),
    },
  );
