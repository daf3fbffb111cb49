import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Snapshot, Snapshots, Violation } from '@tributary/event-store';
import type { Collection, ReadStore, Stored } from '@tributary/read-store';
import { type KeptStock, keptOf, keptShape, stockOf } from '../domain/stock/kept-stock.ts';
import { type Stock, type StockFact, stockFold } from '../domain/stock/stock.ts';

interface Kept {
  readonly version: number;
  readonly lastEvent: string;
  readonly stock: KeptStock;
}

const snapshots: Collection<Kept> = {
  name: 'inventory.ledger_snapshots',
  version: keptShape,
  fields: {},
  indexes: [],
};

/** How long a decision waits for one before its ledger is read whole, in milliseconds. */
const patience = 1_000;
/** Open reservations of a ledger that is not kept: it would be a document of megabytes. */
const mostReservations = 10_000;

/** States of long ledgers, kept among the read models: they follow from the log as these do. */
export class LedgerSnapshots implements Snapshots<Stock> {
  private declared: Promise<unknown> | undefined;

  constructor(
    private readonly readStore: ReadStore,
    readonly every = 1_000,
  ) {}

  async find(stream: string): Promise<Snapshot<Stock> | undefined> {
    const late = delay(patience, undefined, { ref: false });
    const found = await Promise.race([this.ready().then(() => this.readStore.get(snapshots, stream)), late]);
    if (!found) return undefined;
    const { stock, ...place } = keptIn(found);
    return { state: stockOf(stock), ...place };
  }

  async keep(stream: string, { state, ...place }: Snapshot<Stock>): Promise<void> {
    if (state.reservations.size > mostReservations) return;
    await this.ready();
    const document: Kept = { ...place, stock: keptOf(state) };
    await this.readStore.apply([{ collection: snapshots, id: stream, document }], []);
  }

  private ready(): Promise<unknown> {
    return (this.declared ??= this.readStore.declare([snapshots]).catch((error: unknown) => {
      this.declared = undefined;
      throw error;
    }));
  }
}

const keptIn = ({ json }: Stored): Kept => JSON.parse(json) as Kept;

/** Decisions stand on them. */
export const snapshotIsAFold = 'ledger-snapshot-is-a-fold';

/**
 * Folds every ledger that is kept anew, as far as it is kept. One that ends with another event than the ledger
 * has there is none of it, and nobody takes it for one.
 */
export async function* snapshotFaults(events: EventStore, readStore: ReadStore): AsyncGenerator<Violation> {
  await readStore.declare([snapshots]);
  for await (const stored of readStore.scan(snapshots)) {
    const { version, lastEvent, stock } = keptIn(stored);
    const folded = await foldedTo(events, stored.id, version);
    if (folded.lastEvent !== lastEvent || JSON.stringify(folded.stock) === JSON.stringify(stock)) continue;
    yield {
      invariant: snapshotIsAFold,
      position: folded.position,
      where: `${stored.id} version ${version}`,
      problem: 'the state that is kept differs from the fold of the ledger',
    };
  }
}

const readAtOnce = 1_000;

const foldedTo = async (
  events: EventStore,
  stream: string,
  version: number,
): Promise<{ lastEvent?: string; position: number; stock: KeptStock }> => {
  let state = stockFold.initialState;
  for (let from = 1; ; from += readAtOnce) {
    const limit = Math.min(readAtOnce, version + 1 - from);
    const page = await events.readStream(stream, { from, limit });
    state = page.reduce((before, event) => stockFold.evolve(before, event as unknown as StockFact), state);
    const last = page.at(-1);
    if (page.length < limit || from + limit > version)
      return { ...(last && { lastEvent: last.id }), position: last?.position ?? 0, stock: keptOf(state) };
  }
};
