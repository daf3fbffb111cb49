import type { LocationUpdated, RuleSet } from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore, accept } from '@tributary/event-store';
import {
  type Network,
  type NetworkFact,
  type NetworkState,
  emptyNetwork,
  evolveNetwork,
} from '../domain/network/network.ts';

/** One stream: the network is small, read at every decision, and its history says what was in force when. */
const stream = 'location-network';

export class Networks {
  private readonly networks: Aggregates<NetworkState, NetworkFact>;

  constructor(store: EventStore) {
    this.networks = new Aggregates(
      store,
      'sourcing',
      { initialState: emptyNetwork, evolve: evolveNetwork },
      (event) => event as unknown as NetworkFact,
      { cacheSize: 4 },
    );
  }

  async current(): Promise<Network> {
    return (await this.networks.load(stream)).state;
  }

  /** It holds from when it happened: told late, it does not undo what is true since. */
  async define(cause: Cause, location: LocationUpdated): Promise<void> {
    await this.networks.execute(cause, stream, () =>
      accept<NetworkFact>({ type: 'tributary.location.defined.v1', data: location }),
    );
  }

  async publish(cause: Cause, ruleSet: RuleSet): Promise<void> {
    await this.networks.execute(cause, stream, () =>
      accept<NetworkFact>({ type: 'tributary.ruleset.published.v1', data: ruleSet }),
    );
  }
}
