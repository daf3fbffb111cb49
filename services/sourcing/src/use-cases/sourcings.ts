import type {
  LocationId,
  OrderId,
  OrderPlaced,
  Sku,
  SourcingDecided,
  SourcingRequest,
} from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore, type RecordedEvent, accept } from '@tributary/event-store';
import { decideSourcing } from '../domain/sourcing-decision/decide-sourcing.ts';
import {
  type Short,
  type Sourcing,
  type SourcingEvent,
  evolve,
  maxAttempts,
  notSourced,
  streamOf,
} from '../domain/sourcing-decision/sourcing.ts';
import { sellableAt } from '../projections/stock-replica/stock-replica.ts';
import type { Networks } from './networks.ts';
import type { KnownStock } from './stock-replica.ts';

interface LineQuantity {
  readonly lineId: string;
  readonly sku: Sku;
  readonly quantity: number;
}

/** Every order's sourcing decisions: the first, and those after a refusal, a lost reservation or a short pick. */
export class Sourcings {
  private readonly sourcings: Aggregates<Sourcing, SourcingEvent>;

  constructor(
    private readonly store: EventStore,
    private readonly networks: Networks,
    private readonly stock: Pick<KnownStock, 'of'>,
  ) {
    this.sourcings = new Aggregates(
      store,
      'sourcing',
      { initialState: notSourced, evolve },
      (event) => event as unknown as SourcingEvent,
    );
  }

  async first(cause: Cause, order: OrderPlaced): Promise<void> {
    await this.decide(cause, order.orderId, 'placed', () => ({
      request: requestOf(order),
      short: [],
      excluded: [],
    }));
  }

  /** Inventory had less than the plan took: the same lines again, knowing what it said. */
  async afterRefusal(
    cause: Cause,
    orderId: OrderId,
    decisionId: string,
    short: readonly Short[],
  ): Promise<void> {
    await this.decide(cause, orderId, 'refused', ({ request, decided }) => {
      if (!request || decided?.decisionId !== decisionId) return undefined;
      const lines = decided.fulfilments.flatMap((fulfilment) => fulfilment.lines);
      return { request: { ...request, lines: linesOf(request, lines) }, short, excluded: decided.excluded };
    });
  }

  /** Goods that were promised are not there: these lines again, from elsewhere. */
  async again(
    cause: Cause,
    orderId: OrderId,
    why: 'allocation-lost' | 'short-pick',
    location: LocationId,
    lines: readonly LineQuantity[],
  ): Promise<void> {
    await this.decide(
      cause,
      orderId,
      why,
      ({ request, decided }) =>
        request && {
          request: { ...request, lines: linesOf(request, lines) },
          short: [],
          excluded: [...new Set([...(decided?.excluded ?? []), location])],
        },
    );
  }

  async decisionsOf(orderId: string): Promise<readonly RecordedEvent<string, SourcingDecided>[]> {
    return (await this.store.readStream(streamOf(orderId))) as readonly RecordedEvent<
      string,
      SourcingDecided
    >[];
  }

  private async decide(
    cause: Cause,
    orderId: OrderId,
    why: SourcingDecided['cause'],
    task: (
      sourcing: Sourcing,
    ) => { request: SourcingRequest; short: readonly Short[]; excluded: readonly LocationId[] } | undefined,
  ): Promise<void> {
    const network = await this.networks.current();
    await this.sourcings.execute(cause, streamOf(orderId), (sourcing) => {
      const asked = task(sourcing);
      if (!asked || asked.request.lines.length === 0) return accept();
      const said = new Map(
        asked.short.map(({ sku, location, available }) => [`${sku}@${location}`, available]),
      );
      const levels = (sku: string, location: LocationId) => {
        const known = sellableAt(this.stock.of(sku), location);
        return Math.min(known, said.get(`${sku}@${location}`) ?? known);
      };
      const attempt = sourcing.attempt + 1;
      // After many refusals in a row stock is being fought over: the order waits rather than tries for ever.
      const reachable = attempt > maxAttempts && why === 'refused' ? () => 0 : levels;
      const decided = decideSourcing(
        {
          orderId,
          decisionId: `${orderId}/${attempt}`,
          attempt,
          cause: why,
          request: asked.request,
          excluded: new Set(asked.excluded),
        },
        network,
        reachable,
      );
      return accept<SourcingEvent>({ type: 'tributary.sourcing.decided.v1', data: decided });
    });
  }
}

const requestOf = ({ channel, whenShort, shipTo, lines }: OrderPlaced): SourcingRequest => ({
  channel,
  whenShort,
  ...(shipTo && {
    shipTo: {
      country: shipTo.country,
      ...(shipTo.postalCode && { postalCode: shipTo.postalCode }),
      ...(shipTo.coordinates && { coordinates: shipTo.coordinates }),
    },
  }),
  lines: lines.map(({ lineId, sku, quantity, method, pickupAt }) => ({
    lineId,
    sku,
    quantity,
    method,
    ...(pickupAt && { pickupAt }),
  })),
});

/** The request's lines reduced to the quantities asked for now. */
const linesOf = ({ lines }: SourcingRequest, asked: readonly LineQuantity[]): SourcingRequest['lines'] =>
  lines.flatMap((line) => {
    const quantity = asked
      .filter(({ lineId }) => lineId === line.lineId)
      .reduce((sum, one) => sum + one.quantity, 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
