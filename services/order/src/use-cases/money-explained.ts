import { type MoneyStep, upcast } from '@tributary/contracts';
import type { EventStore } from '@tributary/event-store';
import { type Order, notCaptured, streamOf } from '../domain/order/order.ts';
import { type RecordedFact, explained } from '../domain/order/payment/explained.ts';

/** Facts of an order that are read and folded before others get their turn: it may have many thousands. */
const readAtOnce = 500;

/** A part of the list. */
export interface Asked {
  readonly limit: number;
  /** The version that the part before ended at; 0 for the first. */
  readonly after: number;
  /** The version of the order that is explained: what is recorded meanwhile is left out. */
  readonly upTo: number;
}

/** What makes up what is owed for an order, from its own stream. */
export class MoneyExplained {
  constructor(private readonly store: EventStore) {}

  /**
   * What moved its money, in the order that it was recorded. A balance stands on all facts before it, so
   * each part is told from the beginning; no more is held than the part and the order as it then was.
   */
  async part(
    orderId: string,
    { limit, after, upTo }: Asked,
  ): Promise<{ readonly items: readonly MoneyStep[]; readonly next?: number }> {
    const found: { readonly step: MoneyStep; readonly version: number }[] = [];
    for await (const one of this.steps(orderId, upTo)) {
      if (one.version <= after) continue;
      if (found.length === limit)
        return { items: found.map(({ step }) => step), next: found.at(-1)!.version };
      found.push(one);
    }
    return { items: found.map(({ step }) => step) };
  }

  private async *steps(orderId: string, upTo: number) {
    let current: Order = notCaptured;
    for (let from = 1; from <= upTo; from += readAtOnce) {
      const limit = Math.min(readAtOnce, upTo - from + 1);
      for (const event of await this.store.readStream(streamOf(orderId), { from, limit })) {
        const { order, step } = explained(current, upcast(event) as unknown as RecordedFact);
        current = order;
        if (step) yield { step, version: event.version };
      }
    }
  }
}
