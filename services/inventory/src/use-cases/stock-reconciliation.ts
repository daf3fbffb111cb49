import {
  type StockBelief,
  type StockDifference,
  type StockDifferences,
  placeKeyOf,
} from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import {
  type Belief,
  type Standing,
  type Told,
  availableOf,
  changeOf,
  differenceOf,
  explanationOf,
  holds,
} from '../domain/stock/explanation.ts';
import { entriesIn } from '../domain/stock/movement-blocks.ts';
import type { Place, StockFact } from '../domain/stock/stock.ts';
import { type StockPosition, stockPositions } from '../projections/stock-position/stock-position.ts';
import type { StockFigures } from './stock-figures.ts';
import type { StockLedgers } from './stock-ledgers.ts';

/** A row as it came: what it says, or why it cannot be read. */
export type BelievedRow =
  { readonly row: number; readonly value: StockBelief } | { readonly row: number; readonly fault: string };

export interface Asked {
  /** When it is asked, UTC ISO 8601. */
  readonly now: string;
  /** Of rows that say none, UTC ISO 8601; now where it is left out. */
  readonly asOf?: string | undefined;
  /** Locations of which the rows are said to name all stock. */
  readonly wholeLocations: readonly string[];
}

/** How many of each came to light. */
export type Counts = Omit<StockDifferences, 'items'>;

/** Rows that are looked at together. */
const atOnce = 50;
/** Newest entries of a ledger among which a difference is explained. */
const lookedAt = 1_000;
/** Entries of an explanation that are listed. */
const listed = 20;
const pageSize = 200;

type Entry = Told & { readonly event: RecordedEvent };
type Verdict = 'equal' | StockDifference['verdict'];

/** What others believe of stock, beside what the ledgers say. */
export class StockReconciliation {
  constructor(
    private readonly ledgers: Pick<StockLedgers, 'recorded' | 'ledger'>,
    private readonly figures: Pick<StockFigures, 'at'>,
    private readonly store: Pick<ReadStore, 'find'>,
  ) {}

  /**
   * What differs, in the order of the rows, then what they do not name. Of a ledger the newest 1,000 entries are
   * looked at to explain a difference.
   * @returns at the end, how many rows came to what
   */
  async *differences(
    rows: readonly BelievedRow[],
    { now, asOf, wholeLocations }: Asked,
  ): AsyncGenerator<readonly StockDifference[], Counts> {
    const counts = { rows: 0, equal: 0, different: 0, unknown: 0, missing: 0, unreadable: 0 };
    const named = new Set<string>();
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      const judged = await Promise.all(some.map((row) => this.judged(row, asOf)));
      for (const { verdict } of judged) counts[verdict] += 1;
      counts.rows += some.length;
      for (const row of some) if ('value' in row) named.add(nameOf(row.value));
      yield judged.flatMap(({ difference }) => difference ?? []);
    }
    for (const location of new Set(wholeLocations))
      for await (const missing of this.unnamed(location, named, asOf)) {
        counts.missing += missing.length;
        yield missing;
      }
    return { comparedAt: now, ...counts };
  }

  private async judged(
    told: BelievedRow,
    usualMoment: string | undefined,
  ): Promise<{ readonly verdict: Verdict; readonly difference?: StockDifference }> {
    const { row } = told;
    if ('fault' in told)
      return { verdict: 'unreadable', difference: { row, verdict: 'unreadable', fault: told.fault } };
    const { sku, location, asOf: ownMoment, ...theirs } = told.value;
    const place = { sku, location };
    const asOf = ownMoment === undefined ? usualMoment : new Date(ownMoment).toISOString();
    const ours = await this.figures.at(place, { asOf });
    if (holds(theirs, ours)) return { verdict: 'equal' };
    const compared = { ...place, ...(asOf !== undefined && { asOf }), ...comparison(theirs, ours) };
    const length = entriesIn((await this.ledgers.recorded(place)).movements);
    if (length === 0) return { verdict: 'unknown', difference: { row, verdict: 'unknown', ...compared } };
    const why = await this.explained(place, length, theirs, ours, asOf);
    return { verdict: 'different', difference: { row, verdict: 'different', ...compared, ...why } };
  }

  private async explained(
    place: Place,
    length: number,
    theirs: Belief,
    ours: Standing,
    asOf: string | undefined,
  ): Promise<Pick<StockDifference, 'why' | 'entries' | 'moreEntries'>> {
    const from = Math.max(1, length - lookedAt + 1);
    const newest = (await this.ledgers.ledger(place, from, lookedAt)).map(entryOf);
    const { why, entries } = explanationOf(theirs, ours, newest, asOf);
    const more = entries.length - listed;
    return {
      why,
      ...(entries.length > 0 && { entries: entries.slice(-listed).map(toldOf) }),
      ...(more > 0 && { moreEntries: more }),
    };
  }

  /** Stock at a location that no row names. */
  private async *unnamed(
    location: string,
    named: ReadonlySet<string>,
    asOf: string | undefined,
  ): AsyncGenerator<readonly StockDifference[]> {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(stockPositions, {
        where: { location },
        sort: { by: 'sku', direction: 'asc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      const places = items
        .map(({ json }) => JSON.parse(json) as StockPosition & Place)
        .filter((position) => !named.has(nameOf(position)));
      yield (await Promise.all(places.map((place) => this.missing(place, asOf)))).flat();
      if (next === undefined) return;
      cursor = next;
    }
  }

  private async missing({ sku, location }: Place, asOf: string | undefined): Promise<StockDifference[]> {
    const ours = await this.figures.at({ sku, location }, { asOf });
    if (ours.onHand === 0 && ours.reserved === 0) return [];
    const at = asOf !== undefined && { asOf };
    return [{ verdict: 'missing', sku, location, ...at, ours: standingOf(ours) }];
  }
}

const nameOf = ({ sku, location }: Pick<StockPosition, 'sku' | 'location'>): string =>
  placeKeyOf(sku, location);

const standingOf = (standing: Standing) => ({
  onHand: standing.onHand,
  reserved: standing.reserved,
  available: availableOf(standing),
});

const comparison = ({ onHand, reserved, available }: Belief, ours: Standing) => {
  const theirs = {
    ...(onHand !== undefined && { onHand }),
    ...(reserved !== undefined && { reserved }),
    ...(available !== undefined && { available }),
  };
  return { theirs, ours: standingOf(ours), difference: differenceOf(theirs, ours) as typeof theirs };
};

const entryOf = (event: RecordedEvent): Entry => ({
  event,
  fact: event as unknown as StockFact,
  at: event.time,
  recordedAt: event.recordedTime,
});

const toldOf = ({ event, ...told }: Entry): NonNullable<StockDifference['entries']>[number] => {
  const { late, orderId } = event.data as { readonly late?: true; readonly orderId?: string };
  const { onHand, reserved } = changeOf(told);
  return {
    eventId: event.id,
    type: event.type,
    version: event.version,
    at: event.time,
    recordedAt: event.recordedTime,
    late: late === true,
    source: event.metadata.source,
    ...(orderId !== undefined && { orderId }),
    onHand,
    reserved,
  };
};
