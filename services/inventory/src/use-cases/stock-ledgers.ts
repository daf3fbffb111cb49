import type { InboundTypeName, LocationId, OrderId, Sku } from '@tributary/contracts';
import {
  Aggregates,
  type Cause,
  type Change,
  type Decision,
  type EventStore,
  type Executed,
  type Outcome,
  type RecordedEvent,
  type Refusal,
  type Snapshots,
  accept,
  refuse,
} from '@tributary/event-store';
import {
  type AllocationRequest,
  type HeldGoods,
  allocate,
  brokenBy,
  changesFor,
  placeOf,
  reservationIdOf,
  streamsOf,
  releaseHeld,
} from '../domain/allocation/allocation.ts';
import { countOf } from '../domain/stock/counts.ts';
import {
  adjust,
  count,
  issue,
  miss,
  moveIn,
  moveOut,
  receive,
  sell,
  takeBack,
} from '../domain/stock/movements.ts';
import { type Place, type Stock, type StockFact, stockFold, streamOf } from '../domain/stock/stock.ts';
import { movedSince } from './moved-since.ts';

type Done = Executed<StockFact, never>;

interface Goods extends Place {
  readonly lineId: string;
  readonly quantity: number;
}

/** Everything that happens to stock: load the ledgers concerned, decide, append. */
export class StockLedgers {
  private readonly ledgers: Aggregates<Stock, StockFact>;

  /** @param snapshots where states of long ledgers are kept; these are read whole when left out */
  constructor(
    private readonly store: EventStore,
    snapshots?: Snapshots<Stock>,
  ) {
    const factOf = (event: RecordedEvent) => event as unknown as StockFact;
    this.ledgers = new Aggregates(store, 'inventory', stockFold, factOf, { ...(snapshots && { snapshots }) });
  }

  async at(place: Place): Promise<Stock> {
    return (await this.ledgers.load(streamOf(place))).state;
  }

  /** The state as it is recorded: what a caller may be told. */
  recorded(place: Place): Promise<Stock> {
    return this.ledgers.recorded(streamOf(place));
  }

  receive(cause: Cause, place: Place, quantity: number, purchaseOrder?: string): Promise<Done> {
    if (isHistory(cause)) return this.keepAsHistory(cause, place, 'tributary.stock.received.v1');
    return this.onOne(cause, streamOf(place), (stock) =>
      accept(...receive(place, quantity, purchaseOrder, cause.time, stock)),
    );
  }

  adjust(cause: Cause, place: Place, delta: number, reason: string): Promise<Done> {
    if (isHistory(cause)) return this.keepAsHistory(cause, place, 'tributary.stock.adjusted.v1');
    return this.onOne(cause, streamOf(place), (stock) =>
      accept(...adjust(place, delta, reason, cause.time, stock)),
    );
  }

  /** A count as of an earlier time looks back: what moved after it stays on top of it. */
  async count(
    cause: Cause,
    place: Place,
    counted: number,
    countedAt: string,
    reason?: string,
  ): Promise<Executed<StockFact, Refusal>> {
    if (isHistory(cause)) return this.keepAsHistory(cause, place, 'tributary.stock.counted.v1');
    const stream = streamOf(place);
    const taken = countOf(counted, countedAt, cause.recordedTime, reason);
    for (;;) {
      const seen = await this.ledgers.load(stream);
      const later =
        taken.asOf >= seen.state.lastMovementAt
          ? 0
          : await this.movedAfter(cause, stream, seen.state, taken.asOf);
      const done = await this.onOne<Refusal>(cause, stream, (stock) =>
        stock === seen.state
          ? accept(...count(place, taken, stock.onHand - later, stock))
          : refuse({ code: 'moved-meanwhile', reason: 'Stock moved while the count was placed.' }),
      );
      if (done.outcome !== 'refused') return done;
    }
  }

  move(
    cause: Cause,
    sku: Sku,
    from: LocationId,
    to: LocationId,
    quantity: number,
    reason?: string,
  ): Promise<Done> {
    const [source, target] = [
      { sku, location: from },
      { sku, location: to },
    ];
    const type = 'tributary.stock.moved.v1';
    if (isHistory(cause)) return this.keepAsHistory(cause, source, type);
    if (from === to) {
      return this.ignore(cause, source, type, 'moved-nowhere', 'It stayed where it was.');
    }
    const streams = [streamOf(source), streamOf(target)];
    return this.onAll(cause, streams, ([left, entered]) => ({
      accepted: true,
      changes: [
        { stream: streams[0]!, events: moveOut(source, quantity, { to, reason }, cause.time, left!) },
        { stream: streams[1]!, events: moveIn(target, quantity, { from, reason }, cause.time, entered!) },
      ],
    }));
  }

  expectSupply(
    cause: Cause,
    place: Place,
    purchaseOrder: string,
    quantity: number,
    expectedAt: string,
  ): Promise<Done> {
    return this.onOne(cause, streamOf(place), () =>
      accept<StockFact>({
        type: 'tributary.inventory.supply-expected.v1',
        data: { ...place, purchaseOrder, quantity, expectedAt },
      }),
    );
  }

  sell(cause: Cause, orderId: OrderId, goods: readonly Goods[]): Promise<Done> {
    return this.movesOf(cause, goods, ({ lineId, quantity, ...place }, stock) =>
      sell(placeOf(place), quantity, { orderId, lineId }, cause.time, stock),
    );
  }

  /** All reservations of a sourcing decision or none; the answer is recorded with them. */
  allocate(cause: Cause, request: AllocationRequest): Promise<Done> {
    const streams = streamsOf(request);
    return this.onAll(cause, streams, (states) =>
      allocate(request, new Map(streams.map((stream, index) => [stream, states[index]!]))),
    );
  }

  release(cause: Cause, orderId: OrderId, held: readonly HeldGoods[], reason: string): Promise<Done> {
    return this.onEach(cause, held, releaseHeld(orderId, reason));
  }

  /**
   * Goods left for an order, and what is held for it elsewhere in their stead is released with them.
   * @param held each may say how much of it a short pick had reported missing
   */
  issue(
    cause: Cause,
    orderId: OrderId,
    held: readonly (HeldGoods & { readonly shorted?: number })[],
    instead: readonly HeldGoods[] = [],
  ): Promise<Done> {
    const left = isHistory(cause) ? [] : held;
    const releasing = releaseHeld(orderId, 'left from elsewhere');
    const steps = [
      ...left.map((goods) => ({ ...goods, leaves: true })),
      ...instead.map((goods) => ({ ...goods, leaves: false, shorted: 0 })),
    ];
    if (steps.length === 0) return Promise.resolve({ outcome: 'nothing-to-do' });
    return this.onEach(cause, steps, ({ leaves, shorted, ...goods }, stock) =>
      leaves
        ? issue(placeOf(goods), reservation(orderId, goods), cause.time, stock, shorted)
        : releasing(goods, stock),
    );
  }

  /** Goods that were promised but could not be picked: the promise ends, and the ledger learns what was not there. */
  short(cause: Cause, orderId: OrderId, held: readonly (HeldGoods & { reason: string })[]): Promise<Done> {
    return this.onEach(cause, held, (goods, stock) => {
      const released = releaseHeld(orderId, `short pick: ${goods.reason}`)(goods, stock);
      // What was broken before the pick is out of the ledger already.
      const missing = released.reduce((sum, { data }) => sum + ('quantity' in data ? data.quantity : 0), 0);
      if (missing === 0) return [];
      const left = released.reduce(stockFold.evolve, stock);
      const reason = `short pick: ${goods.reason}`;
      const { reservationId } = reservation(orderId, goods);
      const missed = { reservationId, quantity: missing };
      return [...released, ...miss(placeOf(goods), missed, reason, cause.time, left)];
    });
  }

  /** @param goods of a blind return they name no line */
  takeBack(
    cause: Cause,
    goods: readonly (Omit<Goods, 'lineId'> & { readonly lineId?: string })[],
    returnId: string,
    orderId?: OrderId,
  ): Promise<Done> {
    return this.movesOf(cause, goods, ({ lineId, quantity, ...place }, stock) =>
      takeBack(placeOf(place), quantity, { returnId, orderId, lineId }, cause.time, stock),
    );
  }

  /** The ledger of one SKU at one location, oldest first. */
  ledger(place: Place, from: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.store.readStream(streamOf(place), { from, limit });
  }

  private onOne<R extends Refusal = never>(
    cause: Cause,
    stream: string,
    decide: (stock: Stock) => Decision<StockFact, R>,
  ): Promise<Executed<StockFact, R>> {
    return this.onAll<R>(cause, [stream], ([stock]) => {
      const decision = decide(stock!);
      return decision.accepted
        ? { accepted: true, changes: [{ stream, events: decision.events }] }
        : decision;
    });
  }

  private onAll<R extends Refusal = never>(
    cause: Cause,
    streams: readonly string[],
    decide: (stocks: readonly Stock[]) => Outcome<StockFact, R>,
  ): Promise<Executed<StockFact, R>> {
    return this.ledgers.executeAll<R>(cause, streams, (stocks) => tellingOrders(decide(stocks)));
  }

  private async movedAfter(
    cause: Cause,
    stream: string,
    { movements }: Stock,
    time: string,
  ): Promise<number> {
    // What is submitted is in the state already, and in the stream only once it is recorded: this waits for it.
    await this.onOne(cause, stream, () => accept());
    return movedSince(movements, time, (from, limit) => this.store.readStream(stream, { from, limit }));
  }

  private keepAsHistory(cause: Cause, place: Place, type: InboundTypeName): Promise<Done> {
    const reason = 'Imported history does not move current stock.';
    return this.ignore(cause, place, type, 'imported-history', reason);
  }

  /** Keeps a message that has no effect on stock, so that every message can be found where it went. */
  private ignore(
    cause: Cause,
    place: Place,
    messageType: InboundTypeName,
    code: string,
    reason: string,
  ): Promise<Done> {
    return this.onOne(cause, streamOf(place), () =>
      accept<StockFact>({
        type: 'tributary.inventory.fact-ignored.v1',
        data: { ...place, messageId: cause.id, messageType, code, reason },
      }),
    );
  }

  /** What moves with an order. Of an imported one its own history tells, and the ledgers stay as they are. */
  private movesOf<G extends Place>(
    cause: Cause,
    goods: readonly G[],
    rule: (held: G, stock: Stock) => readonly StockFact[],
  ): Promise<Done> {
    const nothing = isHistory(cause) || goods.length === 0;
    return nothing ? Promise.resolve({ outcome: 'nothing-to-do' }) : this.onEach(cause, goods, rule);
  }

  private onEach<G extends Place>(
    cause: Cause,
    goods: readonly G[],
    rule: (held: G, stock: Stock) => readonly StockFact[],
  ): Promise<Done> {
    const streams = [...new Set(goods.map(streamOf))];
    return this.onAll(cause, streams, (states) => {
      const stocks = new Map(streams.map((stream, index) => [stream, states[index]!]));
      const changes: Change<StockFact>[] = changesFor(goods, stocks, rule);
      return { accepted: true, changes };
    });
  }
}

/** What a change breaks of orders' reservations is told in their allocations' streams, too. */
const tellingOrders = <R extends Refusal>(outcome: Outcome<StockFact, R>): Outcome<StockFact, R> =>
  outcome.accepted ? { ...outcome, changes: [...outcome.changes, ...brokenBy(outcome.changes)] } : outcome;

/** Imported history tells what has been: counts and movements of today know it already. */
const isHistory = ({ metadata }: Cause): boolean => metadata.imported === true;

const reservation = (orderId: OrderId, { fulfilmentId, lineId, quantity }: HeldGoods) => ({
  reservationId: reservationIdOf(orderId, fulfilmentId, lineId),
  orderId,
  fulfilmentId,
  lineId,
  quantity,
});
