import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { OrderView, OrderViewId, OrderViews as Answer, orderViewExamples } from '@tributary/contracts';
import type { Refusal } from '@tributary/event-store';
import { Endpoint, type KeySubmitter, Problem, SubmittedBy, Valid } from '@tributary/http';
import type { View } from '../../domain/order-view/order-views.ts';
import { OrderViews } from '../../use-cases/order-views.ts';
import { commandCause } from './idempotency.ts';
import { SaveOrderView } from './order-view-requests.ts';

const params = { viewId: 'View id' };

/** Lists of orders that people save under a name, for themselves or for everybody. */
@Controller('v1/order-views')
export class OrderViewsController {
  constructor(@Inject(OrderViews) private readonly views: OrderViews) {}

  @Get()
  @Endpoint({
    tag: 'orders',
    operation: 'listOrderViews',
    summary:
      'Lists of orders that were saved under a name: those for everybody and one’s own, of whatever role; an admin sees all',
    allow: 'any',
    answer: Answer,
  })
  async list(@SubmittedBy() by: KeySubmitter): Promise<Answer> {
    const views = await this.views.seenBy(by);
    return { items: views.map((view) => shown(view, by)) };
  }

  @Put(':viewId')
  @Endpoint({
    tag: 'orders',
    operation: 'saveOrderView',
    summary:
      'Save how a list of orders is asked for under a name, or change what is saved: one’s own; one for everybody also by ops',
    allow: 'any',
    answer: OrderView,
    body: SaveOrderView,
    bodyExamples: orderViewExamples,
    params,
    problems: {
      400: '`invalid`: also where `q` cannot be read, with where',
      403: '`not-yours`',
      409: '`view-id-taken`, `name-taken`, `too-many-views`',
    },
  })
  async save(
    @Param('viewId', new Valid(OrderViewId)) viewId: string,
    @Body(new Valid(SaveOrderView)) asked: SaveOrderView,
    @SubmittedBy() by: KeySubmitter,
  ): Promise<OrderView> {
    return shown(done(await this.views.save(commandCause(by, undefined, []), viewId, asked, by)), by);
  }

  @Delete(':viewId')
  @HttpCode(204)
  @Endpoint({
    tag: 'orders',
    operation: 'removeOrderView',
    summary: 'Remove a view that was saved: one’s own; one for everybody also by ops',
    allow: 'any',
    answer: 'nothing',
    params,
    status: 204,
    problems: { 403: '`not-yours`', 404: '`not-found`' },
  })
  async remove(
    @Param('viewId', new Valid(OrderViewId)) viewId: string,
    @SubmittedBy() by: KeySubmitter,
  ): Promise<void> {
    done(await this.views.remove(commandCause(by, undefined, []), viewId, by));
  }
}

const shown = (view: View, { keyId }: KeySubmitter): OrderView => ({ ...view, isMine: view.keyId === keyId });

const statusOf: Readonly<Record<string, number>> = { 'not-found': 404, 'not-yours': 403 };

/** What was done, or the problem that the refusal is. */
const done = <T>(outcome: T | Refusal): T => {
  if (typeof outcome === 'object' && outcome !== null && 'code' in outcome)
    throw new Problem(statusOf[outcome.code] ?? 409, outcome.code, outcome.reason);
  return outcome as T;
};
