import { setImmediate as turn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { OrderPage } from '../projections/order-page/order-page.ts';
import { type Moment, factsAt, moreFactsAt, pageAfter } from '../projections/order-page/past-page.ts';
import type { KeptFact } from '../projections/order-timeline/order-timeline.ts';

/** The page of an order after its first facts; what was recorded is never recorded otherwise, so it stays true. */
export interface PageSnapshot {
  /** Version of the last of the facts. */
  readonly version: number;
  readonly page: OrderPage;
  /** When the last of them happened, and when it was recorded: UTC ISO 8601. At an earlier moment not all of them hold. */
  readonly happened: string;
  readonly recorded: string;
}

/** Facts between two snapshots, and facts that are folded before others have their turn; some 5 ms of work. */
export const factsBetween = 500;
/** Orders of very many facts that are looked at again and again; a page lists so many of each kind at most, and is some 100 kB. */
const mostOrders = 10;

/** Pages of orders of very many facts as they once were, so that one moment more is not folded from the beginning. */
export class PageSnapshots {
  /** Of each order those that are kept, the oldest first. */
  private readonly kept = new LRUCache<string, readonly PageSnapshot[]>({ max: mostOrders });

  constructor(private readonly most = factsBetween) {}

  /** The newest of an order, of those that are kept, of which all facts hold at the moment. */
  before(orderId: string, { asOf, knownAt }: Moment): PageSnapshot | undefined {
    return this.kept
      .get(orderId)
      ?.findLast(
        ({ happened, recorded }) =>
          (asOf === undefined || happened <= asOf) && (knownAt === undefined || recorded <= knownAt),
      );
  }

  /**
   * The page of an order at a moment. Others have their turn while very many facts are folded.
   * @param facts all after the snapshot, or all there are, in the order they were recorded
   * @returns undefined where it was not placed by then
   */
  async fold(
    orderId: string,
    facts: readonly KeptFact[],
    moment: Moment,
    from?: PageSnapshot,
  ): Promise<OrderPage | undefined> {
    const held = from ? moreFactsAt(facts, moment) : factsAt(facts, moment);
    let last = from;
    let page = from?.page;
    for (let at = 0; at < held.length; at += this.most) {
      if (at > 0) await turn();
      const part = held.slice(at, at + this.most);
      page = pageAfter(part, page);
      const isWhole = part.length === this.most && part.at(-1) === facts[at + part.length - 1];
      if (isWhole && page !== undefined) this.keep(orderId, (last = snapshotAfter(part, page, last)));
    }
    return page;
  }

  private keep(orderId: string, snapshot: PageSnapshot): void {
    const others = this.kept.get(orderId) ?? [];
    if (others.every(({ version }) => version < snapshot.version))
      this.kept.set(orderId, [...others, snapshot]);
  }
}

const snapshotAfter = (facts: readonly KeptFact[], page: OrderPage, before?: PageSnapshot): PageSnapshot => ({
  version: facts.at(-1)!.version,
  page,
  happened: latest(
    facts.map(({ time }) => time),
    before?.happened,
  ),
  recorded: latest(
    facts.map(({ recordedTime }) => recordedTime),
    before?.recorded,
  ),
});

const latest = (times: readonly string[], before = ''): string =>
  times.reduce((last, time) => (time > last ? time : last), before);
