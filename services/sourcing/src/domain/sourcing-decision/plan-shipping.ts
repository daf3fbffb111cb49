import type { RuleSet } from '@tributary/contracts';
import type { Eligible, RequestLine } from './candidates.ts';
import { type ShipPlan, packageCost, planCheaply, unitCost } from './plan.ts';

/** Locations among which a plan within the limit is searched for: every choice of them is tried. */
const searched = 12;

/**
 * The cheapest complete plan for shipped lines, by at most as many fulfilments as the rule set
 * allows. When no such plan is found, goods go out in more parcels rather than not at all.
 */
export const planShipping = (
  lines: readonly RequestLine[],
  eligible: readonly Eligible[],
  ruleSet: RuleSet,
): ShipPlan => {
  const plan = planCheaply(lines, eligible, ruleSet);
  const { maxFulfilments } = ruleSet.constraints;
  if (usedBy(plan, eligible).length <= maxFulfilments) return plan;
  const most = eligible.toSorted((a, b) => unitsOf(b) - unitsOf(a)).slice(0, searched);
  const among = eligible.filter((one) => most.includes(one));
  const plans = choices(among, maxFulfilments)
    .filter((chosen) => servesAsMuch(chosen, eligible, lines))
    .map((chosen) => planCheaply(lines, chosen, ruleSet));
  const cost = (one: ShipPlan) => costOf(one, eligible, ruleSet);
  return (
    plans.reduce<ShipPlan | undefined>(
      (best, one) => (best && cost(best) <= cost(one) ? best : one),
      undefined,
    ) ?? plan
  );
};

const usedBy = ({ shares }: ShipPlan, eligible: readonly Eligible[]): Eligible[] =>
  eligible.filter((one) => shares.some(({ location }) => location.locationId === one.location.locationId));

const unitsOf = ({ stock }: Eligible): number => [...stock.values()].reduce((sum, units) => sum + units, 0);

/** Every choice of so many of them, in order. */
const choices = <T>(items: readonly T[], size: number): T[][] => {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    choices(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
};

/** Whether some locations together have all that is asked for, or as much of it as all locations have. */
const servesAsMuch = (
  chosen: readonly Eligible[],
  all: readonly Eligible[],
  lines: readonly RequestLine[],
): boolean =>
  [...Map.groupBy(lines, ({ sku }) => sku).values()].every((same) => {
    const wanted = same.reduce((sum, { quantity }) => sum + quantity, 0);
    const there = (at: readonly Eligible[]) =>
      at.reduce((sum, { stock }) => sum + (stock.get(same[0]!.lineId) ?? 0), 0);
    return there(chosen) >= Math.min(wanted, there(all));
  });

const costOf = (plan: ShipPlan, eligible: readonly Eligible[], ruleSet: RuleSet): number => {
  const units = plan.shares.reduce(
    (sum, { location, quantity }) => sum + unitCost(ruleSet, location, quantity),
    0,
  );
  return usedBy(plan, eligible).reduce((sum, { distanceKm }) => {
    const { packages, distance } = packageCost(ruleSet, distanceKm);
    return sum + packages + distance;
  }, units);
};
