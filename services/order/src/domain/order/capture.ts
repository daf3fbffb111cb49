import {
  type OrderCaptured,
  type OrderPlaced,
  type PlacedLine,
  type SaleRecorded,
  lineAmount,
  orderIdOf,
} from '@tributary/contracts';
import type { OrderEvent } from './order-event.ts';

/** Attributes of the message that belong to the order itself. */
export interface CaptureContext {
  /** When it happened, UTC ISO 8601. */
  readonly time: string;
  readonly businessDate?: string;
}

type Line = OrderCaptured['lines'][number] | SaleRecorded['lines'][number];

const placedLine = (line: Line, currency: string, method: PlacedLine['method']): PlacedLine => ({
  lineId: line.lineId,
  sku: line.sku,
  ...(line.name && { name: line.name }),
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  amount: line.amount ?? lineAmount(line.unitPrice, line.quantity, currency),
  method,
  ...('pickupAt' in line && line.pickupAt && { pickupAt: line.pickupAt }),
});

const place = (
  data: OrderCaptured | SaleRecorded,
  lines: PlacedLine[],
  more: Pick<OrderPlaced, 'kind' | 'whenShort'> & Partial<OrderPlaced>,
): OrderEvent => {
  const charges = data.charges ?? [];
  const total =
    lines.reduce((sum, { amount }) => sum + amount, 0) + charges.reduce((sum, { amount }) => sum + amount, 0);
  const { channel, number, currency, customer, payments = [] } = data;
  return {
    type: 'tributary.order.placed.v2',
    data: {
      orderId: orderIdOf(channel, number),
      channel,
      number,
      currency,
      ...(customer && { customer }),
      lines,
      charges,
      payments,
      total,
      ...more,
    },
  };
};

export const captureOrder = (
  data: OrderCaptured,
  { businessDate }: CaptureContext,
  imported: boolean,
): OrderEvent =>
  place(
    data,
    data.lines.map((line) => placedLine(line, data.currency, line.method ?? 'ship')),
    {
      kind: 'order',
      whenShort: data.whenShort ?? 'backorder',
      ...(data.shipTo && { shipTo: data.shipTo }),
      ...(businessDate && { businessDate }),
      ...(data.note && { note: data.note }),
      ...(imported && data.completedAt && { completedAt: new Date(data.completedAt).toISOString() }),
    },
  );

/** A till sale is complete when it is told: the goods were carried out. */
export const recordSale = (data: SaleRecorded, { time, businessDate }: CaptureContext): OrderEvent =>
  place(
    data,
    data.lines.map((line) => placedLine(line, data.currency, 'carry-out')),
    {
      kind: 'sale',
      whenShort: 'backorder',
      location: data.location,
      completedAt: time,
      ...(businessDate && { businessDate }),
    },
  );
