import { setImmediate as turn } from 'node:timers/promises';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import type { BusMessage, MessageSubscription } from '../port.ts';
import { Lanes } from './lanes.ts';
import { Parking } from './parking.ts';
import { defaultRetry, untilItWorks, withRetries } from './retrying.ts';
import { type Router, UnreadableEvent, routerFor } from './routing.ts';
import { Window } from './window.ts';

/** Where the groups of the embedded bus keep their place. */
export interface CheckpointStore {
  load(consumer: string): number | undefined;
  save(consumer: string, position: number): void;
  flush(): Promise<void>;
}

export interface GroupLog {
  readonly log: Pick<EventLog, 'all' | 'forService'>;
  readonly checkpoints: CheckpointStore;
}

const defaultConcurrency = 512;
/** How many messages others may be ahead of the slowest key; as many may be repeated after a crash. */
const windowFor = (concurrency: number): number => Math.max(1_024, concurrency * 8);
/** After a page this long there is probably more: everybody else gets a turn first. */
const longPage = 256;

/** One consumer group: keys side by side, each key in order, a poison message parked, the rest flowing on. */
export class MessageGroup {
  private readonly stopping = new AbortController();
  private readonly lanes: Lanes;
  private readonly window: Window;
  private readonly route: Router;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly subscription: MessageSubscription,
    private readonly source: GroupLog,
    private readonly parking: Parking,
    private readonly caughtUpAt: number,
    start: number,
  ) {
    const { concurrency = defaultConcurrency } = subscription;
    this.lanes = new Lanes(concurrency);
    this.window = new Window(windowFor(concurrency), start);
    this.route = routerFor(subscription);
  }

  /** @param from starts after this position instead of the stored checkpoint */
  static async start(
    subscription: MessageSubscription,
    source: GroupLog,
    from?: number,
  ): Promise<MessageGroup> {
    const parking = await Parking.open(source.log.forService('bus'), subscription.group);
    const start = from ?? source.checkpoints.load(subscription.group) ?? 0;
    const group = new MessageGroup(subscription, source, parking, await source.log.all.head(), start);
    group.running = group.run();
    return group;
  }

  get position(): number {
    return this.window.watermark;
  }

  get parked(): number {
    return this.parking.count;
  }

  get following(): boolean {
    return this.position >= this.caughtUpAt;
  }

  /** @throws the handler's error, or a RangeError when nothing is parked there */
  async redrive(offset: number): Promise<void> {
    const message = await this.parking.messageAt(offset, this.source.log.all, this.route);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = () =>
      reject(new Error(`Group ${this.subscription.group} stops; redrive ${offset} later.`));
    if (this.stopping.signal.aborted) giveUp();
    this.stopping.signal.addEventListener('abort', giveUp, { once: true });
    this.lanes.add(message.key, () => {
      this.stopping.signal.removeEventListener('abort', giveUp);
      return this.handleParked(message).then(resolve, reject);
    });
    return promise;
  }

  /** Waits for messages in work; those that wait for their key or their next try come again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.window.release();
    await Promise.all([this.running, this.lanes.stop()]);
    this.source.checkpoints.save(this.subscription.group, this.position);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for await (const events of this.source.log.all.follow(this.position, signal)) {
      for (const event of events) {
        if (this.window.full) await this.window.waitForRoom();
        if (signal.aborted) return;
        this.take(event);
      }
      this.source.checkpoints.save(this.subscription.group, this.position);
      if (events.length >= longPage) await turn();
    }
  }

  private take(event: RecordedEvent): void {
    try {
      const message = this.route(event);
      if (!message) {
        this.window.skip(event.position);
        return;
      }
      const done = this.window.take(message.offset);
      this.lanes.add(message.key, () => this.deliver(message).then(done));
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      const done = this.window.take(event.position);
      this.lanes.add(error.asStored.key, () => this.park(error.asStored, error, 1).then(done));
    }
  }

  /** Rejects only when the group stops before the message is done: it will be delivered again. */
  private async deliver(message: BusMessage): Promise<void> {
    const { retry = defaultRetry, handle } = this.subscription;
    const { signal } = this.stopping;
    const failure = await withRetries(() => handle(message), retry, signal);
    if (failure) await this.park(message, failure.error, failure.attempts);
    else if (this.parking.has(message.offset))
      await withRetries(() => this.parking.redriven(message), untilItWorks, signal);
  }

  private async park(message: BusMessage, error: unknown, attempts: number): Promise<void> {
    await withRetries(() => this.parking.park(message, error, attempts), untilItWorks, this.stopping.signal);
  }

  private async handleParked(message: BusMessage): Promise<void> {
    this.parking.mustHave(message.offset);
    await this.subscription.handle(message);
    await this.parking.redriven(message);
  }
}
