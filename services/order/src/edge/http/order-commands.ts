import { Inject, Injectable } from '@nestjs/common';
import type { Cause, Executed, Refusal } from '@tributary/event-store';
import { Problem } from '@tributary/http';
import { type OrderEvent, streamOf } from '../../domain/order/order.ts';
import type { ReturnEvent } from '../../domain/order/return/unmatched-return.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { Orders } from '../../use-cases/orders.ts';
import { keyReused } from './idempotency.ts';
import { orderAnswer } from './order-answer.ts';

/** The roles that may hold orders and release them, … */
export const mayHold = ['integrator', 'ops', 'csr'] as const;
/** … and that may cancel them. */
export const mayCancel = ['integrator', 'csr'] as const;

type Done = Executed<OrderEvent | ReturnEvent, Refusal>;
type Named = Readonly<Record<string, string>>;

/** How commands about orders are answered: the order as it then is recorded, or the problem that the refusal is. */
@Injectable()
export class OrderCommands {
  constructor(
    @Inject(Orders) private readonly orders: Orders,
    @Inject(CommandHistory) private readonly history: CommandHistory,
  ) {}

  /**
   * A command about an order that is known.
   * @throws Problem 404, 409 with the refusal, 412 where the order is not what it was decided on, 422
   */
  async about(cause: Cause, orderId: string, command: () => Promise<Done>) {
    if (!(await this.orders.find(orderId))) throw unknownOrder(orderId);
    await this.mustBeNewOrRepeat(cause, streamOf(orderId), await command(), { orderId });
    return orderAnswer(await this.history.leftBy(cause, (await this.orders.recorded(orderId))!));
  }

  /**
   * A repeat under the same key is answered like the first time; another command under it is refused,
   * whatever would have come of it.
   * @param stream of what the command is about
   * @param named what that is, for whoever is refused
   * @throws Problem 422 `idempotency-key-reused`, 412 `order-moved`, or 409 with the refusal
   */
  async mustBeNewOrRepeat(cause: Cause, stream: string, done: Done, named: Named): Promise<void> {
    if (done.outcome !== 'refused' && done.outcome !== 'duplicate') return;
    switch (await this.history.ledToBefore(cause, stream)) {
      case 'the same':
        return;
      case 'something else':
        throw keyReused();
      case 'nothing':
        // Something was recorded under the key, and nothing in this stream.
        if (done.outcome === 'duplicate') throw keyReused();
        throw refused(done.refusal, named);
    }
  }
}

export const unknownOrder = (orderId: string) =>
  new Problem(404, 'not-found', `There is no order ${orderId}.`);

const refused = ({ code, reason, details }: Refusal, named: Named) =>
  new Problem(code === 'order-moved' ? 412 : 409, code, reason, { ...named, ...details });
