import {
  type InventoryFact,
  type OrderFact,
  allThatLeft,
  issuedOfReserved,
  joinedNames,
  placeKeyOf,
  upcast,
} from '@tributary/contracts';
import type { Audit, Violation } from '@tributary/event-store';

/** What an order says of some units beside what inventory says of them. */
interface Said {
  order: number;
  inventory: number;
}

export interface AgreementAudit extends Audit {
  /** Where the two do not agree. To be asked once each service has handled what the other told. */
  disagreements(): Violation[];
}

/** Before a unit that left beyond its reservation was part of `issued`, an adjustment told of it in words. */
const issuedBeyond = /^issued for (.+) beyond its reservation$/;

/**
 * What two services decide apart and must agree on in the end.
 * `orders-hold-what-is-reserved`: what an order holds of a line is what inventory has reserved for it.
 * `told-twice-counts-once`: what left for an order has left stock, once, however often it was told.
 */
export const agreementAudit = (): AgreementAudit => {
  const held = new Map<string, Said>();
  const left = new Map<string, Said>();
  return {
    invariants: ['orders-hold-what-is-reserved', 'told-twice-counts-once'],
    see(service, recorded) {
      // Imported history is told as it was: no stock of today was held for it or left for it.
      if (recorded.metadata.imported) return [];
      const { type, data } = upcast(recorded);
      if (service === 'order') seeOrder({ type, data } as OrderFact, held, left);
      if (service === 'inventory') seeInventory({ type, data } as InventoryFact, held, left);
      return [];
    },
    disagreements: () => [
      ...differing(held, 'orders-hold-what-is-reserved', 'held', 'reserved'),
      ...differing(left, 'told-twice-counts-once', 'sold, shipped or handed over', 'taken out of stock'),
    ],
  };
};

const of = (saids: Map<string, Said>, key: string): Said => {
  let said = saids.get(key);
  if (!said) saids.set(key, (said = { order: 0, inventory: 0 }));
  return said;
};

const goodsKeyOf = (orderId: string, sku: string, location = ''): string =>
  joinedNames(' ', orderId, placeKeyOf(sku, location));

interface Units {
  readonly orderId: string;
  readonly fulfilmentId: string;
  readonly lineId: string;
  readonly quantity: number;
}

const hold = (held: Map<string, Said>, by: keyof Said, units: Units): void => {
  const { orderId, fulfilmentId, lineId, quantity } = units;
  const said = of(held, joinedNames('/', orderId, fulfilmentId, lineId));
  said[by] = Math.max(0, said[by] + quantity);
};

const seeOrder = (fact: OrderFact, held: Map<string, Said>, left: Map<string, Said>): void => {
  switch (fact.type) {
    case 'tributary.order.placed.v2': {
      const { orderId, location, lines, completedAt } = fact.data;
      if (completedAt && location)
        for (const { sku, quantity } of lines) of(left, goodsKeyOf(orderId, sku, location)).order += quantity;
      return;
    }
    case 'tributary.order.allocated.v1': {
      const { orderId, fulfilments } = fact.data;
      for (const { fulfilmentId, lines } of fulfilments)
        for (const { lineId, quantity } of lines)
          hold(held, 'order', { orderId, fulfilmentId, lineId, quantity });
      return;
    }
    case 'tributary.order.allocation-lost.v1':
    case 'tributary.order.fulfilment-shorted.v1': {
      const { orderId, fulfilmentId, lines } = fact.data;
      return letGo(
        held,
        orderId,
        lines.map((line) => ({ ...line, fulfilmentId })),
      );
    }
    case 'tributary.order.shipped.v1':
    case 'tributary.order.handed-over.v1': {
      const { orderId, fulfilmentId, lines, location, release = [] } = fact.data;
      letGo(held, orderId, [...lines.map((line) => ({ ...line, fulfilmentId })), ...release]);
      // Goods that another system sent from no stock of ours are in no ledger.
      for (const { sku, quantity } of location ? allThatLeft(fact.data) : [])
        of(left, goodsKeyOf(orderId, sku, location)).order += quantity;
      return;
    }
    case 'tributary.order.changed.v1':
    case 'tributary.order.cancelled.v1':
    case 'tributary.order.rejected.v1':
      return letGo(held, fact.data.orderId, fact.data.release);
    default:
  }
};

/** What an order holds no longer. */
const letGo = (held: Map<string, Said>, orderId: string, units: readonly Omit<Units, 'orderId'>[]): void => {
  for (const { fulfilmentId, lineId, quantity } of units)
    hold(held, 'order', { orderId, fulfilmentId, lineId, quantity: -quantity });
};

const seeInventory = (fact: InventoryFact, held: Map<string, Said>, left: Map<string, Said>): void => {
  switch (fact.type) {
    case 'tributary.inventory.reserved.v1':
      return hold(held, 'inventory', fact.data);
    case 'tributary.inventory.released.v1':
    case 'tributary.inventory.reservation-broken.v1':
      return hold(held, 'inventory', { ...fact.data, quantity: -fact.data.quantity });
    case 'tributary.inventory.issued.v1': {
      const { orderId, sku, location, quantity } = fact.data;
      hold(held, 'inventory', { ...fact.data, quantity: -issuedOfReserved(fact.data) });
      of(left, goodsKeyOf(orderId, sku, location)).inventory += quantity;
      return;
    }
    case 'tributary.inventory.sold.v1': {
      const { orderId, sku, location, delta } = fact.data;
      of(left, goodsKeyOf(orderId, sku, location)).inventory -= delta;
      return;
    }
    case 'tributary.inventory.adjusted.v1': {
      const { sku, location, delta, reason } = fact.data;
      const orderId = issuedBeyond.exec(reason)?.[1];
      if (orderId !== undefined) of(left, goodsKeyOf(orderId, sku, location)).inventory -= delta;
      return;
    }
    default:
  }
};

function* differing(
  saids: ReadonlyMap<string, Said>,
  invariant: string,
  ofOrder: string,
  ofInventory: string,
): Generator<Violation> {
  for (const [where, { order, inventory }] of saids) {
    if (order === inventory) continue;
    const problem = `${order} ${ofOrder} by the order, ${inventory} ${ofInventory}`;
    yield { invariant, position: 0, where, problem };
  }
}
