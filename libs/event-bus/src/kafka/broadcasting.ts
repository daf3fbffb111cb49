import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { CatchingUp, type Ends } from '../delivery/catching-up.ts';
import { unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import { routerFor } from '../delivery/routing.ts';
import type { Broadcast, BusMessage, Reading } from '../port.ts';
import { readerFor } from './arrival.ts';
import type { KafkaClient } from './client.ts';
import { type Fetched, Member, type TopicPartition, nameOf } from './member.ts';
import type { Bounds, Offsets } from './offsets.ts';
import { Share } from './share.ts';
import { physicalTopic } from './topics.ts';

export interface BroadcastParts {
  readonly kafka: KafkaClient;
  readonly offsets: Offsets;
  readonly namespace: string;
  readonly epochs?: ReadonlySet<string>;
  readonly clientId: string;
  readonly sessionTimeout?: number;
}

/** Of one partition, for as long as the broadcast runs. */
interface Position extends TopicPartition {
  readonly seen: Map<string, number>;
  share: Share | undefined;
}

interface Waiting {
  readonly position: Position;
  readonly share: Share;
  readonly messages: readonly BusMessage[];
  readonly last: number;
  readonly bytes: number;
}

/** One broadcast: a group of its own that commits nothing and is gone with the process. */
export class KafkaBroadcasting {
  private readonly groupId: string;
  private readonly positions = new Map<string, Position>();
  private readonly waiting: Waiting[] = [];
  private readonly stopping = new AbortController();
  private readonly topics: readonly string[];
  /** In the offsets to fetch next. */
  private readonly progress = new CatchingUp(async () => endsOf(await this.bounds()));
  private member: Member | undefined;
  private running: Promise<void> = Promise.resolve();
  private woken = Promise.withResolvers<void>();

  constructor(
    private readonly broadcast: Broadcast,
    private readonly parts: BroadcastParts,
  ) {
    this.groupId = `${parts.namespace}broadcast-${parts.clientId}-${randomUUID()}`;
    this.topics = broadcast.topics.map((topic) => physicalTopic(parts.namespace, topic));
  }

  /**
   * Resolves once what was there has been handled.
   * @throws StoreUnavailable no broker answers
   */
  async start(): Promise<Reading> {
    const bounds = await this.bounds();
    for (const [name, { low, high }] of bounds) {
      const colon = name.lastIndexOf(':');
      const place = { topic: name.slice(0, colon), partition: Number(name.slice(colon + 1)) };
      this.progress.reach(name, this.broadcast.from === 'now' ? high : low);
      this.positions.set(name, { ...place, seen: new Map(), share: undefined });
    }
    if (this.stopping.signal.aborted) throw new Error('The event bus is closed.');
    const { groupId, topics } = this;
    const onAssigned = (partitions: readonly TopicPartition[]) => this.begin(partitions);
    const onFetched = (fetched: Fetched) => this.positions.get(nameOf(fetched))?.share?.fetched(fetched);
    this.member = new Member({ ...this.parts, groupId, topics, onAssigned, onFetched });
    await this.member.start();
    this.running = this.run().catch(unlessAborted);
    await this.progress.waitFor(endsOf(bounds));
    return this.progress;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.progress.close();
    this.woken.resolve();
    for (const { share } of this.positions.values()) share?.end();
    await this.running;
    await this.member?.stop();
    await this.forget();
  }

  /** The brokers forget an empty group by themselves, later. */
  private async forget(): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        return await this.parts.offsets.forget(this.groupId);
      } catch {
        await delay(50);
      }
    }
  }

  /** After a rejoin it goes on where it was. */
  private begin(partitions: readonly TopicPartition[]): void {
    const { types, topics } = this.broadcast;
    const route = routerFor(this.broadcast);
    const { namespace, epochs } = this.parts;
    const read = readerFor({ namespace, route, ...(types && { types }), ...(epochs && { epochs }) });
    for (const place of partitions) {
      const position = this.positions.get(nameOf(place));
      if (!position || topics.length === 0) continue;
      position.share?.end();
      let messages: BusMessage[] = [];
      let bytes = 0;
      const share: Share = new Share(this.member!, place, this.progress.at(nameOf(place)), {
        stopped: new AbortController(),
        isFull: () => false,
        take: (message) => {
          const arrival = read(place, message, position.seen);
          if (arrival.message) messages.push(arrival.message);
          share.holds(arrival.bytes);
          bytes += arrival.bytes;
        },
        skip: () => {},
        fetched: (last) => {
          this.waiting.push({ position, share, messages, last, bytes });
          [messages, bytes] = [[], 0];
          this.woken.resolve();
        },
      });
      position.share = share;
      share.begin();
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const next = this.waiting.shift();
      if (!next) {
        this.woken = Promise.withResolvers();
        await this.woken.promise;
      } else if (!next.share.isOver) {
        await this.handle(next, signal);
      }
    }
  }

  private async handle({ position, share, messages, last, bytes }: Waiting, signal: AbortSignal) {
    if (messages.length > 0) {
      await withRetries(() => this.broadcast.handle(messages), untilItWorks, signal);
    }
    this.progress.reach(nameOf(position), last + 1);
    share.letsGo(bytes);
  }

  private bounds(): Promise<Map<string, Bounds>> {
    return this.parts.offsets.bounds(this.topics);
  }
}

const endsOf = (bounds: ReadonlyMap<string, Bounds>): Ends =>
  new Map([...bounds].map(([name, { high }]) => [name, high]));
