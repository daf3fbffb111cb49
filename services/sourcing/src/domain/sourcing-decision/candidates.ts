import type {
  Coordinates,
  LocationId,
  LocationUpdated,
  RuleSet,
  SourcingRequest,
} from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import { distanceKm } from './distance.ts';

export type RequestLine = SourcingRequest['lines'][number];

/** What a location could sell of a SKU, as sourcing knows it. */
export type StockLevels = (sku: string, location: LocationId) => number;

/** A location, as a decision sees it. */
export interface Considered {
  readonly location: LocationUpdated;
  readonly distanceKm: number | undefined;
  /** Units of a SKU that it could give. */
  readonly stock: (sku: string) => number;
}

/** A location that may serve the order. */
export type Eligible = Considered;

export interface Excluded extends Considered {
  /** Why it may not serve, as is said of it alone. */
  readonly reason: string;
  /** The same as is said of all that lose for it. */
  readonly kind: string;
}

const distanceTo = ({ address }: LocationUpdated, to: Coordinates | undefined): number | undefined =>
  address.coordinates && to ? distanceKm(address.coordinates, to) : undefined;

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
  { locations, ruleSet }: Network,
  levels: StockLevels,
  excluded: ReadonlySet<LocationId>,
): { eligible: Eligible[]; excluded: Excluded[] } => {
  const eligible: Eligible[] = [];
  const out: Excluded[] = [];
  const byId = [...locations.values()].sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
  for (const location of byId) {
    const distance = distanceTo(location, to);
    const keepBack = ruleSet.constraints.keepBack[location.kind];
    const stock = (sku: string): number => Math.max(0, levels(sku, location.locationId) - keepBack);
    const exclusive =
      exclusion(location, distance, excluded, ruleSet) ??
      (lines.some(({ sku }) => stock(sku) > 0) ? undefined : because('no stock of what is asked for'));
    if (exclusive) out.push({ location, distanceKm: distance, stock, ...exclusive });
    else eligible.push({ location, distanceKm: distance, stock });
  }
  return { eligible, excluded: out };
};
