import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../api/client.ts';
import { Refused, Unreachable } from '../api/problem.ts';
import type { Message } from '../sample/message.ts';
import { type Edition, type SampleOrder, sampleOrder } from '../sample/orders.ts';
import { isShort, storyOf } from '../sample/story.ts';
import { replenishment } from '../sample/supply.ts';
import { byAttempt, readFulfilments } from './order-reader.ts';
import { noTally, publish } from './publisher.ts';

interface Trading {
  readonly seed: number;
  /** Orders a second. */
  readonly rate: number;
  /** Milliseconds since the epoch; live orders are numbered from it, so that each run has its own. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

/** A minute of an order's story lasts a second and a half, so that one can watch it. */
const minute = 1_500;
/** How long after its placing an order is looked up for where it is served from, milliseconds. */
const lookAfter = 2_000;
/** Work on an order that was sourced again begins this many minutes after it was placed. */
const secondLook = 12;
const tick = 250;
/** Orders in a tick, however far behind an interruption has put us. */
const mostAtOnce = 50;

/** Numbers of live orders begin with the second the run began, in few characters, e.g. `TP0B1W-`. */
export const liveEdition = (seed: number, startedAt: number): Edition => ({
  seed,
  label: `${Math.floor(startedAt / 1_000)
    .toString(36)
    .toUpperCase()}-`,
});

/** Keeps trading at a steady rate until the signal; what an interruption of the platform holds up is told later. */
export const tradeOn = async (integrator: Client, trading: Trading): Promise<void> => {
  const { signal } = trading;
  const market = new Market(integrator, trading);
  while (!signal.aborted) {
    await market.advance(Date.now());
    await delay(tick, undefined, { signal }).catch(() => undefined);
  }
};

/** An order that will be looked up for where it is served from. */
interface Look {
  readonly order: SampleOrder;
  readonly late: number;
  readonly at: number;
}

class Market {
  private placed = 0;
  private looks: readonly Look[] = [];
  /** Told but not yet acknowledged, or still to happen. */
  private due: readonly Message[] = [];
  private readonly edition: Edition;

  constructor(
    private readonly integrator: Client,
    private readonly trading: Trading,
  ) {
    this.edition = liveEdition(trading.seed, trading.startedAt);
  }

  /** Does what there is to do by now, milliseconds since the epoch. */
  async advance(now: number): Promise<void> {
    this.placeOrders(now);
    try {
      await this.lookUp(now);
      const { happened = [], later = [] } = Object.groupBy(this.due, ({ time }) =>
        Date.parse(time) <= now ? 'happened' : 'later',
      );
      await publish(this.integrator, happened, noTally());
      this.due = later;
    } catch (error) {
      // Whatever was not acknowledged is sent again: the door knows repeats.
      if (!isPassing(error)) throw error;
    }
  }

  private placeOrders(now: number): void {
    const { seed, rate, startedAt } = this.trading;
    const wanted = Math.floor(((now - startedAt) / 1_000) * rate);
    const fresh: SampleOrder[] = [];
    while (this.placed < wanted && fresh.length < mostAtOnce)
      fresh.push(sampleOrder(this.edition, this.placed++, now));
    this.due = [...this.due, ...fresh.flatMap((order) => [...order.messages, ...replenishment(order, seed)])];
    this.looks = [...this.looks, ...fresh.map((order) => ({ order, late: 0, at: now + lookAfter }))];
  }

  private async lookUp(now: number): Promise<void> {
    const { ready = [], open = [] } = Object.groupBy(this.looks, ({ at }) => (at <= now ? 'ready' : 'open'));
    if (ready.length === 0) return;
    const read = await readFulfilments(
      this.integrator,
      ready.map(({ order }) => order),
    );
    const telling = { seed: this.trading.seed, minute, until: Infinity };
    const stories = read.map(({ order, fulfilments }, index) => {
      const { late } = ready[index]!;
      const { first, again } = byAttempt(fulfilments);
      return {
        order,
        late,
        messages: [
          ...(late === 0 ? storyOf(order, first, telling) : []),
          ...storyOf(order, again, telling, secondLook),
        ],
      };
    });
    const again = stories.filter(({ late, messages }) => late === 0 && messages.some(isShort));
    this.due = [...this.due, ...stories.flatMap(({ messages }) => messages)];
    this.looks = [
      ...open,
      ...again.map(({ order }) => ({ order, late: secondLook, at: order.at + secondLook * minute })),
    ];
  }
}

/** Errors that pass: nobody there for a moment, or a server that asks to try again. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof Refused && error.problem.retryable === true) ||
  (error instanceof Error && error.name === 'AbortError');
