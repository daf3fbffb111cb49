import { type BusMessage, type EventBus, type Subscription, withSubscriptions } from '@tributary/event-bus';

/** Who is told of groups that wait. */
export interface ToldOfWaits {
  waitBegan(group: string): void;
  /** @param after milliseconds */
  waitEnded(group: string, after: number): void;
}

/** Who waits tries again within a few seconds; one that does not has handed on what it waited with. In milliseconds. */
const longestPause = 15_000;

interface Wait {
  readonly since: number;
  readonly triedAt: number;
}

/** The consumer groups of this process whose handlers wait for a store that is away. */
export class WaitingGroups {
  private readonly waits = new Map<string, Wait>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly told: ToldOfWaits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get names(): readonly string[] {
    const now = this.now();
    return [...this.waits].flatMap(([group, { triedAt }]) => (now - triedAt < longestPause ? [group] : []));
  }

  /** The same bus, whose groups are looked at. */
  watched(bus: EventBus): EventBus {
    return withSubscriptions(bus, (subscription) => this.lookedAt(subscription));
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
          handle: (messages, through, isRedriven) =>
            this.during(group, subscription.handle(messages, through, isRedriven)),
        };
  }

  private async during(group: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (isAway(error)) this.waited(group);
      throw error;
    }
    const wait = this.waits.get(group);
    if (!wait) return;
    this.waits.delete(group);
    this.told.waitEnded(group, Math.round(this.now() - wait.since));
  }

  private waited(group: string): void {
    const triedAt = this.now();
    const before = this.waits.get(group);
    this.waits.set(group, { since: before?.since ?? triedAt, triedAt });
    if (!before) this.told.waitBegan(group);
  }
}

/** A store that is away; who waits for a newer build does so while everything works. */
const isAway = (error: unknown): boolean => {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return code === 'store-unavailable' && name !== 'NewerEvent';
};
