import type { OrderFact } from './facts/index.ts';
import type { Method } from './inbound/shapes.ts';

interface Way {
  readonly lineId: string;
  readonly method: Method;
  readonly pickupAt?: string | undefined;
}

/**
 * The lines of an order after a fact, in how they reach the customer from then on: sourcing, the order
 * and its page agree on it. What a fulfilment holds already goes the way of that fulfilment.
 */
export const changeMethods = <L extends Way>(lines: readonly L[], fact: OrderFact): readonly L[] => {
  if (fact.type === 'tributary.order.changed.v1') return changedIn(lines, fact.data.lines);
  if (fact.type !== 'tributary.order.pickup-decided.v1' || fact.data.choice === 'wait') return lines;
  const { choice, pickupAt, lines: decided } = fact.data;
  const named = new Set<string>(decided.map(({ lineId }) => lineId));
  return lines.map((line) => {
    if (!named.has(line.lineId)) return line;
    const { pickupAt: _, ...rest } = line;
    return choice === 'ship'
      ? ({ ...rest, method: 'ship' } as L)
      : ({ ...rest, method: 'pickup', ...(pickupAt && { pickupAt }) } as L);
  });
};

const changedIn = <L extends Way>(lines: readonly L[], changed: readonly Way[]): readonly L[] => {
  const byLine = new Map(changed.map((line) => [line.lineId, line]));
  return lines.map((line) => {
    const now = byLine.get(line.lineId);
    if (!now) return line;
    const { pickupAt: _, ...rest } = line;
    return { ...rest, method: now.method, ...(now.pickupAt && { pickupAt: now.pickupAt }) } as L;
  });
};
