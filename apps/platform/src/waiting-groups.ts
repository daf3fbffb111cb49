import type { BusMessage, EventBus, Subscription } from '@tributary/event-bus';

/** Who is told of groups that wait. */
export interface ToldOfWaits {
  waitBegan(group: string): void;
  /** @param after milliseconds */
  waitEnded(group: string, after: number): void;
}

/** The consumer groups of this process whose handlers wait for a store that is away. */
export class WaitingGroups {
  private readonly since = new Map<string, number>();

  constructor(private readonly told: ToldOfWaits) {}

  get names(): readonly string[] {
    return [...this.since.keys()];
  }

  /** The same bus, whose groups are looked at. */
  watched(bus: EventBus): EventBus {
    return {
      subscribe: (subscription) => bus.subscribe(this.lookedAt(subscription)),
      broadcast: (broadcast) => bus.broadcast(broadcast),
      status: () => bus.status(),
      refresh: () => bus.refresh(),
      replay: (group, from) => bus.replay(group, from),
      redrive: (group, place) => bus.redrive(group, place),
      close: () => bus.close(),
    };
  }

  private lookedAt(subscription: Subscription): Subscription {
    const { group } = subscription;
    return subscription.kind === 'message'
      ? {
          ...subscription,
          handle: (message: BusMessage) => this.during(group, subscription.handle(message)),
        }
      : {
          ...subscription,
          handle: (messages, through) => this.during(group, subscription.handle(messages, through)),
        };
  }

  private async during(group: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!this.since.has(group) && isAway(error)) {
        this.since.set(group, performance.now());
        this.told.waitBegan(group);
      }
      throw error;
    }
    const since = this.since.get(group);
    if (since === undefined) return;
    this.since.delete(group);
    this.told.waitEnded(group, Math.round(performance.now() - since));
  }
}

/** A store that is away; who waits for a newer build does so while everything works. */
const isAway = (error: unknown): boolean => {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return code === 'store-unavailable' && name !== 'NewerEvent';
};
