import type {
  AuthoriseReturn,
  ChangeOrder,
  Hold,
  ReceiveBlindReturn,
  ReceiveReturn,
  RefundOrder,
  Role,
} from '@tributary/contracts';
import type { Cause, Executed, Refusal } from '@tributary/event-store';
import { change, closeProposal } from '../domain/order/change/change.ts';
import { limitsOf } from '../domain/order/change/limits.ts';
import { hold, release } from '../domain/order/hold/hold.ts';
import { type PutBackAnswer, answerPutBack, cancelOrAsk } from '../domain/order/lines/put-back.ts';
import { type PickupDecision, decidePickup } from '../domain/order/lines/pickup-decision.ts';
import type { OrderEvent } from '../domain/order/order.ts';
import { askRefund } from '../domain/order/payment/ask-refund.ts';
import { authorise, callOff } from '../domain/order/return/authorise.ts';
import { receive } from '../domain/order/return/receive.ts';
import { takeInBlind } from '../domain/order/return/take-in-blind.ts';
import type { ReturnEvent } from '../domain/order/return/unmatched-return.ts';
import type { OrderSettings } from './order-settings.ts';
import type { Orders } from './orders.ts';

type Done<R extends Refusal> = Executed<OrderEvent, R>;

/** What people ask of an order after it was placed, each by the settings that hold then. */
export class OrderDesk {
  constructor(
    private readonly orders: Orders,
    private readonly settings: OrderSettings,
  ) {}

  cancel(cause: Cause, orderId: string, request: Parameters<typeof cancelOrAsk>[0]): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => cancelOrAsk(request, order));
  }

  /** A location says whether it put back what it was asked for. */
  answerPutBack(cause: Cause, orderId: string, answer: PutBackAnswer): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => answerPutBack(answer, order));
  }

  /** Changes an order, all of what is asked or nothing. */
  async change(
    cause: Cause,
    orderId: string,
    asked: ChangeOrder,
    by: { readonly role: Role; readonly expected?: number | undefined },
  ): Promise<Done<Refusal>> {
    const [limits, declared] = await this.within(by.role);
    return this.orders.decideOn<Refusal>(cause, orderId, (order) =>
      change(asked, order, { expected: by.expected, limits, declared }),
    );
  }

  /** A change that waits for somebody who may make it is made, or refused. */
  async closeProposal(
    cause: Cause,
    orderId: string,
    proposalId: string,
    {
      role,
      ...how
    }: Omit<Parameters<typeof closeProposal>[1], 'limits' | 'declared'> & { readonly role: Role },
  ): Promise<Done<Refusal>> {
    const [limits, declared] = await this.within(role);
    return this.orders.decideOn<Refusal>(cause, orderId, (order) =>
      closeProposal(proposalId, { ...how, limits, declared }, order),
    );
  }

  /** What holds for a change that somebody of a role makes. */
  private async within(role: Role) {
    const { approvalLimits, attributes } = this.settings;
    const [limits, declared] = await Promise.all([approvalLimits.current(), attributes.current()]);
    return [limitsOf(limits, role), declared] as const;
  }

  /** Somebody says that goods may come back, by the policy that holds. */
  async authoriseReturn(cause: Cause, orderId: string, asked: AuthoriseReturn): Promise<Done<Refusal>> {
    const policy = await this.settings.returnPolicy.current();
    return this.orders.decideOn<Refusal>(cause, orderId, (order) =>
      authorise(asked, order, policy, cause.time),
    );
  }

  callOffReturn(cause: Cause, orderId: string, asked: Parameters<typeof callOff>[0]): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => callOff(asked, order));
  }

  /** Goods came back over a counter. */
  async receiveReturn(
    cause: Cause,
    orderId: string,
    returnId: string,
    asked: ReceiveReturn,
  ): Promise<Done<Refusal>> {
    const policy = await this.settings.returnPolicy.current();
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => receive(returnId, asked, order, policy));
  }

  /** Goods came back over a counter whose order nobody knows. */
  async receiveBlindReturn(
    cause: Cause,
    returnId: string,
    asked: ReceiveBlindReturn,
  ): Promise<Executed<ReturnEvent, Refusal>> {
    const policy = await this.settings.returnPolicy.current();
    return this.orders.decideOnBlind(cause, returnId, (known) => takeInBlind(returnId, asked, known, policy));
  }

  /** Somebody holds an order: it is not sourced until it is released. */
  hold(cause: Cause, orderId: string, asked: Hold): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => hold(asked, order, cause.time));
  }

  /** Somebody releases an order from one of its holds; without the last it is sourced. */
  release(cause: Cause, orderId: string, asked: Pick<Hold, 'reason' | 'note'>): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => release(asked, order, cause.time));
  }

  /** Somebody asks for money to be given back; the payment system tells once it moved. */
  refund(cause: Cause, orderId: string, asked: RefundOrder): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => askRefund(asked, order));
  }

  /** What becomes of goods that are missing at a pickup, as somebody decides. */
  decidePickup(cause: Cause, orderId: string, asked: PickupDecision): Promise<Done<Refusal>> {
    return this.orders.decideOn<Refusal>(cause, orderId, (order) => decidePickup(asked, order));
  }
}
