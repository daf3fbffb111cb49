import { products } from './catalogue.ts';
import { type Message, message } from './message.ts';

/** Messages as real systems send them on a bad day. None can be taken in: each ends in quarantine with its reason. */
export const brokenMessages = (edition: string): readonly Record<string, unknown>[] => {
  const event = (id: string, source: string, type: string, data: unknown) => ({
    specversion: '1.0',
    id: `broken-${id}${edition}`,
    source: `urn:sample:${source}`,
    type,
    data,
  });
  const line = { lineId: '1', sku: products[0]!.sku, quantity: 1, unitPrice: products[0]!.price };
  const order = { channel: 'web', number: '199001', currency: 'EUR', lines: [line] };
  return [
    event('quantity', 'shop:web', 'tributary.order.captured.v1', {
      ...order,
      lines: [{ ...line, quantity: 0 }],
    }),
    event('price', 'shop:app', 'tributary.order.captured.v1', {
      ...order,
      channel: 'app',
      lines: [{ ...line, unitPrice: 59.9 }],
    }),
    event('spelling', 'shop:web', 'tributary.order.captured.v1', { ...order, curency: 'EUR' }),
    event('type', 'erp', 'tributary.invoice.posted.v1', { invoice: 'RE-2201', amount: 11900 }),
    event('no-order', 'wms:WH-LYON', 'tributary.shipment.dispatched.v1', {
      fulfilmentId: 'S1-WH-LYON',
      shipmentId: 'SH-1',
    }),
    event('count', 'store:ST-MADRID', 'tributary.stock.counted.v1', {
      sku: products[1]!.sku,
      location: 'ST-MADRID',
      quantity: '12',
    }),
    event('address', 'crm', 'tributary.customer.updated.v1', {
      id: 'C-10001',
      addresses: { city: 'Köln', country: 'DE' },
    }),
    // Another system's idea of an event.
    { event: 'order_created', order_id: `broken-${edition}7781`, total: '45.00' },
  ];
};

/** Goods that came back without anyone knowing from which order. */
export const blindReturns = (at: number, edition: string): Message[] =>
  (
    [
      ['ST-BERLIN', 'No receipt', 3],
      ['ST-DUBLIN', 'Present, bought elsewhere', 14],
    ] as const
  ).map(([location, reason, index], order) =>
    message(
      'tributary.return.received.v1',
      `pos:${location}`,
      `blind-return-${index}${edition}`,
      at + order * 600_000,
      {
        returnId: `RMA-BLIND-${index}${edition}`,
        location,
        currency: 'EUR',
        lines: [
          { sku: products[index]!.sku, name: products[index]!.name, quantity: 1, disposition: 'restock' },
        ],
        reason,
      },
    ),
  );
