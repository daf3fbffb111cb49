import { Aggregates, type Cause, type EventStore, type Fold, accept } from '@tributary/event-store';

interface SetEvent<S> {
  readonly type: string;
  readonly data: S;
}

/** What holds for all orders, as it was set last: one stream of its own. */
export class Setting<S> {
  private readonly settings: Aggregates<S, SetEvent<S>>;

  /** @param type of the fact that says what holds from then on */
  constructor(
    store: EventStore,
    private readonly stream: string,
    fold: Fold<never, S>,
    private readonly type: string,
  ) {
    this.settings = new Aggregates(
      store,
      'order',
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
