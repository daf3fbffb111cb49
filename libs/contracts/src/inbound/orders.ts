import { z } from 'zod';
import {
  Address, Amount, Channel, Charge, Currency, Customer, FulfilmentLine, LocationId, OrderId, OrderLine, OrderNumber,
  Payment, Text, Timestamp,
} from './shapes.ts';

const lines = z.array(OrderLine).min(1).max(2_000);

/** An order as its channel captured it. The order's id is `<channel>.<number>`. */
export const OrderCaptured = z.strictObject({
  channel: Channel,
  number: OrderNumber,
  currency: Currency,
  customer: Customer.optional(),
  shipTo: Address.optional(),
  lines,
  charges: z.array(Charge).max(200).optional(),
  payments: z.array(Payment).max(50).optional(),
  /** The channel's own total in minor units; when given it must equal lines + charges. */
  total: Amount.optional(),
  /** What to do when stock is short: keep the missing lines waiting, or refuse the whole order. */
  whenShort: z.enum(['backorder', 'reject']).optional(),
  /** Only on imported history: the order was complete then. */
  completedAt: Timestamp.optional(),
  note: Text(2_000).optional(),
});
export type OrderCaptured = z.infer<typeof OrderCaptured>;

/** A sale rung up at a till: already paid for and carried out, unless a line says otherwise. */
export const SaleRecorded = z.strictObject({
  channel: Channel,
  number: OrderNumber,
  location: LocationId,
  currency: Currency,
  customer: Customer.optional(),
  lines: z.array(OrderLine.omit({ method: true, pickupAt: true })).min(1).max(2_000),
  charges: z.array(Charge).max(200).optional(),
  payments: z.array(Payment).max(50).optional(),
  total: Amount.optional(),
});
export type SaleRecorded = z.infer<typeof SaleRecorded>;

/** A change the customer or a CSR asks for after submission. */
export const ChangeRequested = z.strictObject({
  orderId: OrderId,
  change: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('deliver-to'), shipTo: Address })]),
  reason: Text(300).optional(),
});

export const CancelRequested = z.strictObject({
  orderId: OrderId,
  /** Left out, everything not yet handed over or shipped is cancelled. */
  lines: z.array(FulfilmentLine).min(1).max(2_000).optional(),
  reason: Text(300).optional(),
});
