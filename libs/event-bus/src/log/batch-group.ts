import { setImmediate as turn } from 'node:timers/promises';
import { BatchDelivery, type Batch, checkpointEvery, defaultMaxBatch } from '../delivery/batch-delivery.ts';
import { deadlineAfter } from '../delivery/deadline.ts';
import { Parking } from '../delivery/parking.ts';
import { isStaleCheckpoint, unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import { type Router, UnreadableEvent, routerFor } from '../delivery/routing.ts';
import type { BatchSubscription, BusMessage, Place } from '../port.ts';
import { Intake } from './intake.ts';

import { messageAt } from './parked-message.ts';
import { following } from './following.ts';
import type { LogPartition } from './partition.ts';
import { mustBeWithinLog } from './within-log.ts';

/** A page longer than what one commit adds says that the group is behind: it gathers a full batch. */
const longPage = 600;

interface Gathered {
  readonly messages: BusMessage[];
  readonly unreadable: UnreadableEvent[];
  through: number;
}

/** One consumer group whose handler takes batches and keeps the checkpoint together with its effect. */
export class BatchGroup {
  private readonly stopping = new AbortController();
  private readonly route: Router;
  private readonly delivery: BatchDelivery;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly subscription: BatchSubscription,
    private readonly source: LogPartition,
    private readonly parking: Parking,
    private readonly caughtUpAt: number,
    public position: number,
  ) {
    this.delivery = new BatchDelivery(subscription, parking, this.stopping.signal);
    this.delivery.stored.set(source.partition, position);
    this.route = routerFor(subscription);
  }

  /** @throws RangeError the handler's checkpoint lies behind the end of the log: one of them is not the other's */
  static async start(subscription: BatchSubscription, source: LogPartition): Promise<BatchGroup> {
    const parking = await Parking.open(source.log.forService('bus'), subscription.group);
    const start = (await subscription.checkpoints())[source.partition] ?? 0;
    const head = await source.log.all.head();
    mustBeWithinLog(subscription.group, start, head);
    const group = new BatchGroup(subscription, source, parking, head, start);
    group.running = group.run().catch(unlessAborted);
    return group;
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
    await this.delivery.alone(async () => {
      this.stopping.signal.throwIfAborted();
      this.parking.mustHave(place);
      await this.delivery.redrive(message);
      await this.parking.redriven(message);
    });
  }

  /** Waits for the batch in work; one that waits for its next try comes again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.delivery.idle();
  }

  /** From where the handler is; again from there when it turns out to be elsewhere. */
  private async run(): Promise<void> {
    for (;;) {
      try {
        return await this.goOn();
      } catch (error) {
        if (!isStaleCheckpoint(error)) throw error;
        await withRetries(() => this.askWhereItIs(), untilItWorks, this.stopping.signal);
      }
    }
  }

  private async askWhereItIs(): Promise<void> {
    this.position = (await this.subscription.checkpoints())[this.source.partition] ?? 0;
    this.delivery.stored.set(this.source.partition, this.position);
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopping;
    const intake = new Intake(following(this.source.log.all, this.position, signal));
    while (await intake.filled()) {
      const { messages, unreadable, through: offset } = await this.gather(intake);
      if (signal.aborted) return;
      const isDue = offset - this.stored >= checkpointEvery;
      const through: Place = { partition: this.source.partition, offset };
      const batch: Batch = { messages, unreadable, through, isDue };
      await this.delivery.alone(() => this.delivery.deliver(batch));
      this.position = offset;
      this.subscription.onProgress?.(through);
    }
  }

  private get stored(): number {
    return this.delivery.stored.get(this.source.partition) ?? 0;
  }

  private async gather(intake: Intake): Promise<Gathered> {
    const gathered: Gathered = { messages: [], unreadable: [], through: this.position };
    const deadline = deadlineAfter(this.subscription.linger ?? 0);
    const lingers = () => !deadline.passed && gathered.messages.length > 0;
    for (let first = true; ; first = false) {
      this.collect(intake, gathered);
      if (this.isEnough(gathered) || this.stopping.signal.aborted) break;
      if (!first && !lingers() && intake.pageLength < longPage) break;
      // One turn of the event loop: others get on, and what they commit in it belongs to this batch.
      const oneTurn = turn();
      await intake.fill(oneTurn);
      await oneTurn;
      if (!intake.ready && lingers()) await intake.fill(deadline.reached);
      if (!intake.ready) break;
    }
    deadline.cancel();
    return gathered;
  }

  private isEnough({ messages, through }: Gathered): boolean {
    if (messages.length === 0) return through - this.stored >= checkpointEvery;
    return messages.length >= (this.subscription.maxBatch ?? defaultMaxBatch);
  }

  private collect(intake: Intake, gathered: Gathered): void {
    const { maxBatch = defaultMaxBatch } = this.subscription;
    while (intake.ready && gathered.messages.length < maxBatch) {
      const event = intake.take();
      try {
        const message = this.route(event, this.source.partition);
        if (message) gathered.messages.push(message);
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error;
        gathered.unreadable.push(error);
      }
      gathered.through = event.position;
    }
  }
}
