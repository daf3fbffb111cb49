import type { LocationUpdated, PostalAreasUpdated, RuleSet } from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore, accept } from '@tributary/event-store';
import {
  type Network,
  type NetworkFact,
  type NetworkState,
  emptyNetwork,
  evolveNetwork,
} from '../domain/network/network.ts';
import {
  type Placed,
  type PostalAreas,
  type PostalAreasFact,
  countryToAsk,
  evolveAreas,
  noAreas,
} from '../domain/network/postal-areas.ts';

/** One stream: the network is small, read at every decision, and its history says what was in force when. */
const stream = 'location-network';
/** A stream for each country: few are asked for, and each has thousands of areas. */
const areasOf = (country: string): string => `postal-areas-${country}`;

/** A moment on both axes, UTC ISO 8601; an axis that is left out is now. */
export interface Moment {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export class Networks {
  private readonly networks: Aggregates<NetworkState, NetworkFact>;
  private readonly areas: Aggregates<PostalAreas, PostalAreasFact>;

  constructor(private readonly store: EventStore) {
    this.networks = new Aggregates(
      store,
      'sourcing',
      { initialState: emptyNetwork, evolve: evolveNetwork },
      (event) => event as unknown as NetworkFact,
      { cacheSize: 4 },
    );
    this.areas = new Aggregates(
      store,
      'sourcing',
      { initialState: noAreas, evolve: evolveAreas },
      (event) => event as unknown as PostalAreasFact,
      { cacheSize: 64 },
    );
  }

  /** @param to where something is to be sent: it and the locations are found by their postal codes, too */
  async current(to?: Placed): Promise<Network> {
    const network = (await this.networks.load(stream)).state;
    return this.reaching(network, addressesOf(network, to));
  }

  /** A network with the postal areas by which addresses are found that tell no coordinates. */
  async reaching(network: Network, addresses: Iterable<Placed | undefined>): Promise<Network> {
    const missing = new Set<string>();
    for (const address of addresses) {
      const country = countryToAsk(address);
      if (country !== undefined && !network.postalAreas?.has(country)) missing.add(country);
    }
    if (missing.size === 0) return network;
    const loaded = [...missing].map(
      async (country) => [country, (await this.areas.load(areasOf(country))).state] as const,
    );
    return {
      ...network,
      postalAreas: new Map([...(network.postalAreas ?? []), ...(await Promise.all(loaded))]),
    };
  }

  /** The network as it was true at a moment, or known at one, or both: the locations told of by then, and the rules. */
  async at({ asOf, knownAt }: Moment): Promise<Network> {
    const events = await this.store.readStream(stream);
    return events
      .filter(({ time }) => asOf === undefined || time <= asOf)
      .filter(({ recordedTime }) => knownAt === undefined || recordedTime <= knownAt)
      .reduce((network, event) => evolveNetwork(network, event as unknown as NetworkFact), emptyNetwork);
  }

  /** It holds from when it happened: told late, it does not undo what is true since. */
  async define(cause: Cause, location: LocationUpdated): Promise<void> {
    await this.networks.execute(cause, stream, () =>
      accept<NetworkFact>({ type: 'tributary.location.defined.v1', data: location }),
    );
  }

  async defineAreas(cause: Cause, told: PostalAreasUpdated): Promise<void> {
    await this.areas.execute(cause, areasOf(told.country), () =>
      accept<PostalAreasFact>({ type: 'tributary.postal-areas.defined.v1', data: told }),
    );
  }

  async publish(cause: Cause, ruleSet: RuleSet): Promise<void> {
    await this.networks.execute(cause, stream, () =>
      accept<NetworkFact>({ type: 'tributary.ruleset.published.v1', data: ruleSet }),
    );
  }
}

/** All that a decision measures between. */
function* addressesOf({ locations }: Network, to: Placed | undefined): Generator<Placed | undefined> {
  yield to;
  for (const { address } of locations.values()) yield address;
}
