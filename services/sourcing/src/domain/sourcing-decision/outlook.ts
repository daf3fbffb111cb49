import type { OrderId, SourcingInquiry, SourcingOutlook } from '@tributary/contracts';
import { type Known, destinationOf } from './asked.ts';
import { decideSourcing } from './decide-sourcing.ts';
import type { Sourcing } from './sourcing.ts';

/** Stands where an order has no id yet: nothing is recorded under it. */
export const notAnOrder = 'none.none' as OrderId;

/**
 * Where goods would come from if they were asked for now: what an order's next decision for them would be. Goods that
 * the order gives up for them are not counted, since somebody else may get them.
 * @param sourcing of the order that they are for, `notSourced` where there is none
 */
export const outlook = (
  { orderId = notAnOrder, channel, shipTo, lines }: SourcingInquiry,
  { attempt, excluded }: Pick<Sourcing, 'attempt' | 'excluded'>,
  { network, levels }: Known,
): SourcingOutlook => {
  const { fulfilments, outcome, ruleSet, unsourced, cost, candidates, others } = decideSourcing(
    {
      orderId,
      decisionId: orderId,
      attempt: attempt + 1,
      cause: 'placed',
      request: {
        channel,
        whenShort: 'backorder',
        ...(shipTo && { shipTo: destinationOf(shipTo) }),
        lines: lines.map((line) => ({ ...line, method: line.method ?? 'ship' })),
      },
      excluded: new Set(excluded),
    },
    network,
    levels,
  );
  return {
    // Nothing is decided later here: nobody holds an inquiry.
    outcome: outcome === 'deferred' ? 'unsourceable' : outcome,
    serves: fulfilments.map(({ fulfilmentId: _, ...serving }) => serving),
    unsourced,
    ruleSet,
    cost,
    candidates,
    ...(others && { others }),
  };
};
