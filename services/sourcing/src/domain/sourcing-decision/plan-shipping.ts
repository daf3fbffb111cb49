import type { RuleSet } from '@tributary/contracts';
import type { Eligible, Eligibles, RequestLine } from './candidates.ts';
import { type ShipPlan, packageCost, planCheaply, unitCost } from './plan.ts';

/** Locations among which a plan within the limit is searched for: every choice of them is tried. */
const searched = 12;

/**
 * The cheapest complete plan for shipped lines, by at most as many fulfilments as the rule set
 * allows. When no such plan is found, goods go out in more parcels rather than not at all.
 */
export const planShipping = (
  lines: readonly RequestLine[],
  eligible: Eligibles,
  ruleSet: RuleSet,
): ShipPlan => {
  const plan = planCheaply(lines, eligible, ruleSet);
  const { maxFulfilments } = ruleSet.constraints;
  if (usedBy(plan, eligible.all).length <= maxFulfilments) return plan;
  const units = unitsByLocation(lines, eligible);
  const most = eligible.all.toSorted((a, b) => (units.get(b) ?? 0) - (units.get(a) ?? 0)).slice(0, searched);
  const among = eligible.all.filter((one) => most.includes(one));
  const wanted = servedAtMost(lines, eligible);
  const plans = choices(among, maxFulfilments)
    .filter((chosen) => [...wanted].every(([sku, quantity]) => unitsOfSku(chosen, sku) >= quantity))
    .map((chosen) => planCheaply(lines, { all: chosen, having: () => chosen }, ruleSet));
  const cost = (one: ShipPlan) => costOf(one, eligible.all, ruleSet);
  return (
    plans.reduce<ShipPlan | undefined>(
      (best, one) => (best && cost(best) <= cost(one) ? best : one),
      undefined,
    ) ?? plan
  );
};

const usedBy = ({ shares }: ShipPlan, eligible: readonly Eligible[]): Eligible[] => {
  const used = new Set(shares.map(({ location }) => location.locationId));
  return eligible.filter(({ location }) => used.has(location.locationId));
};

/** Units that each location has of all lines together. */
const unitsByLocation = (
  lines: readonly RequestLine[],
  eligible: Eligibles,
): ReadonlyMap<Eligible, number> => {
  const units = new Map<Eligible, number>();
  for (const { sku } of lines)
    for (const one of eligible.having(sku)) units.set(one, (units.get(one) ?? 0) + one.stock(sku));
  return units;
};

const unitsOfSku = (at: readonly Eligible[], sku: string): number =>
  at.reduce((sum, { stock }) => sum + stock(sku), 0);

/** Every choice of so many of them, in order. */
const choices = <T>(items: readonly T[], size: number): T[][] => {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    choices(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
};

/** Of each SKU all that is asked for, or as much of it as all locations together have. */
const servedAtMost = (lines: readonly RequestLine[], eligible: Eligibles): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(lines, ({ sku }) => sku)].map(([sku, same]) => {
      const wanted = same.reduce((sum, { quantity }) => sum + quantity, 0);
      return [sku, Math.min(wanted, unitsOfSku(eligible.having(sku), sku))];
    }),
  );

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
