import type { z } from 'zod';
import { Channel, HoldReason, LocationId, Sku } from '../identifiers.ts';
import { orderQueues } from '../order-queues.ts';
import { orderStatuses } from '../order-status.ts';

/** How the values of a field are read. */
export type Kind =
  /** A name, whole or by its beginning; `lower` where its names have no capitals. */
  | { readonly kind: 'name'; readonly lower?: true; readonly whole?: z.ZodType<string> }
  | { readonly kind: 'one'; readonly of: readonly string[] }
  /** Major units of the order's own currency. */
  | { readonly kind: 'amount' }
  | { readonly kind: 'count' }
  | { readonly kind: 'period' }
  | { readonly kind: 'flag' };

/** What orders may be asked for by; `attr.<name>` is a field, too. */
export const orderFields = {
  channel: { kind: 'name', lower: true, whole: Channel },
  status: { kind: 'one', of: orderStatuses },
  kind: { kind: 'one', of: ['order', 'sale'] },
  placed: { kind: 'period' },
  due: { kind: 'period' },
  late: { kind: 'flag' },
  customer: { kind: 'name' },
  sku: { kind: 'name', whole: Sku },
  location: { kind: 'name', whole: LocationId },
  total: { kind: 'amount' },
  units: { kind: 'count' },
  lines: { kind: 'count' },
  paid: { kind: 'name', lower: true },
  carrier: { kind: 'name', lower: true },
  returned: { kind: 'flag' },
  imported: { kind: 'flag' },
  queue: { kind: 'one', of: orderQueues },
  hold: { kind: 'name', lower: true, whole: HoldReason },
  proposals: { kind: 'flag' },
  waiting: { kind: 'flag' },
  attribute: { kind: 'name' },
} as const satisfies Readonly<Record<string, Kind>>;

export type OrderField = keyof typeof orderFields;

/** How a field begins that is an attribute of the retailer's own. */
export const attributePrefix = 'attr.';
/** What an attribute is called. */
export const attributeName = /^[a-z][a-z0-9-]{0,39}$/;

export const fieldNames: readonly string[] = Object.keys(orderFields).map((name) =>
  name === 'attribute' ? `${attributePrefix}NAME` : name,
);
