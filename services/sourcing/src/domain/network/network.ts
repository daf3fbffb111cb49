import type { LocationId, LocationUpdated, RuleSet, SourcingFact } from '@tributary/contracts';
import type { PostalAreas } from './postal-areas.ts';

/** The places that can serve orders, and the rules by which they are chosen. */
export interface Network {
  readonly locations: ReadonlyMap<LocationId, LocationUpdated>;
  readonly ruleSet: RuleSet;
  /** Postal areas by country, of those countries in which an address is found by them alone. */
  readonly postalAreas?: ReadonlyMap<string, PostalAreas>;
}

export interface NetworkState extends Network {
  /** When each location was last said to be so, UTC ISO 8601. */
  readonly definedAt: ReadonlyMap<LocationId, string>;
}

export type NetworkFact = Extract<
  SourcingFact,
  { type: `tributary.location.${string}` | `tributary.ruleset.${string}` }
> & { readonly time?: string };

/** In force until another is published: keep nothing back, count a parcel 4.50, handling and the road. */
export const defaultRuleSet = (currency: string): RuleSet => ({
  ruleSetId: 'default',
  version: 1,
  name: 'Cheapest complete plan',
  currency,
  constraints: {
    keepBack: { store: 0, warehouse: 0, 'drop-shipper': 0 },
    excludedLocations: [],
    maxFulfilments: 4,
  },
  costs: {
    package: 450,
    perUnit: { store: 120, warehouse: 60, 'drop-shipper': 90 },
    perKilometre: 25,
    unknownDistanceKm: 500,
  },
});

export const emptyNetwork: NetworkState = {
  locations: new Map(),
  definedAt: new Map(),
  ruleSet: defaultRuleSet('EUR'),
};

export const evolveNetwork = (network: NetworkState, fact: NetworkFact): NetworkState => {
  switch (fact.type) {
    case 'tributary.location.defined.v1': {
      const { locationId } = fact.data;
      const time = fact.time ?? '';
      // What was true earlier, told late, does not undo what is true since.
      if (time < (network.definedAt.get(locationId) ?? '')) return network;
      return {
        ...network,
        locations: new Map(network.locations).set(locationId, fact.data),
        definedAt: new Map(network.definedAt).set(locationId, time),
      };
    }
    case 'tributary.ruleset.published.v1':
      return { ...network, ruleSet: fact.data };
    default:
      return fact satisfies never;
  }
};
