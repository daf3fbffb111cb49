import {
  type OrderCaptured,
  type ReturnReceived,
  type SaleRecorded,
  orderIdOf,
  upcast,
} from '@tributary/contracts';
import {
  Aggregates,
  type Cause,
  type Decision,
  type EventStore,
  type Executed,
  type RecordedEvent,
  type Refusal,
  accept,
  consequenceId,
  refuse,
} from '@tributary/event-store';
import {
  type Allocation,
  type Unsourced,
  loseAllocation,
  meetShortage,
  takeUpAllocation,
} from '../domain/order/allocation/allocate.ts';
import { type Fitted, fitted, hasAttributes } from '../domain/order/attributes/declared.ts';
import { isDecided } from '../domain/order/lines/lines.ts';
import { mostUses } from '../domain/order/number.ts';
import {
  type Captured,
  type Order,
  type OrderEvent,
  evolve,
  notCaptured,
  orderIdOfStream,
  streamOf,
} from '../domain/order/order.ts';
import {
  type ReportedFact,
  broughtBackOn,
  capturing,
  isAboutAnotherOrder,
  mayHaveLeftMore,
  receiveFact,
  resumeRest,
  withResumed,
} from '../domain/order/receive-fact.ts';
import { byOrder } from '../domain/order/return/by-order.ts';
import {
  type ReturnEvent,
  returnFold,
  streamOf as returnStreamOf,
  takeInUnmatched,
} from '../domain/order/return/unmatched-return.ts';
import { OrderSettings } from './order-settings.ts';
import { SourcingAnswers } from './sourcing-answers.ts';

type Done<R extends Refusal = never> = Executed<OrderEvent, R>;

export const factOf = (event: RecordedEvent): OrderEvent => upcast(event) as unknown as OrderEvent;

/** Facts of the one order and of the other, or why there are none. */
type DecisionOnBoth =
  | { readonly accepted: true; readonly events: readonly [readonly OrderEvent[], readonly OrderEvent[]] }
  | { readonly accepted: false; readonly refusal: Refusal };

const laterUse = ({ channel, number }: SaleRecorded, use: number): string => orderIdOf(channel, number, use);

/** Of a cause that took effect before nobody here knows how far it came. */
const leftMore = (done: Done<Refusal>): boolean =>
  done.outcome === 'duplicate' || (done.outcome === 'recorded' && mayHaveLeftMore(done.events));

/** Part of the ids of the events recorded here. */
export const scope = 'order';

/** Every order's stream: load, decide, append. */
export class Orders {
  private readonly orders: Aggregates<Order, OrderEvent>;
  private readonly returns: Aggregates<boolean, ReturnEvent>;
  readonly answers = new SourcingAnswers();

  constructor(
    private readonly store: EventStore,
    private readonly settings: Pick<OrderSettings, 'holdRules' | 'attributes'> = new OrderSettings(store),
  ) {
    this.orders = new Aggregates<Order, OrderEvent>(
      store,
      scope,
      { initialState: notCaptured, evolve },
      factOf,
    );
    this.returns = new Aggregates<boolean, ReturnEvent>(store, scope, returnFold, (event) => event as never);
  }

  async find(orderId: string): Promise<Captured | undefined> {
    const { state } = await this.orders.load(streamOf(orderId));
    return state.stage === 'captured' ? state : undefined;
  }

  /** The order as it is recorded, without what is still on its way and may come to nothing: what a caller may be told. */
  async recorded(orderId: string): Promise<Captured | undefined> {
    const order = await this.orders.recorded(streamOf(orderId));
    return order.stage === 'captured' ? order : undefined;
  }

  /** Takes in what a system reported: applied, kept until it can be, or kept without effect; never refused. */
  async receive(cause: Cause, fact: ReportedFact): Promise<void> {
    switch (fact.messageType) {
      case 'tributary.sale.recorded.v1':
        return this.ringUp(cause, fact);
      case 'tributary.return.received.v1':
        return this.takeBack(cause, fact, fact.data as ReturnReceived);
      default:
        await this.takeIn(cause, fact);
    }
  }

  /**
   * A receipt, and then the goods that came back on it. That it is told is recorded before what follows from
   * it: told again after a crash, it goes on with what is missing.
   */
  private async ringUp(cause: Cause, fact: ReportedFact): Promise<void> {
    const told = await this.takeIn(cause, fact);
    const broughtBack = broughtBackOn(told);
    if (broughtBack) await this.takeBack(cause, told, broughtBack);
  }

  /** Goods that came back: each order takes back its own, and what names none is kept apart. */
  private async takeBack(cause: Cause, fact: ReportedFact, data: ReturnReceived): Promise<void> {
    const { orders, blind } = byOrder(data);
    for (const part of orders)
      await this.takeIn(cause, {
        ...fact,
        messageType: 'tributary.return.received.v1',
        data: part,
        orderId: part.orderId,
      });
    if (blind)
      await this.decideOnBlind(cause, blind.returnId, (known) => accept(takeInUnmatched(blind, known, fact)));
  }

  /** Decides on a return that names no order, by whether it is known. */
  decideOnBlind(
    cause: Cause,
    returnId: string,
    decide: (known: boolean) => Decision<ReturnEvent, Refusal>,
  ): Promise<Executed<ReturnEvent, Refusal>> {
    return this.returns.execute<Refusal>(cause, returnStreamOf(returnId), decide);
  }

  /**
   * A receipt under a number that was used before for another is taken in as the next order of that number.
   * @returns the fact with the order that took it in
   */
  private async takeIn(cause: Cause, fact: ReportedFact): Promise<ReportedFact> {
    const isPlacing = fact.messageType === 'tributary.order.captured.v1';
    const holdRules = isPlacing ? await this.settings.holdRules.current() : undefined;
    const taken = isPlacing ? { ...fact, data: await this.fitted(fact.data as OrderCaptured) } : fact;
    for (let use = 1; ; use += 1) {
      const told = use === 1 ? taken : { ...taken, orderId: laterUse(fact.data as SaleRecorded, use) };
      const done = await this.orders.execute<Refusal>(cause, streamOf(told.orderId), (order) =>
        use < mostUses && isAboutAnotherOrder(told, order)
          ? refuse({ code: 'number-used-before', reason: `${told.orderId} is another sale.` })
          : accept(...receiveFact(told, order, holdRules)),
      );
      if (done.outcome === 'refused') continue;
      await this.withTheRest(cause, told.orderId, done);
      return told;
    }
  }

  /** What was captured, with its attributes as far as they are declared. */
  private async fitted(data: OrderCaptured): Promise<Fitted> {
    return hasAttributes(data) ? fitted(data, await this.settings.attributes.current()) : data;
  }

  /** Places an order by command: a second one with its number is refused. */
  async place(cause: Cause, data: OrderCaptured): Promise<Done<Refusal>> {
    const orderId = orderIdOf(data.channel, data.number);
    const holdRules = await this.settings.holdRules.current();
    const told = await this.fitted(data);
    const done = await this.orders.execute<Refusal>(cause, streamOf(orderId), (order) => {
      if (order.stage === 'captured') {
        return refuse({
          code: 'already-captured',
          reason: `Order ${order.orderId} is known. Read it, or place this one under another number.`,
        });
      }
      if (told.unfit)
        return refuse({
          code: 'attribute-unfit',
          reason: told.unfit.map(({ reason }) => reason).join(' '),
          details: { unfit: told.unfit },
        });
      const placed = capturing(
        told,
        { orderId, time: cause.time },
        { imported: false, waiting: order, holdRules },
      );
      return accept(...withResumed([placed], order));
    });
    return this.withTheRest(cause, orderId, done);
  }

  async takeUpAllocation(cause: Cause, orderId: string, allocation: Allocation): Promise<void> {
    const done = await this.decideOn(cause, orderId, (order) =>
      accept(...takeUpAllocation(allocation, order)),
    );
    await this.tellWaiting(orderId, done);
  }

  async meetShortage(cause: Cause, orderId: string, unsourced: Unsourced): Promise<void> {
    const done = await this.decideOn(cause, orderId, (order) => accept(...meetShortage(unsourced, order)));
    await this.tellWaiting(orderId, done);
  }

  loseAllocation(cause: Cause, orderId: string, lost: Parameters<typeof loseAllocation>[0]): Promise<Done> {
    return this.decideOn(cause, orderId, (order) => accept(...loseAllocation(lost, order)));
  }

  /**
   * Tells callers who wait here what other replicas record of their orders, until the signal aborts.
   * Alone, this process tells them itself.
   */
  async follow(signal: AbortSignal): Promise<void> {
    if (this.store.features.oneWriter) return;
    for await (const events of this.store.follow(await this.store.head(), signal)) {
      const awaited = new Set(events.map(({ stream }) => orderIdOfStream(stream)));
      for (const orderId of awaited) if (orderId !== undefined) await this.tellIfDecided(orderId);
    }
  }

  /** Decides on an order that is known; of any other nothing is recorded. */
  async decideOn<R extends Refusal = never>(
    cause: Cause,
    orderId: string,
    decide: (order: Captured) => Decision<OrderEvent, R>,
  ): Promise<Done<R>> {
    const done = await this.orders.execute<R>(cause, streamOf(orderId), (order) => {
      if (order.stage !== 'captured') return accept();
      const decision = decide(order);
      return decision.accepted ? accept(...withResumed(decision.events, order)) : decision;
    });
    return this.withTheRest(cause, orderId, done);
  }

  /**
   * Decides on an order that is known together with another, which may not be: what follows is recorded of
   * both at once.
   */
  async decideOnBoth(
    cause: Cause,
    [orderId, otherId]: readonly [string, string],
    decide: (order: Captured, other: Order) => DecisionOnBoth,
  ): Promise<Done<Refusal>> {
    const streams = [streamOf(orderId), streamOf(otherId)];
    const done = await this.orders.executeAll<Refusal>(cause, streams, ([order, other]) => {
      if (order!.stage !== 'captured') return { accepted: true, changes: [] };
      const decision = decide(order as Captured, other!);
      if (!decision.accepted) return decision;
      const changes = [order!, other!].map((before, index) => ({
        stream: streams[index]!,
        events: withResumed(decision.events[index]!, before),
      }));
      return { accepted: true, changes };
    });
    await this.withTheRest(cause, orderId, done);
    return this.withTheRest(cause, otherId, done, 'rest-of-other');
  }

  /**
   * Takes up, part by part, what one decision left over of the messages that waited, before its cause
   * counts as done: told again after a crash, it goes on with the parts that are missing.
   */
  private async withTheRest<R extends Refusal>(
    cause: Cause,
    orderId: string,
    done: Done<R>,
    name = 'rest',
  ): Promise<Done<R>> {
    for (let part = 1, last: Done<R> = done; leftMore(last); part += 1) {
      const id = consequenceId(cause.id, cause.recordedTime, `${scope}/${name}`, part);
      last = await this.orders.execute<R>({ ...cause, id }, streamOf(orderId), (order) =>
        accept(...(order.stage === 'captured' ? resumeRest(order) : [])),
      );
    }
    return done;
  }

  /** Tells those who wait once every line is held, waiting for stock, or refused. */
  private async tellWaiting(orderId: string, { outcome }: Done): Promise<void> {
    if (outcome === 'recorded') await this.tellIfDecided(orderId);
  }

  private async tellIfDecided(orderId: string): Promise<void> {
    if (!this.answers.awaited(orderId)) return;
    const order = await this.find(orderId);
    if (order && isDecided(order)) this.answers.tell(orderId, order);
  }
}
