import type { OrderDifference } from '@tributary/contracts';
import diff from 'microdiff';
import type { OrderPage } from '../projections/order-page/order-page.ts';
import { type Moment, factsAt, pageAfter } from '../projections/order-page/past-page.ts';
import { type KeptFact, entryOf } from '../projections/order-timeline/order-timeline.ts';
import { PageSnapshots } from './page-snapshots.ts';
import type { Timelines } from './timelines.ts';

/** Facts that a difference names. */
const mostFacts = 200;

/** By which of its two moments a fact counts: when it happened, or when it was recorded. */
export type Axis = 'happened' | 'recorded';

export interface Span {
  /** UTC ISO 8601. */
  readonly from: string;
  /** UTC ISO 8601; now where it is left out. */
  readonly to?: string | undefined;
  readonly by: Axis;
}

/**
 * Orders as they were: folded anew from their facts when somebody asks, so that nothing is stored for it. Of orders
 * of very many facts the pages in between are remembered while they are asked for.
 */
export class PastOrders {
  private readonly snapshots = new PageSnapshots();

  constructor(private readonly timelines: Pick<Timelines, 'facts'>) {}

  /**
   * @returns the page as it was at the moment, `not-placed` where the order was not placed by then, undefined where
   * nothing is known of it
   */
  async at(orderId: string, moment: Moment): Promise<OrderPage | 'not-placed' | undefined> {
    const snapshot = this.snapshots.before(orderId, moment);
    const facts = await this.timelines.facts(orderId, snapshot?.version);
    if (facts.length === 0 && !snapshot) return undefined;
    return (await this.snapshots.fold(orderId, facts, moment, snapshot)) ?? 'not-placed';
  }

  /** What became of an order between two moments, and the facts that made the difference. */
  async difference(orderId: string, { from, to, by }: Span): Promise<OrderDifference | undefined> {
    const facts = await this.timelines.facts(orderId);
    if (facts.length === 0) return undefined;
    const [before, after] = [from, to].map((moment) =>
      factsAt(facts, by === 'happened' ? { asOf: moment } : { knownAt: moment }),
    ) as [readonly KeptFact[], readonly KeptFact[]];
    const known = new Set(before);
    const added = after.filter((fact) => !known.has(fact));
    return {
      orderId,
      from,
      ...(to !== undefined && { to }),
      by,
      changes: changesBetween(pageAfter(before), pageAfter(after)),
      facts: added.slice(0, mostFacts).map(entryOf),
      ...(added.length > mostFacts && { more: added.length - mostFacts }),
    };
  }
}

const changesBetween = (
  before: OrderPage | undefined,
  after: OrderPage | undefined,
): OrderDifference['changes'] =>
  diff({ ...before }, { ...after }, { cyclesFix: false }).map((change) => ({
    pointer: pointerOf(change.path),
    ...(change.type !== 'CREATE' && { before: change.oldValue as unknown }),
    ...(change.type !== 'REMOVE' && { after: change.value as unknown }),
  }));

/** JSON pointer, RFC 6901. */
const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
