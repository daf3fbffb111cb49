import { Aggregates, type Cause } from './aggregates.ts';
import { type Fold, accept } from './decider.ts';
import type { EventStore } from './port.ts';

interface SetEvent<S> {
  readonly type: string;
  readonly data: S;
}

/** What people set for all there is, as it was set last: one stream of its own. */
export class Setting<S> {
  private readonly settings: Aggregates<S, SetEvent<S>>;

  /**
   * @param service whose it is
   * @param type of the fact that says what holds from then on
   */
  constructor(
    store: EventStore,
    service: string,
    private readonly stream: string,
    fold: Fold<never, S>,
    private readonly type: string,
  ) {
    this.settings = new Aggregates(
      store,
      service,
      fold as unknown as Fold<SetEvent<S>, S>,
      (event) => event as unknown as SetEvent<S>,
    );
  }

  async current(): Promise<S> {
    return (await this.settings.load(this.stream)).state;
  }

  async set(cause: Cause, data: S): Promise<void> {
    await this.settings.execute(cause, this.stream, () => accept({ type: this.type, data }));
  }
}
