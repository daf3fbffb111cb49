import { type TimelineEntry, type TimelinePolicy, facts as published } from '@tributary/contracts';
import { BadQuery, type ReadStore } from '@tributary/read-store';
import { type WeighedFact, leftOutBy } from '../domain/significance/significance.ts';
import {
  type KeptFact,
  type TimelinePage,
  type TimelineSide,
  entryOf,
  factsOnPage,
  precedesSourcing,
  timelinePageId,
  timelinePages,
} from '../projections/order-timeline/order-timeline.ts';
import {
  type TimelinePolicyInForce,
  timelinePolicies,
  timelinePolicyId,
} from '../projections/timeline-policy/timeline-policy.ts';

/** Entries of a timeline, oldest first, and where to go on where there are more. */
export interface TimelinePart {
  readonly items: readonly TimelineEntry[];
  /** Facts of this part that the policy leaves out: among the entries where all is asked for. */
  readonly leftOut: number;
  readonly next?: string;
}

/** What is asked of a timeline. */
export interface AskedTimeline {
  /** Most entries. */
  readonly limit: number;
  /** `next` of the part before. */
  readonly cursor?: string | undefined;
  /** What the policy leaves out is told too, each with its rule. */
  readonly all?: boolean;
}

/** So many facts are looked at for an answer, however few of them are told. */
const mostLookedAt = 1_000;

/** What happened to an order, its own facts and its sourcing's, as one list that is read part by part. */
export class Timelines {
  constructor(private readonly store: Pick<ReadStore, 'get'>) {}

  /**
   * What the policy in force tells of an order. A part may have fewer entries than were asked for, or none, and a `next`.
   * @returns undefined where nothing is known of the order
   * @throws BadQuery the cursor is none
   */
  async read(
    orderId: string,
    { limit, cursor, all = false }: AskedTimeline,
  ): Promise<TimelinePart | undefined> {
    const read = placeOf(cursor);
    const policy = await this.policy();
    const heads = await this.headsAfter(orderId, read);
    const items: TimelineEntry[] = [];
    let [looked, leftOut] = [0, 0];
    for (let next = upcoming(heads); next && items.length < limit; next = upcoming(heads)) {
      if (looked === mostLookedAt) break;
      const ruleId = leftOutBy(policy, weighedOf(next.fact), read.types);
      if (ruleId === undefined || all)
        items.push({ ...entryOf(next.fact), ...(ruleId !== undefined && { leftOutBy: ruleId }) });
      leftOut += ruleId === undefined ? 0 : 1;
      looked += 1;
      read[next.side] = next.fact.version;
      read.types.add(next.fact.type);
      await advance(heads, next.side);
    }
    if (looked === 0 && cursor === undefined) return undefined;
    return { items, leftOut, ...(upcoming(heads) && { next: cursorAt(read) }) };
  }

  /**
   * The first facts of an order and of its sourcing, oldest first, as a policy weighs them.
   * @param most of them
   */
  async weighed(orderId: string, most: number): Promise<readonly WeighedFact[]> {
    const heads = await this.headsAfter(orderId, { order: 0, sourcing: 0 });
    const facts: WeighedFact[] = [];
    for (let next = upcoming(heads); next && facts.length < most; next = upcoming(heads)) {
      facts.push(weighedOf(next.fact));
      await advance(heads, next.side);
    }
    return facts;
  }

  /** The one in force; all is told until one is set. */
  private async policy(): Promise<TimelinePolicy> {
    const stored = await this.store.get(timelinePolicies, timelinePolicyId);
    return stored ? (JSON.parse(stored.json) as TimelinePolicyInForce).policy : { rules: [] };
  }

  private async headsAfter(orderId: string, read: Versions): Promise<Heads> {
    const [order, sourcing] = [
      this.factsAfter('order', orderId, read.order),
      this.factsAfter('sourcing', orderId, read.sourcing),
    ];
    return {
      order: { fact: await following(order), rest: order },
      sourcing: { fact: await following(sourcing), rest: sourcing },
    };
  }

  /**
   * All facts of the order's own in the order they were recorded; none where nothing is known of it.
   * @param after the version after which they begin
   */
  async facts(orderId: string, after = 0): Promise<readonly KeptFact[]> {
    const facts: KeptFact[] = [];
    for await (const fact of this.factsAfter('order', orderId, after)) facts.push(fact);
    return facts;
  }

  private async *factsAfter(side: TimelineSide, orderId: string, after: number): AsyncGenerator<KeptFact> {
    for (let version = after + 1; ;) {
      const page = await this.store.get(timelinePages, timelinePageId(side, orderId, version));
      const facts = page ? (JSON.parse(page.json) as TimelinePage).facts : [];
      yield* facts.filter((fact) => fact.version >= version);
      const last = facts.at(-1)?.version ?? 0;
      if (last % factsOnPage !== 0 || last < version) return;
      version = last + 1;
    }
  }
}

/** How many facts of each side have been read. */
type Versions = Readonly<Record<TimelineSide, number>>;

/** Which fact comes next on a side, and what comes after it. */
interface Head {
  fact: KeptFact | undefined;
  readonly rest: AsyncGenerator<KeptFact>;
}
type Heads = Readonly<Record<TimelineSide, Head>>;

const following = async (facts: AsyncGenerator<KeptFact>): Promise<KeptFact | undefined> => {
  const { value } = (await facts.next()) as { readonly value: KeptFact | undefined };
  return value;
};

const advance = async (heads: Heads, side: TimelineSide): Promise<void> => {
  heads[side].fact = await following(heads[side].rest);
};

/** Of the next facts of both sides the one that stands first. */
const upcoming = (heads: Heads): { readonly side: TimelineSide; readonly fact: KeptFact } | undefined => {
  const [order, sourcing] = [heads.order.fact, heads.sourcing.fact];
  if (order && (!sourcing || precedesSourcing(order, sourcing))) return { side: 'order', fact: order };
  return sourcing && { side: 'sourcing', fact: sourcing };
};

const weighedOf = ({ type, metadata: { origin, source }, data }: KeptFact): WeighedFact => ({
  type,
  source: origin ?? source,
  data,
});

/** Where a part of a timeline begins. */
interface Place extends Record<TimelineSide, number> {
  /** Of facts before it: a rule may leave out what comes again. */
  readonly types: Set<string>;
}

/** A bit a type, so that a cursor stays short whatever came before it. */
const typesByPlace: readonly string[] = [...Object.keys(published.order), ...Object.keys(published.sourcing)];

const cursorAt = ({ order, sourcing, types }: Place): string => {
  const bits = typesByPlace.reduce((sum, type, at) => (types.has(type) ? sum | (1n << BigInt(at)) : sum), 0n);
  return Buffer.from(`${order}.${sourcing}.${bits.toString(16)}`).toString('base64url');
};

const placeOf = (cursor: string | undefined): Place => {
  if (cursor === undefined) return { order: 0, sourcing: 0, types: new Set() };
  const [, order, sourcing, bits = '0'] =
    /^(\d{1,15})\.(\d{1,15})(?:\.([0-9a-f]{1,64}))?$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (order === undefined) throw new BadQuery('cursor', 'this is not a cursor');
  const before = BigInt(`0x${bits}`);
  const types = typesByPlace.filter((_, at) => (before >> BigInt(at)) & 1n);
  return { order: Number(order), sourcing: Number(sourcing), types: new Set(types) };
};
