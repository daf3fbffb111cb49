import type {
  Coordinates,
  LocationId,
  LocationUpdated,
  RuleSet,
  SourcingRequest,
} from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import { placeOf } from '../network/postal-areas.ts';
import { distanceKm } from './distance.ts';

export type RequestLine = SourcingRequest['lines'][number];

/** Units that locations could sell, as sourcing knows them. */
export type Units = ReadonlyMap<LocationId, number>;

/**
 * Where there is any of a SKU, and how much. Few locations have any of one SKU, so that a decision looks
 * at those alone rather than at all for each line. Locations that have none may be left out.
 */
export type StockLevels = (sku: string) => Units;

/** Levels in which these SKUs have other units. */
export const withUnits = (levels: StockLevels, other: ReadonlyMap<string, Units>): StockLevels =>
  other.size === 0 ? levels : (sku) => other.get(sku) ?? levels(sku);

/** A location, as a decision sees it. */
export interface Considered {
  readonly location: LocationUpdated;
  readonly distanceKm: number | undefined;
  /** Units of a SKU that it could give. */
  readonly stock: (sku: string) => number;
}

/** A location that may serve the order. */
export type Eligible = Considered;

/** The locations that may serve the order, found by what they have. */
export interface Eligibles {
  readonly all: readonly Eligible[];
  /** Those that have any of these SKUs, in the order of all; all of them where so many have some that looking is dearer. */
  readonly having: (...skus: readonly string[]) => readonly Eligible[];
}

/** @param levels what they have, or more of it */
export const eligiblesOf = (all: readonly Eligible[], levels: StockLevels): Eligibles => {
  const ranks = new Map(all.map(({ location }, rank) => [location.locationId, rank]));
  const bySku = new Map<string, readonly number[]>();
  const ranksOf = (sku: string): readonly number[] => {
    const known = bySku.get(sku) ?? ranksHaving(levels(sku), ranks);
    bySku.set(sku, known);
    return known;
  };
  return {
    all,
    having: (...skus) => {
      const sizes = skus.reduce((sum, sku) => sum + levels(sku).size, 0);
      if (sizes >= all.length) return all;
      const [sku, ...others] = skus;
      if (sku !== undefined && others.length === 0) return ranksOf(sku).map((rank) => all[rank]!);
      const found = new Set(skus.flatMap(ranksOf));
      return all.filter((_, rank) => found.has(rank));
    },
  };
};

/** Ascending. */
const ranksHaving = (units: Units, ranks: ReadonlyMap<LocationId, number>): readonly number[] =>
  [...units]
    .flatMap(([location, quantity]) => (quantity > 0 ? (ranks.get(location) ?? []) : []))
    .sort((a, b) => a - b);

export interface Excluded extends Considered {
  /** Why it may not serve, as is said of it alone. */
  readonly reason: string;
  /** The same as is said of all that lose for it. */
  readonly kind: string;
}

const distanceTo = (
  { address }: LocationUpdated,
  to: Coordinates | undefined,
  { postalAreas }: Pick<Network, 'postalAreas'>,
): number | undefined => {
  const from = to && placeOf(address, postalAreas);
  return from && distanceKm(from, to);
};

type Exclusion = Pick<Excluded, 'reason' | 'kind'>;

const because = (reason: string, kind = reason): Exclusion => ({ reason, kind });

/** Hard constraints: why a location may not serve shipped lines at all, or undefined if it may. */
const exclusion = (
  location: LocationUpdated,
  distance: number | undefined,
  excluded: ReadonlySet<LocationId>,
  { constraints }: RuleSet,
): Exclusion | undefined => {
  if (location.active === false) return because('not active');
  if (!location.capabilities.includes('ship')) return because('cannot ship');
  if (constraints.excludedLocations.includes(location.locationId)) return because('excluded by the rule set');
  if (excluded.has(location.locationId)) return because('could not serve this order before');
  if (
    constraints.maxDistanceKm !== undefined &&
    distance !== undefined &&
    distance > constraints.maxDistanceKm
  ) {
    return because(
      `${distance} km away, at most ${constraints.maxDistanceKm} allowed`,
      'farther than the rule set allows',
    );
  }
  return undefined;
};

/** Sorts the network into locations that may serve the shipped lines and those that may not, with the reason. */
export const candidatesFor = (
  lines: readonly RequestLine[],
  to: Coordinates | undefined,
  network: Network,
  levels: StockLevels,
  excluded: ReadonlySet<LocationId>,
): { eligible: Eligibles; excluded: Excluded[] } => {
  const { locations, ruleSet } = network;
  const having = havingAny(lines, network, levels);
  const eligible: Eligible[] = [];
  const out: Excluded[] = [];
  const byId = [...locations.values()].sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
  for (const location of byId) {
    const distance = distanceTo(location, to, network);
    const keepBack = ruleSet.constraints.keepBack[location.kind];
    const stock = (sku: string): number =>
      Math.max(0, (levels(sku).get(location.locationId) ?? 0) - keepBack);
    const exclusive =
      exclusion(location, distance, excluded, ruleSet) ??
      (having.has(location.locationId) ? undefined : because('no stock of what is asked for'));
    if (exclusive) out.push({ location, distanceKm: distance, stock, ...exclusive });
    else eligible.push({ location, distanceKm: distance, stock });
  }
  return { eligible: eligiblesOf(eligible, levels), excluded: out };
};

/** Locations that could give any unit of any line. */
const havingAny = (
  lines: readonly RequestLine[],
  { locations, ruleSet }: Network,
  levels: StockLevels,
): ReadonlySet<LocationId> => {
  const { keepBack } = ruleSet.constraints;
  const having = new Set<LocationId>();
  for (const { sku } of lines) {
    if (having.size === locations.size) break;
    for (const [location, units] of levels(sku)) {
      const known = locations.get(location);
      if (known && units > keepBack[known.kind]) having.add(location);
    }
  }
  return having;
};
