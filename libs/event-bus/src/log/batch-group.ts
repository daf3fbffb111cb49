import { setImmediate as turn } from 'node:timers/promises';
import type { BatchSubscription, BusMessage } from '../port.ts';
import { Intake } from './intake.ts';
import type { GroupLog } from './message-group.ts';
import { Parking } from './parking.ts';
import { defaultRetry, untilItWorks, withRetries } from './retrying.ts';
import { type Router, UnreadableEvent, logPartition, routerFor } from './routing.ts';

const defaultMaxBatch = 10_000;
/** Passed-over events after which the checkpoint is moved on although there was nothing to handle. */
const checkpointEvery = 5_000;
/** A page longer than what one commit adds says that the group is behind: it gathers a full batch. */
const longPage = 600;

interface Gathered {
  readonly batch: BusMessage[];
  readonly unreadable: UnreadableEvent[];
  through: number;
}

/** One consumer group whose handler takes batches and keeps the checkpoint together with its effect. */
export class BatchGroup {
  private readonly stopping = new AbortController();
  private readonly route: Router;
  private running: Promise<void> = Promise.resolve();
  private handling: Promise<unknown> = Promise.resolve();
  /** What the handler stored last. */
  private stored: number;

  private constructor(
    private readonly subscription: BatchSubscription,
    private readonly source: GroupLog,
    private readonly parking: Parking,
    private readonly caughtUpAt: number,
    public position: number,
  ) {
    this.stored = position;
    this.route = routerFor(subscription);
  }

  /** @throws RangeError the handler's checkpoint lies behind the end of the log: one of them is not the other's */
  static async start(subscription: BatchSubscription, source: GroupLog): Promise<BatchGroup> {
    const parking = await Parking.open(source.log.forService('bus'), subscription.group);
    const start = (await subscription.checkpoints())[logPartition] ?? 0;
    const head = await source.log.all.head();
    if (start > head) {
      throw new RangeError(
        `Group ${subscription.group} has come to ${start}, and the log ends at ${head}: what it stored belongs to another log. Rebuild it.`,
      );
    }
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
  async redrive(offset: number): Promise<void> {
    const message = await this.parking.messageAt(offset, this.source.log.all, this.route);
    await this.alone(async () => {
      this.stopping.signal.throwIfAborted();
      this.parking.mustHave(offset);
      await this.subscription.handle([message], { partition: logPartition, offset: this.stored });
      await this.parking.redriven(message);
    });
  }

  /** Waits for the batch in work; one that waits for its next try comes again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.handling;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const intake = new Intake(this.source.log.all.follow(this.position, signal));
    while (await intake.filled()) {
      const gathered = await this.gather(intake);
      if (signal.aborted) return;
      await this.alone(() => this.deliver(gathered));
      this.position = gathered.through;
      this.subscription.onProgress?.({ partition: logPartition, offset: gathered.through });
    }
  }

  private async gather(intake: Intake): Promise<Gathered> {
    const gathered: Gathered = { batch: [], unreadable: [], through: this.position };
    const deadline = deadlineAfter(this.subscription.linger ?? 0);
    const lingers = () => !deadline.passed && gathered.batch.length > 0;
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

  private isEnough({ batch, through }: Gathered): boolean {
    if (batch.length === 0) return through - this.stored >= checkpointEvery;
    return batch.length >= (this.subscription.maxBatch ?? defaultMaxBatch);
  }

  private collect(intake: Intake, gathered: Gathered): void {
    const { maxBatch = defaultMaxBatch } = this.subscription;
    while (intake.ready && gathered.batch.length < maxBatch) {
      const event = intake.take();
      try {
        const message = this.route(event);
        if (message) gathered.batch.push(message);
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error;
        gathered.unreadable.push(error);
      }
      gathered.through = event.position;
    }
  }

  private async deliver({ batch, unreadable, through }: Gathered): Promise<void> {
    for (const fault of unreadable) await this.park(fault.asStored, fault, 1);
    if (batch.length === 0 && through - this.stored < checkpointEvery) return;
    const failure = await this.attempt(batch, through);
    if (failure) await this.isolate(batch, through, failure);
    else await this.settle(batch);
    this.stored = through;
  }

  /** Something in the batch is poison: one by one, so that only it is parked. */
  private async isolate(
    batch: readonly BusMessage[],
    through: number,
    failure: { error: unknown; attempts: number },
  ): Promise<void> {
    for (const message of batch) {
      const single = batch.length === 1 ? failure : await this.attempt([message], message.offset);
      if (single) {
        await this.park(message, single.error, single.attempts);
        continue;
      }
      this.stored = message.offset;
      await this.settle([message]);
    }
    await this.attempt([], through, untilItWorks);
  }

  private attempt(
    batch: readonly BusMessage[],
    offset: number,
    retry = this.subscription.retry ?? defaultRetry,
  ) {
    const { handle } = this.subscription;
    return withRetries(() => handle(batch, { partition: logPartition, offset }), retry, this.stopping.signal);
  }

  private async park(message: BusMessage, error: unknown, attempts: number): Promise<void> {
    await withRetries(() => this.parking.park(message, error, attempts), untilItWorks, this.stopping.signal);
  }

  /** What was parked before and has succeeded now, after a rebuild, is parked no longer. */
  private async settle(batch: readonly BusMessage[]): Promise<void> {
    if (this.parking.count === 0) return;
    for (const message of batch.filter(({ offset }) => this.parking.has(offset)))
      await withRetries(() => this.parking.redriven(message), untilItWorks, this.stopping.signal);
  }

  /** A redriven message and a batch must not fold into the same document side by side. */
  private alone(work: () => Promise<void>): Promise<void> {
    const run = this.handling.then(work);
    this.handling = run.catch(() => {});
    return run;
  }
}

const deadlineAfter = (milliseconds: number) => {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const timer = milliseconds > 0 ? setTimeout(() => pass(), milliseconds) : undefined;
  const deadline = { reached, passed: timer === undefined, cancel: () => clearTimeout(timer) };
  const pass = () => {
    deadline.passed = true;
    resolve();
  };
  return deadline;
};

const unlessAborted = (error: unknown): void => {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
};
