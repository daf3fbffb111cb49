import type { AllocatedLine, Fulfilment, LocationId, Sku } from '@tributary/contracts';
import { orderFact } from './messages.ts';

/** The order most specs speak of. */
export const orderId = 'web.100';

/** Units by line id. */
type Units = Readonly<Record<string, number>>;

interface PlacedWith {
  readonly whenShort?: 'backorder' | 'reject';
  readonly captured?: number;
  readonly sku?: (lineId: string) => string;
}

export const skuOf = (lineId: string): string => `SKU-${lineId}`;

/** That order, placed with these lines at 1.00 each; `captured` minor units were paid with it. */
export const placedWith = (
  lines: Units,
  { whenShort = 'backorder', captured, sku = skuOf }: PlacedWith = {},
) =>
  orderFact('tributary.order.placed.v2', {
    orderId,
    channel: 'web',
    number: '100',
    kind: 'order',
    currency: 'EUR',
    lines: Object.entries(lines).map(([lineId, quantity]) => ({
      lineId,
      sku: sku(lineId),
      quantity,
      unitPrice: '1.00',
      amount: quantity * 100,
      method: 'ship' as const,
    })),
    charges: [],
    payments:
      captured === undefined
        ? []
        : [{ paymentId: 'P0', method: 'card', amount: captured, status: 'captured' }],
    total: Object.values(lines).reduce((sum, quantity) => sum + quantity * 100, 0),
    whenShort,
  });

export const quantitiesOf = (lines: Units): AllocatedLine[] =>
  Object.entries(lines).map(([lineId, quantity]) => ({ lineId, sku: skuOf(lineId) as Sku, quantity }));

/** One location's part of it; the location is the last word of the fulfilment's id: `S1-leeds`. */
export const fulfilmentOf = (fulfilmentId: string, lines: Units): Fulfilment => ({
  fulfilmentId,
  location: locationOf(fulfilmentId),
  method: fulfilmentId.startsWith('P') ? 'pickup' : 'ship',
  lines: quantitiesOf(lines),
});

export const locationOf = (fulfilmentId: string): LocationId =>
  fulfilmentId.slice(fulfilmentId.indexOf('-') + 1) as LocationId;

/** The order took up these fulfilments: `{ 'S1-leeds': { 1: 5 }, 'P1-york': { 2: 1 } }`. */
export const allocatedTo = (fulfilments: Readonly<Record<string, Units>>, attempt = 1) =>
  orderFact('tributary.order.allocated.v1', {
    orderId,
    decisionId: `${orderId}/${attempt}`,
    attempt,
    fulfilments: Object.entries(fulfilments).map(([fulfilmentId, lines]) =>
      fulfilmentOf(fulfilmentId, lines),
    ),
  });
