import { setImmediate as turn } from 'node:timers/promises';
import type { RecordedEvent } from '@tributary/event-store';
import { Lanes } from '../delivery/lanes.ts';
import { MessageDelivery } from '../delivery/message-delivery.ts';
import { Parking } from '../delivery/parking.ts';
import { type Router, UnreadableEvent, routerFor } from '../delivery/routing.ts';
import { Window, defaultConcurrency, windowFor } from '../delivery/window.ts';
import type { BusMessage, MessageSubscription, Place } from '../port.ts';
import { messageAt } from './parked-message.ts';
import { following } from './following.ts';
import type { LogPartition } from './partition.ts';
import { mustBeWithinLog } from './within-log.ts';

/** After a page this long there is probably more: everybody else gets a turn first. */
const longPage = 256;

/** One consumer group: keys side by side, each key in order, a poison message parked, the rest flowing on. */
export class MessageGroup {
  private readonly stopping = new AbortController();
  private readonly lanes: Lanes;
  private readonly window: Window;
  private readonly route: Router;
  private readonly delivery: MessageDelivery;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly subscription: MessageSubscription,
    private readonly source: LogPartition,
    private readonly parking: Parking,
    private readonly caughtUpAt: number,
    start: number,
  ) {
    const { concurrency = defaultConcurrency } = subscription;
    this.lanes = new Lanes(concurrency);
    this.window = new Window(windowFor(concurrency), start);
    this.route = routerFor(subscription);
    this.delivery = new MessageDelivery(subscription, parking, this.stopping.signal);
  }

  /**
   * @param from starts after this position instead of the stored checkpoint
   * @throws RangeError the checkpoint lies beyond the end of the log
   */
  static async start(
    subscription: MessageSubscription,
    source: LogPartition,
    from?: number,
  ): Promise<MessageGroup> {
    const parking = await Parking.open(source.log.forService('bus'), subscription.group);
    const start = from ?? (await source.checkpoints.load(subscription.group)) ?? 0;
    const head = await source.log.all.head();
    mustBeWithinLog(subscription.group, start, head);
    const group = new MessageGroup(subscription, source, parking, head, start);
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
  async redrive(place: Place): Promise<void> {
    const message = await messageAt(place, this.parking, this.source, this.route);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = () =>
      reject(new Error(`Group ${this.subscription.group} stops; redrive ${place.offset} later.`));
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
    for await (const events of following(this.source.log.all, this.position, signal)) {
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
      const message = this.route(event, this.source.partition);
      if (!message) {
        this.window.skip(event.position);
        return;
      }
      const done = this.window.take(message.offset);
      this.lanes.add(message.key, () => this.delivery.deliver(message).then(done));
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      const done = this.window.take(event.position);
      this.lanes.add(error.asStored.key, () => this.delivery.giveUp(error).then(done));
    }
  }

  private async handleParked(message: BusMessage): Promise<void> {
    this.parking.mustHave(message);
    await this.subscription.handle(message);
    await this.parking.redriven(message);
  }
}
