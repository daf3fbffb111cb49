import type { LocationId, LocationUpdated, RuleSet } from '@tributary/contracts';
import type { Eligible, Eligibles, RequestLine } from './candidates.ts';
import { type Offer, cheapestCover, exactLimit, isTooMuch } from './cheapest-cover.ts';

/** Units of a line from one location. */
export interface Share {
  readonly line: RequestLine;
  readonly location: LocationUpdated;
  readonly quantity: number;
}

export interface ShipPlan {
  readonly shares: readonly Share[];
  readonly missing: readonly { line: RequestLine; quantity: number }[];
}

/** Minor units: a package, and the road it goes. */
export const packageCost = (
  { costs }: RuleSet,
  distanceKm: number | undefined,
): { packages: number; distance: number } => ({
  packages: costs.package,
  distance: Math.round(((distanceKm ?? costs.unknownDistanceKm) * costs.perKilometre) / 100),
});

export const unitCost = ({ costs }: RuleSet, location: LocationUpdated, quantity: number): number =>
  costs.perUnit[location.kind] * quantity;

/**
 * A cheap complete plan for shipped lines, group by group. A line that no single location can serve
 * whole is first split over those with most of it; what nobody has is missing. The most fulfilments
 * allowed are kept to within a group where that can be done.
 */
export const planCheaply = (
  lines: readonly RequestLine[],
  eligible: Eligibles,
  ruleSet: RuleSet,
): ShipPlan => {
  const left = new Left();
  const whole: RequestLine[] = [];
  const shares: Share[] = [];
  const missing: { line: RequestLine; quantity: number }[] = [];
  for (const line of lines) {
    if (servedWhole(line, eligible, left)) {
      whole.push(line);
      continue;
    }
    const split = splitLine(line, eligible, left);
    shares.push(...split.shares);
    missing.push(...split.missing);
  }
  const covered = coverWhole(
    whole,
    eligible,
    left,
    ruleSet,
    new Set(shares.map(({ location }) => location.locationId)),
  );
  return { shares: [...shares, ...covered.shares], missing: [...missing, ...covered.missing] };
};

/** What a plan leaves at each location: lines of one SKU draw on the same units. */
class Left {
  private readonly taken = new Map<LocationId, Map<string, number>>();

  unitsAt({ location, stock }: Eligible, { sku }: RequestLine): number {
    return stock(sku) - (this.taken.get(location.locationId)?.get(sku) ?? 0);
  }

  take(location: LocationId, { sku }: RequestLine, quantity: number): void {
    const taken = this.taken.get(location) ?? new Map<string, number>();
    this.taken.set(location, taken.set(sku, (taken.get(sku) ?? 0) + quantity));
  }
}

const servedWhole = (line: RequestLine, eligible: Eligibles, left: Left): boolean =>
  eligible.having(line.sku).some((one) => left.unitsAt(one, line) >= line.quantity);

const splitLine = (line: RequestLine, eligible: Eligibles, left: Left): ShipPlan => {
  let missing = line.quantity;
  const shares: Share[] = [];
  const having = eligible
    .having(line.sku)
    .map((one) => ({ location: one.location, units: left.unitsAt(one, line) }))
    .filter(({ units }) => units > 0)
    .sort((a, b) => b.units - a.units);
  for (const { location, units } of having) {
    const quantity = Math.min(missing, units);
    if (quantity === 0) break;
    left.take(location.locationId, line, quantity);
    shares.push({ line, location, quantity });
    missing -= quantity;
  }
  return { shares, missing: missing > 0 ? [{ line, quantity: missing }] : [] };
};

/** Whole lines in groups the exact solver takes; two lines of one SKU go into different groups, so that units are not counted twice. */
const coverWhole = (
  lines: readonly RequestLine[],
  eligible: Eligibles,
  left: Left,
  ruleSet: RuleSet,
  used: Set<LocationId>,
): ShipPlan => {
  const shares: Share[] = [];
  const missing: { line: RequestLine; quantity: number }[] = [];
  const waiting = new Set(lines);
  while (waiting.size > 0) {
    const next = nextGroup(waiting);
    for (const line of next) waiting.delete(line);
    // An earlier group may have taken what made a line whole.
    const { whole: group = [], short = [] } = Object.groupBy(next, (line) =>
      servedWhole(line, eligible, left) ? 'whole' : 'short',
    );
    const plans = [...short.map((line) => splitLine(line, eligible, left))];
    for (const plan of plans) {
      shares.push(...plan.shares);
      missing.push(...plan.missing);
      for (const { location } of plan.shares) used.add(location.locationId);
    }
    shares.push(...coverGroup(group, eligible, left, ruleSet, used));
  }
  return { shares, missing };
};

/** One half after the other where there are so many different offers that the whole would take too long. */
const coverGroup = (
  group: readonly RequestLine[],
  eligible: Eligibles,
  left: Left,
  ruleSet: RuleSet,
  used: Set<LocationId>,
): Share[] => {
  const having = eligible.having(...group.map(({ sku }) => sku));
  const offers = offersOf(having, group, eligible, left, ruleSet, used);
  const most = Math.max(0, ruleSet.constraints.maxFulfilments - used.size);
  if (isTooMuch(offers, group.length)) {
    const half = Math.ceil(group.length / 2);
    return [group.slice(0, half), group.slice(half)].flatMap((part) =>
      coverGroup(part, eligible, left, ruleSet, used),
    );
  }
  const cover =
    cheapestCover(offers, group.length, most) ?? cheapestCover(offers, group.length, group.length);
  const shares = group.map((line, index) => ({
    line,
    location: having[cover!.by[index]!]!.location,
    quantity: line.quantity,
  }));
  for (const { line, location, quantity } of shares) {
    left.take(location.locationId, line, quantity);
    used.add(location.locationId);
  }
  return shares;
};

const nextGroup = (lines: Iterable<RequestLine>): RequestLine[] => {
  const skus = new Set<string>();
  const group: RequestLine[] = [];
  for (const line of lines) {
    if (group.length === exactLimit) break;
    if (skus.has(line.sku)) continue;
    skus.add(line.sku);
    group.push(line);
  }
  return group;
};

/** Of each of these locations, which lines of the group it could serve whole, and at what cost. */
const offersOf = (
  having: readonly Eligible[],
  group: readonly RequestLine[],
  eligible: Eligibles,
  left: Left,
  ruleSet: RuleSet,
  used: ReadonlySet<LocationId>,
): Offer[] => {
  const costs = new Map(having.map((one) => [one, group.map(() => Number.POSITIVE_INFINITY)]));
  group.forEach((line, item) => {
    for (const one of eligible.having(line.sku))
      if (left.unitsAt(one, line) >= line.quantity)
        costs.get(one)![item] = unitCost(ruleSet, one.location, line.quantity);
  });
  return having.map((one) => {
    const { packages, distance } = packageCost(ruleSet, one.distanceKm);
    const inUse = used.has(one.location.locationId);
    return { fixed: inUse ? 0 : packages + distance, inUse, items: costs.get(one)! };
  });
};
