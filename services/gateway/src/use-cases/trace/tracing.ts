import { type Service, type Trace, placeKeyOf } from '@tributary/contracts';
import { type EventLog, type RecordedEvent, consequenceId } from '@tributary/event-store';
import { type Asked, mostNodes, reachedIn, traceOf } from '../../domain/trace/graph.ts';
import { type TracedEvent, causeOf } from '../../domain/trace/links.ts';
import { namedBy } from '../../domain/trace/named.ts';
import { quarantineStreamOf } from '../quarantining.ts';

/** A log that traces are looked for in. */
export type TracedLog = Pick<EventLog, 'all' | 'forService'>;

/** Events of a stream that are looked at: an order’s facts are some dozens. */
const mostOfStream = 1_000;
/** Events that are looked at for one trace. */
const mostLookedAt = 10_000;
/** Orders in the queue for a SKU that are looked at for what new stock led to, those that joined last. */
const mostWaiting = 100;

/** A stream by the service that writes it. */
interface Stream {
  readonly service: Service;
  readonly name: string;
}

/**
 * Looks for what led to what when somebody asks, so that nothing is kept for it: causes by their ids, consequences
 * in the short streams that an event names (of orders, their sourcing, their allocations, returns), and in long
 * ledgers by the ids that they must have, since the id of a consequence follows from its cause.
 */
export class Tracing {
  constructor(private readonly logs: readonly TracedLog[]) {}

  /** The trace of an event that is recorded; undefined where none is under this id. */
  async ofEvent(eventId: string): Promise<Trace | undefined> {
    const walk = new Walk(this.logs, { eventId });
    walk.take(await walk.find([eventId]));
    return walk.isEmpty ? undefined : walk.trace();
  }

  /** The trace of an order: its facts, and all that led to them; undefined where nothing is known of it. */
  async ofOrder(orderId: string): Promise<Trace | undefined> {
    const walk = new Walk(this.logs, { orderId });
    await walk.readStreams(streamsOfOrder(orderId));
    return walk.isEmpty ? undefined : walk.trace();
  }
}

/** One trace as it is looked for. */
class Walk {
  private readonly events = new Map<string, TracedEvent>();
  private readonly expanded = new Set<string>();
  private readonly read = new Set<string>();
  /** Ids that were looked for: what is not there was a command. */
  private readonly soughtCauses = new Set<string>();

  constructor(
    private readonly logs: readonly TracedLog[],
    private readonly asked: Asked,
  ) {}

  get isEmpty(): boolean {
    return this.events.size === 0;
  }

  take(found: readonly TracedEvent[]): void {
    for (const event of found) this.events.set(event.id, event);
  }

  async trace(): Promise<Trace> {
    for (;;) {
      const known = [...this.events.values()];
      const { ids } = reachedIn(known, this.asked);
      const reached = known.filter(({ id }) => ids.has(id));
      await this.findCauses(reached);
      const fresh = reached.filter(({ id }) => !this.expanded.has(id));
      const isEnough = ids.size > mostNodes || known.length > mostLookedAt;
      if (fresh.length > 0 && isEnough) return { ...this.traceSoFar(), more: true };
      for (const event of fresh) await this.expand(event);
      if (fresh.length === 0 && this.events.size === known.length) return this.traceSoFar();
    }
  }

  private traceSoFar(): Trace {
    return traceOf([...this.events.values()], this.asked);
  }

  /** Reads whole streams, each once. */
  async readStreams(streams: readonly Stream[]): Promise<void> {
    for (const stream of streams) await this.readStream(stream, mostOfStream, 'forward');
  }

  async find(ids: readonly string[]): Promise<readonly TracedEvent[]> {
    if (ids.length === 0) return [];
    const found = await Promise.all(this.logs.map(({ all }) => all.find(ids)));
    return found.flatMap((events, log) => events.map((event) => ({ ...event, log })));
  }

  private async findCauses(reached: readonly TracedEvent[]): Promise<void> {
    const missing = new Set<string>();
    for (const event of reached) {
      const cause = causeOf(event);
      if (cause !== undefined && !this.events.has(cause) && !this.soughtCauses.has(cause)) missing.add(cause);
    }
    for (const id of missing) this.soughtCauses.add(id);
    this.take(await this.find([...missing]));
  }

  private async expand(event: TracedEvent): Promise<void> {
    this.expanded.add(event.id);
    const { orders, returns, skus, places } = namedBy(event.data);
    const isHere = (orderId: string) => !('orderId' in this.asked) || this.asked.orderId === orderId;
    for (const orderId of orders.filter(isHere)) await this.readStreams(streamsOfOrder(orderId));
    await this.readStreams(returns.map((id) => ({ service: 'order', name: `return-${id}` })));
    if (event.type === 'tributary.message.quarantined.v1') await this.readReleased(event);
    await this.findInLedgers(event, places);
    const mayServe = event.stream.startsWith('inventory/stock-') && !('orderId' in this.asked);
    if (mayServe) for (const sku of skus) await this.readWaiting(sku);
  }

  /** New stock is told to those who wait for it, whom it does not name. */
  private async readWaiting(sku: string): Promise<void> {
    const queue = await this.readStream(
      { service: 'sourcing', name: `backorders-${sku}` },
      mostWaiting,
      'backward',
    );
    const waiting = new Set(queue.flatMap(({ data }) => namedBy(data).orders));
    for (const orderId of waiting)
      await this.readStreams([{ service: 'sourcing', name: `sourcing-${orderId}` }]);
  }

  private async readReleased({ id }: TracedEvent): Promise<void> {
    const facts = await this.readStream(
      { service: 'gateway', name: quarantineStreamOf(id) },
      mostOfStream,
      'forward',
    );
    const accepted = facts.flatMap(({ data }) => (data as { readonly acceptedAs?: string }).acceptedAs ?? []);
    this.take(await this.find(accepted));
  }

  /** Facts of ledgers, one after another as long as there are any. */
  private async findInLedgers(
    { id, recordedTime }: TracedEvent,
    places: readonly { readonly sku: string; readonly location: string }[],
  ): Promise<void> {
    let scopes = places.map(({ sku, location }) => `inventory/stock-${placeKeyOf(sku, location)}`);
    for (let index = 0; scopes.length > 0; index += 1) {
      const ids = new Map(scopes.map((scope) => [consequenceId(id, recordedTime, scope, index), scope]));
      const found = await this.find([...ids.keys()]);
      this.take(found);
      scopes = found.map((event) => ids.get(event.id)!);
    }
  }

  private async readStream(
    { service, name }: Stream,
    limit: number,
    direction: 'forward' | 'backward',
  ): Promise<readonly TracedEvent[]> {
    const stream = `${service}/${name}`;
    if (this.read.has(stream)) return [];
    this.read.add(stream);
    const options = direction === 'forward' ? { limit } : { direction, limit };
    const parts = await Promise.all(
      this.logs.map((log) => log.forService(service).readStream(name, options)),
    );
    const located = (events: readonly RecordedEvent[], log: number) =>
      events.map((event) => ({ ...event, stream, log }));
    const events = parts.flatMap(located);
    this.take(events);
    return events;
  }
}

const streamsOfOrder = (orderId: string): readonly Stream[] => [
  { service: 'order', name: `order-${orderId}` },
  { service: 'sourcing', name: `sourcing-${orderId}` },
  { service: 'inventory', name: `allocation-${orderId}` },
];
