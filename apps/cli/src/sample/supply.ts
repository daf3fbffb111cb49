import { carries, inDemand, openingQuantity, products } from './catalogue.ts';
import { chanceOf } from './chance.ts';
import { type Message, message } from './message.ts';
import { stores, warehouses } from './network.ts';
import type { SampleOrder } from './orders.ts';

/** What the stock rooms report beside the orders: now and then one of these. */
export const stockRoomMessage = (seed: number, index: number, at: number, edition: string): Message => {
  const chance = chanceOf(seed, 'stock room', index);
  const warehouse = chance.one(warehouses);
  const shop = chance.one(stores);
  const id = (what: string) => `${what}-${index}${edition}`;
  const { sku } = inDemand(chance);
  const purchaseOrder = `PO-${4500 + index}`;
  const shelf = products.slice(80).filter((product) => carries(shop, product));
  switch (chance.one(['received', 'expected', 'counted', 'adjusted', 'moved'] as const)) {
    case 'received': {
      const received = { sku, location: warehouse.locationId, quantity: chance.whole(20, 80), purchaseOrder };
      return message(
        'tributary.stock.received.v1',
        `wms:${warehouse.locationId}`,
        id('received'),
        at,
        received,
      );
    }
    case 'expected': {
      const expectedAt = new Date(at + chance.whole(1, 9) * 24 * 3_600_000).toISOString();
      const expected = {
        sku,
        location: warehouse.locationId,
        purchaseOrder,
        quantity: chance.whole(40, 120),
        expectedAt,
      };
      return message('tributary.supply.expected.v1', 'erp', id('expected'), at, expected);
    }
    case 'counted': {
      // A slow seller: what was there at the start, or one less.
      const product = chance.one(shelf);
      const quantity = Math.max(0, openingQuantity(seed, shop, product, 1) - chance.whole(0, 1));
      const counted = { sku: product.sku, location: shop.locationId, quantity };
      return message('tributary.stock.counted.v1', `store:${shop.locationId}`, id('counted'), at, counted);
    }
    case 'adjusted': {
      const adjusted = {
        sku: chance.one(shelf).sku,
        location: shop.locationId,
        delta: -1,
        reason: 'broken on display',
      };
      return message('tributary.stock.adjusted.v1', `store:${shop.locationId}`, id('adjusted'), at, adjusted);
    }
    case 'moved': {
      const carried = products.filter((product) => carries(shop, product));
      const moved = {
        sku: inDemand(chance, carried).sku,
        from: warehouse.locationId,
        to: shop.locationId,
        quantity: chance.whole(4, 10),
        reason: 'replenishment',
      };
      return message('tributary.stock.moved.v1', `wms:${warehouse.locationId}`, id('moved'), at, moved);
    }
  }
};

/** Goods come in about as fast as they are sold: without this a demo left running would sell out. */
export const replenishment = (order: SampleOrder, seed: number): Message[] => {
  const every = 8;
  const chance = chanceOf(seed, 'replenishment', order.orderId);
  return order.lines
    .filter(() => chance.happens(1 / every))
    .map(({ sku, quantity, lineId, pickupAt }) => {
      const location = order.soldAt ?? pickupAt ?? chance.one(warehouses).locationId;
      const received = { sku, location, quantity: quantity * every };
      return message(
        'tributary.stock.received.v1',
        `stock:${location}`,
        `restock-${order.orderId}-${lineId}`,
        order.at,
        received,
      );
    });
};
