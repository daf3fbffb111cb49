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

/** A moment on both axes, UTC ISO 8601; an axis that is left out is now. */
export interface Moment {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export class Networks {
  private readonly networks: Aggregates<NetworkState, NetworkFact>;

  constructor(private readonly store: EventStore) {
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

  async publish(cause: Cause, ruleSet: RuleSet): Promise<void> {
    await this.networks.execute(cause, stream, () =>
      accept<NetworkFact>({ type: 'tributary.ruleset.published.v1', data: ruleSet }),
    );
  }
}
