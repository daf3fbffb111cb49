import {
  type ApprovalLimits,
  type AuthoriseReturn,
  type ChangeOrder,
  type Hold,
  type HoldRules,
  type OrderCaptured,
  type ReceiveReturn,
  type ReturnPolicy,
  type RefundOrder,
  type ReturnReceived,
  type Role,
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
  recordedBefore,
  refuse,
} from '@tributary/event-store';
import {
  type Allocation,
  type Unsourced,
  loseAllocation,
  meetShortage,
  takeUpAllocation,
} from '../domain/order/allocation/allocate.ts';
import { authorise, callOff } from '../domain/order/return/authorise.ts';
import { receive } from '../domain/order/return/receive.ts';
import { isDecided } from '../domain/order/lines/lines.ts';
import { cancel } from '../domain/order/lines/cancel.ts';
import { type PickupDecision, decidePickup } from '../domain/order/lines/pickup-decision.ts';
import { change, closeProposal } from '../domain/order/change/change.ts';
import { limitsFold, limitsOf, limitsStream } from '../domain/order/change/limits.ts';
import { hold, release } from '../domain/order/hold/hold.ts';
import { holdRulesFold, holdRulesStream } from '../domain/order/hold/hold-rules.ts';
import { askRefund } from '../domain/order/payment/ask-refund.ts';
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
import { policyFold, policyStream } from '../domain/order/return/policy.ts';
import { Setting } from './setting.ts';
import { SourcingAnswers } from './sourcing-answers.ts';

type Done<R extends Refusal = never> = Executed<OrderEvent, R>;

const factOf = (event: RecordedEvent): OrderEvent => upcast(event) as unknown as OrderEvent;

const laterUse = ({ channel, number }: SaleRecorded, use: number): string => orderIdOf(channel, number, use);

/** Of a cause that took effect before nobody here knows how far it came. */
const leftMore = (done: Done<Refusal>): boolean =>
  done.outcome === 'duplicate' || (done.outcome === 'recorded' && mayHaveLeftMore(done.events));

/** Part of the ids of the events recorded here. */
const scope = 'order';

/** Every order's stream: load, decide, append. */
export class Orders {
  private readonly orders: Aggregates<Order, OrderEvent>;
  private readonly returns: Aggregates<boolean, ReturnEvent>;
  readonly answers = new SourcingAnswers();
  readonly policies: Setting<ReturnPolicy>;
  readonly limits: Setting<ApprovalLimits>;
  readonly holdRules: Setting<HoldRules>;

  constructor(private readonly store: EventStore) {
    this.policies = new Setting(store, policyStream, policyFold, 'tributary.return.policy-set.v1');
    this.limits = new Setting(store, limitsStream, limitsFold, 'tributary.approval.limits-set.v1');
    this.holdRules = new Setting(store, holdRulesStream, holdRulesFold, 'tributary.hold.rules-set.v1');
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
      await this.returns.execute(cause, returnStreamOf(blind.returnId), (known) =>
        accept(takeInUnmatched(blind, known, fact)),
      );
  }

  /**
   * A receipt under a number that was used before for another is taken in as the next order of that number.
   * @returns the fact with the order that took it in
   */
  private async takeIn(cause: Cause, fact: ReportedFact): Promise<ReportedFact> {
    const isPlacing = fact.messageType === 'tributary.order.captured.v1';
    const holdRules = isPlacing ? await this.holdRules.current() : undefined;
    for (let use = 1; ; use += 1) {
      const told = use === 1 ? fact : { ...fact, orderId: laterUse(fact.data as SaleRecorded, use) };
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

  /** Places an order by command: a second one with its number is refused. */
  async place(cause: Cause, data: OrderCaptured): Promise<Done<Refusal>> {
    const orderId = orderIdOf(data.channel, data.number);
    const holdRules = await this.holdRules.current();
    const done = await this.orders.execute<Refusal>(cause, streamOf(orderId), (order) => {
      if (order.stage === 'captured') {
        return refuse({
          code: 'already-captured',
          reason: `Order ${order.orderId} is known. Read it, or place this one under another number.`,
        });
      }
      const placed = capturing(
        data,
        { orderId, time: cause.time },
        { imported: false, waiting: order, holdRules },
      );
      return accept(...withResumed([placed], order));
    });
    return this.withTheRest(cause, orderId, done);
  }

  cancel(cause: Cause, orderId: string, request: Parameters<typeof cancel>[0]): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => {
      const reading = cancel(request, order);
      return reading.kind === 'applied'
        ? accept(...reading.events)
        : refuse({ code: 'nothing-to-cancel', reason: 'reason' in reading ? reading.reason : '' });
    });
  }

  /** Changes an order, all of what is asked or nothing. */
  async change(
    cause: Cause,
    orderId: string,
    asked: ChangeOrder,
    by: { readonly role: Role; readonly expected?: number | undefined },
  ): Promise<Done<Refusal>> {
    const limits = limitsOf(await this.limits.current(), by.role);
    return this.decideOn<Refusal>(cause, orderId, (order) =>
      change(asked, order, { expected: by.expected, limits }),
    );
  }

  /** A change that waits for somebody who may make it is made, or refused. */
  closeProposal(
    cause: Cause,
    orderId: string,
    proposalId: string,
    how: Parameters<typeof closeProposal>[1],
  ): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => closeProposal(proposalId, how, order));
  }

  /** Somebody says that goods may come back, by the policy that holds. */
  async authoriseReturn(cause: Cause, orderId: string, asked: AuthoriseReturn): Promise<Done<Refusal>> {
    const policy = await this.policies.current();
    return this.decideOn<Refusal>(cause, orderId, (order) => authorise(asked, order, policy, cause.time));
  }

  callOffReturn(cause: Cause, orderId: string, asked: Parameters<typeof callOff>[0]): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => callOff(asked, order));
  }

  /** Goods came back over a counter. */
  async receiveReturn(
    cause: Cause,
    orderId: string,
    returnId: string,
    asked: ReceiveReturn,
  ): Promise<Done<Refusal>> {
    const policy = await this.policies.current();
    return this.decideOn<Refusal>(cause, orderId, (order) => receive(returnId, asked, order, policy));
  }

  /** Somebody holds an order: it is not sourced until it is released. */
  hold(cause: Cause, orderId: string, asked: Hold): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => hold(asked, order, cause.time));
  }

  /** Somebody releases an order from one of its holds; without the last it is sourced. */
  release(cause: Cause, orderId: string, asked: Pick<Hold, 'reason' | 'note'>): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => release(asked, order, cause.time));
  }

  /** Somebody asks for money to be given back; the payment system tells once it moved. */
  refund(cause: Cause, orderId: string, asked: RefundOrder): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => askRefund(asked, order));
  }

  /** What becomes of goods that are missing at a pickup, as somebody decides. */
  decidePickup(cause: Cause, orderId: string, asked: PickupDecision): Promise<Done<Refusal>> {
    return this.decideOn<Refusal>(cause, orderId, (order) => decidePickup(asked, order));
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

  /**
   * What was recorded under a command's key before: the same command about this order, something else,
   * or nothing. A command that came to nothing has not used its key.
   */
  async ledToBefore(cause: Cause, orderId: string): Promise<'the same' | 'something else' | 'nothing'> {
    const first = consequenceId(cause.id, cause.recordedTime, scope, 0);
    const { time, metadata } = cause;
    const used = await recordedBefore(this.store, {
      stream: 'commands',
      events: [{ id: first, type: 'tributary.order.command', time, data: {}, metadata }],
    });
    if (!used) return 'nothing';
    const here = await this.digestUnder(cause, streamOf(orderId));
    const isSame = metadata.commandDigest !== undefined && here === metadata.commandDigest;
    return isSame ? 'the same' : 'something else';
  }

  /** The fact of a change that a command came to, also where it was told again. */
  async changeFactOf(cause: Cause, orderId: string): Promise<OrderEvent> {
    const isOfChange = ({ type }: RecordedEvent) => /^tributary\.order\.change/.test(type);
    return factOf((await this.recordedUnder(cause, streamOf(orderId), isOfChange))!);
  }

  /** The fact of a return that a command came to, also where it was told again. */
  async returnFactOf(cause: Cause, orderId: string): Promise<OrderEvent> {
    const isOfReturn = ({ type }: RecordedEvent) => /^tributary\.order\.return/.test(type);
    return factOf((await this.recordedUnder(cause, streamOf(orderId), isOfReturn))!);
  }

  /** The digest of the command that the cause was in this stream, if it was. */
  private async digestUnder(cause: Cause, stream: string): Promise<string | undefined> {
    return (await this.recordedUnder(cause, stream))?.metadata.commandDigest;
  }

  /** An event of the stream that the cause led to: looked for from the end, where repeats are. */
  private async recordedUnder(
    { id }: Cause,
    stream: string,
    isAsked: (event: RecordedEvent) => boolean = () => true,
  ): Promise<RecordedEvent | undefined> {
    const limit = 500;
    for (let from: number | undefined; from !== 0;) {
      const events = await this.store.readStream(stream, {
        direction: 'backward',
        limit,
        ...(from !== undefined && { from }),
      });
      const found = events.find((event) => event.metadata.causationId === id && isAsked(event));
      if (found || events.length < limit) return found;
      from = events.at(-1)!.version - 1;
    }
    return undefined;
  }

  private async decideOn<R extends Refusal = never>(
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
   * Takes up, part by part, what one decision left over of the messages that waited, before its cause
   * counts as done: told again after a crash, it goes on with the parts that are missing.
   */
  private async withTheRest<R extends Refusal>(
    cause: Cause,
    orderId: string,
    done: Done<R>,
  ): Promise<Done<R>> {
    for (let part = 1, last: Done<R> = done; leftMore(last); part += 1) {
      const id = consequenceId(cause.id, cause.recordedTime, `${scope}/rest`, part);
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
