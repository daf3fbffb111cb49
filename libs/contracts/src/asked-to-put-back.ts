import type { OrderFact } from './facts/index.ts';
import type { ReservedQuantity } from './facts/order.ts';

interface Units {
  readonly fulfilmentId: string;
  readonly lineId: string;
  readonly quantity: number;
}

/**
 * What locations are still asked to put back after a fact: the order and its page agree on it. The question is
 * over for units that were put back, are said to be too late, left, or went missing.
 */
export const changeAskedToPutBack = <U extends Units>(
  asked: readonly U[],
  fact: OrderFact,
): readonly (U | ReservedQuantity)[] => {
  switch (fact.type) {
    case 'tributary.order.cancel-asked.v1':
      return [...asked, ...fact.data.lines];
    case 'tributary.order.cancel-declined.v1':
    case 'tributary.order.cancelled.v1':
      return without(asked, 'release' in fact.data ? fact.data.release : fact.data.lines);
    case 'tributary.order.shipped.v1':
    case 'tributary.order.handed-over.v1':
    case 'tributary.order.fulfilment-shorted.v1':
    case 'tributary.order.allocation-lost.v1': {
      const { fulfilmentId, lines } = fact.data;
      return without(
        asked,
        lines.map((line) => ({ ...line, fulfilmentId })),
      );
    }
    default:
      return asked;
  }
};

const without = <U extends Units>(asked: readonly U[], units: readonly Units[]): readonly U[] =>
  units.reduce((rest, over) => {
    let left = over.quantity;
    return rest.flatMap((one) => {
      if (one.fulfilmentId !== over.fulfilmentId || one.lineId !== over.lineId) return [one];
      const taken = Math.min(left, one.quantity);
      left -= taken;
      return taken === one.quantity ? [] : [{ ...one, quantity: one.quantity - taken }];
    });
  }, asked);
