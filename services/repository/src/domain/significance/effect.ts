import type { TimelinePolicy, TimelinePreview } from '@tributary/contracts';
import { type WeighedFact, leftOutBy } from './significance.ts';

/** An order with its facts, oldest first. */
export interface WeighedOrder {
  readonly orderId: string;
  readonly facts: readonly WeighedFact[];
}

const mostNamed = 5;

/** What a policy leaves out of the timelines of orders: by rule, and of which orders most. */
export const effectOf = (policy: TimelinePolicy, orders: readonly WeighedOrder[]): TimelinePreview => {
  const byRule = new Map(policy.rules.map(({ ruleId }) => [ruleId, new Map<string, number>()]));
  const weighed = orders.map(({ orderId, facts }) => {
    const leftOut = leftOutOf(policy, facts);
    for (const { ruleId, type } of leftOut) {
      const types = byRule.get(ruleId)!;
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    return { orderId, facts: facts.length, leftOut: leftOut.length };
  });
  const facts = weighed.reduce((sum, order) => sum + order.facts, 0);
  const leftOut = weighed.reduce((sum, order) => sum + order.leftOut, 0);
  return {
    orders: orders.length,
    facts,
    told: facts - leftOut,
    rules: [...byRule].map(([ruleId, types]) => ({ ruleId, ...countedOf(types, facts) })),
    most: weighed
      .filter((order) => order.leftOut > 0)
      .toSorted((a, b) => b.leftOut - a.leftOut)
      .slice(0, mostNamed),
  };
};

interface LeftOut {
  readonly ruleId: string;
  readonly type: string;
}

const leftOutOf = (policy: TimelinePolicy, facts: readonly WeighedFact[]): readonly LeftOut[] => {
  const before = new Set<string>();
  return facts.flatMap((fact) => {
    const ruleId = leftOutBy(policy, fact, before);
    before.add(fact.type);
    return ruleId === undefined ? [] : [{ ruleId, type: fact.type }];
  });
};

/** @param all facts of which these are a share */
const countedOf = (types: ReadonlyMap<string, number>, all: number) => {
  const facts = [...types.values()].reduce((sum, count) => sum + count, 0);
  return {
    facts,
    share: all === 0 ? 0 : Math.round((facts * 1_000) / all) / 10,
    types: [...types]
      .map(([type, count]) => ({ type, facts: count }))
      .toSorted((a, b) => b.facts - a.facts || (a.type < b.type ? -1 : 1)),
  };
};
