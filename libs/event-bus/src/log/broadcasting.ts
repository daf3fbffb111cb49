import type { RecordedEvent } from '@tributary/event-store';
import { unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import { type Router, UnreadableEvent, routerFor } from '../delivery/routing.ts';
import { CatchingUp, type Ends } from '../delivery/catching-up.ts';
import type { Broadcast, BusMessage, Reading } from '../port.ts';
import { following } from './following.ts';
import type { LogPartition } from './partition.ts';

/** One broadcast: follows the log and keeps nothing. */
export class Broadcasting {
  private readonly stopping = new AbortController();
  private readonly progress: CatchingUp;
  private readonly route: Router;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly broadcast: Broadcast,
    private readonly source: LogPartition,
    /** The end of the log when it began. */
    private readonly head: number,
  ) {
    this.route = routerFor(broadcast);
    this.progress = new CatchingUp(async () => this.through(await source.log.all.head()));
  }

  static async start(broadcast: Broadcast, source: LogPartition): Promise<Broadcasting> {
    const broadcasting = new Broadcasting(broadcast, source, await source.log.all.head());
    broadcasting.running = broadcasting.run().catch(unlessAborted);
    return broadcasting;
  }

  /** Resolves once what was there at the start has been handled; rejects when it stops before. */
  async ready(): Promise<Reading> {
    await this.progress.waitFor(this.through(this.head));
    return this.progress;
  }

  /** Waits for what is in work. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.progress.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const start = this.broadcast.from === 'now' ? this.head : 0;
    this.progress.reach(this.source.partition, start);
    for await (const events of following(this.source.log.all, start, signal)) {
      const messages = events.flatMap((event) => this.readable(event));
      if (messages.length > 0) {
        await withRetries(() => this.broadcast.handle(messages), untilItWorks, signal);
      }
      this.progress.reach(this.source.partition, events.at(-1)!.position);
    }
  }

  private through(position: number): Ends {
    return new Map([[this.source.partition, position]]);
  }

  /** What cannot be read cannot be handled, and the groups that should have park it. */
  private readable(event: RecordedEvent): readonly BusMessage[] {
    try {
      const message = this.route(event, this.source.partition);
      return message ? [message] : [];
    } catch (error) {
      if (error instanceof UnreadableEvent) return [];
      throw error;
    }
  }
}
