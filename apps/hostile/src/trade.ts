import { randomUUID } from 'node:crypto';
import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import type { Json } from './answer.ts';
import type { Target } from './target.ts';

/** An event as an integrator sends it, under an id of its own. */
export const event = <T extends InboundTypeName>(type: T, data: InboundInput<T>) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'urn:hostile',
  type,
  data,
});

export type OrderInput = InboundInput<'tributary.order.captured.v1'>;

/** One unit of a SKU, ordered on the web. */
export const order = (number: string, sku: string, more: Partial<OrderInput> = {}): OrderInput => ({
  channel: 'web',
  number,
  currency: 'EUR',
  lines: [{ lineId: '1', sku, quantity: 1, unitPrice: '10.00' }],
  ...more,
});

export const captured = (number: string, sku: string) =>
  event('tributary.order.captured.v1', order(number, sku));

export const place = 'hostile-dc';

/** Defines one place that ships, and puts so many units there; resolves once they can be seen. */
export const stock = async ({ ask, settled }: Target, sku: string, quantity: number): Promise<void> => {
  const location = {
    name: 'Warehouse',
    kind: 'warehouse',
    address: { country: 'DE' },
    capabilities: ['ship'],
  };
  const counted = event('tributary.stock.counted.v1', { sku, location: place, quantity });
  const answers = [
    await ask(`/v1/locations/${place}`, { method: 'PUT', json: location }),
    await ask('/v1/events', { json: [counted] }),
  ];
  if (!answers.every(({ status }) => status === 200 || status === 202))
    throw new Error(`No stock could be counted: ${answers.map(({ text }) => text).join(' ')}`);
  await settled();
};

/** Units of a SKU that are promised to orders. */
export const reservedOf = async ({ ask }: Target, sku: string): Promise<number> => {
  const { body } = await ask(`/v1/stock?sku=${encodeURIComponent(sku)}`);
  return (body.items as readonly { reserved: number }[]).reduce((sum, { reserved }) => sum + reserved, 0);
};

/** How often an order was placed, by its timeline. */
export const placedOf = async (target: Target, orderId: string): Promise<number> => {
  const items = await allOf(target, `/v1/orders/${encodeURIComponent(orderId)}/timeline`);
  return items.filter(({ type }) => type === 'tributary.order.placed.v2').length;
};

/** All items of a list, page after page; none where there is no such list. */
export const allOf = async ({ ask }: Target, path: string): Promise<readonly Json[]> => {
  const items: Json[] = [];
  for (let cursor = ''; ;) {
    const { body } = await ask(`${path}?limit=200${cursor && `&cursor=${cursor}`}`);
    items.push(...(body?.items ?? []));
    if (body?.next === undefined) return items;
    cursor = body.next;
  }
};
