import { type Client, untilSettled } from '../api/client.ts';
import type { SampleFeed, Turn } from '../sample/feed.ts';
import type { Message } from '../sample/message.ts';
import type { SampleOrder } from '../sample/orders.ts';
import { isShort, storyOf } from '../sample/story.ts';
import { byAttempt, readFulfilments } from './order-reader.ts';
import { type Tally, noTally, publish } from './publisher.ts';

export interface Stage {
  readonly text: string;
  readonly orders: number;
  readonly messages: number;
}

interface Playing {
  readonly feed: SampleFeed;
  readonly seed: number;
  /** Milliseconds since the epoch: what happens later is not told. */
  readonly until: number;
  readonly onStage: (stage: Stage) => void;
  readonly signal: AbortSignal;
}

const minute = 60_000;
/** Minutes after an order at which what was sourced again is worked on. */
const secondLook = 10;

/** Who plays: the feed's systems publish and read orders; whether all is settled only ops may see. */
export interface Players {
  readonly integrator: Client;
  readonly ops: Client;
}

/**
 * Plays a feed through the HTTP door as the systems of a retailer would: shops and tills publish; once an order
 * was sourced, its locations, carriers and payment provider read where it is served from and report on.
 * Played again, everything is a duplicate.
 */
export const playFeed = (players: Players, playing: Playing): Promise<Tally> =>
  new Player(players, playing).play();

class Player {
  private readonly tally = noTally();
  private orders = 0;

  constructor(
    private readonly players: Players,
    private readonly playing: Playing,
  ) {}

  async play(): Promise<Tally> {
    const { reference, openingStock, turns } = this.playing.feed;
    for (const [text, messages] of [
      ['locations, products, customers', reference],
      ['opening stock', openingStock],
    ] as const) {
      this.say(text);
      await publish(this.players.integrator, messages, this.tally);
      await this.settle();
    }
    for (const turn of turns) await this.turn(turn);
    await this.settle();
    return this.tally;
  }

  private async turn({ messages, orders }: Turn): Promise<void> {
    await this.trade(messages);
    await this.settle();
    const stories = await this.stories(orders, 0);
    await this.trade(stories.flat());
    const shorted = orders.filter((_, index) => stories[index]!.some(isShort));
    if (shorted.length > 0) {
      await this.settle();
      await this.trade((await this.stories(shorted, secondLook)).flat());
    }
    this.orders += orders.length;
    this.say('trading');
  }

  private async trade(messages: readonly object[]): Promise<void> {
    await publish(this.players.integrator, messages, this.tally);
    this.say('trading');
  }

  private async stories(orders: readonly SampleOrder[], late: number): Promise<Message[][]> {
    const { seed, until } = this.playing;
    const read = await readFulfilments(this.players.integrator, orders);
    const telling = { seed, minute, until };
    return read.map(({ order, fulfilments }) => {
      const { first, again } = byAttempt(fulfilments);
      return [
        ...(late === 0 ? storyOf(order, first, telling) : []),
        ...storyOf(order, again, telling, secondLook),
      ];
    });
  }

  private settle(): Promise<void> {
    return untilSettled(this.players.ops, undefined, this.playing.signal);
  }

  private say(text: string): void {
    const { accepted, duplicate, quarantined } = this.tally;
    this.playing.onStage({ text, orders: this.orders, messages: accepted + duplicate + quarantined });
  }
}
