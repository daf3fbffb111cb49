import type { TimelineEntry } from '@tributary/contracts';
import { BadQuery, type ReadStore } from '@tributary/read-store';
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

/** Entries of a timeline, oldest first, and where to go on where there are more. */
export interface TimelinePart {
  readonly items: readonly TimelineEntry[];
  readonly next?: string;
}

/** How many entries of each side have been read. */
type Read = Readonly<Record<TimelineSide, number>>;

/** What happened to an order, its own facts and its sourcing's, as one list that is read part by part. */
export class Timelines {
  constructor(private readonly store: Pick<ReadStore, 'get'>) {}

  /**
   * @param limit most entries
   * @param cursor `next` of the part before
   * @returns undefined where nothing is known of the order
   * @throws BadQuery the cursor is none
   */
  async read(orderId: string, limit: number, cursor?: string): Promise<TimelinePart | undefined> {
    const read = { ...readUntil(cursor) };
    const sides = {
      order: this.factsAfter('order', orderId, read.order),
      sourcing: this.factsAfter('sourcing', orderId, read.sourcing),
    };
    const heads = { order: await upcoming(sides.order), sourcing: await upcoming(sides.sourcing) };
    const items: TimelineEntry[] = [];
    for (let side = firstOf(heads); side && items.length < limit; side = firstOf(heads)) {
      items.push(entryOf(heads[side]!));
      read[side] = heads[side]!.version;
      heads[side] = await upcoming(sides[side]);
    }
    if (items.length === 0 && cursor === undefined) return undefined;
    return { items, ...(firstOf(heads) && { next: cursorAt(read) }) };
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

type Heads = Readonly<Record<TimelineSide, KeptFact | undefined>>;

const upcoming = async (facts: AsyncGenerator<KeptFact>): Promise<KeptFact | undefined> => {
  const { value } = (await facts.next()) as { readonly value: KeptFact | undefined };
  return value;
};

const firstOf = ({ order, sourcing }: Heads): TimelineSide | undefined => {
  if (!order || !sourcing) return order ? 'order' : sourcing && 'sourcing';
  return precedesSourcing(order, sourcing) ? 'order' : 'sourcing';
};

const cursorAt = ({ order, sourcing }: Read): string =>
  Buffer.from(`${order}.${sourcing}`).toString('base64url');

const readUntil = (cursor: string | undefined): Read => {
  if (cursor === undefined) return { order: 0, sourcing: 0 };
  const [, order, sourcing] =
    /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (order === undefined) throw new BadQuery('cursor', 'this is not a cursor');
  return { order: Number(order), sourcing: Number(sourcing) };
};
