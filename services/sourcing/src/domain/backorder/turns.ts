import type { Fulfilment, LocationId, Sku } from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import { wouldGet } from '../sourcing-decision/asked.ts';
import type { StockLevels } from '../sourcing-decision/candidates.ts';
import type { Sourcing } from '../sourcing-decision/sourcing.ts';
import type { WaitingOrder } from './queue.ts';

/** Units of one SKU that can still be given out, by location. */
export interface Units {
  readonly sku: Sku;
  readonly at: ReadonlyMap<LocationId, number>;
}

export const unitsOf = (sku: Sku, { locations }: Network, levels: StockLevels): Units => ({
  sku,
  at: new Map([...levels(sku)].filter(([location]) => locations.has(location))),
});

export const isAnyLeft = ({ at }: Units): boolean => [...at.values()].some((units) => units > 0);

/** Levels of these units alone. */
export const levelsOf =
  ({ sku, at }: Units): StockLevels =>
  (asked) =>
    asked === sku ? at : nothing;

const nothing: Units['at'] = new Map();

/**
 * What a waiting order leaves to those behind it: nothing of what it would get itself. It holds no
 * more back than that: stock that cannot serve it, too far or for pickup elsewhere, is free.
 */
export const leftBehind = (
  { orderId, lines }: WaitingOrder,
  restocked: ReadonlySet<LocationId>,
  sourcing: Sourcing,
  network: Network,
  units: Units,
): Units => {
  const levels = levelsOf(units);
  return wouldGet(orderId, lines, restocked, sourcing, { network, levels }).reduce(without, units);
};

const without = ({ sku, at }: Units, { location, lines }: Fulfilment): Units => {
  const taken = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return { sku, at: new Map(at).set(location, Math.max(0, (at.get(location) ?? 0) - taken)) };
};
