import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { OrderId, Trace } from '@tributary/contracts';
import { Endpoint, Problem, Valid } from '@tributary/http';
import type { z } from 'zod';
import { Tracing } from '../../use-cases/trace/tracing.ts';
import { EventId, EventQuery, eventIdHere } from './event-query.ts';

@Controller('v1')
export class TraceController {
  constructor(@Inject(Tracing) private readonly tracing: Tracing) {}

  @Get('events/:eventId/trace')
  @Endpoint({
    tag: 'events',
    operation: 'traceEvent',
    summary:
      'What led to an event and all that followed, over all systems, from its first cause down: by its id here, or by its own id and its source',
    allow: ['integrator', 'ops', 'csr'],
    answer: Trace,
    params: { eventId: 'Id of the event' },
    query: EventQuery,
    problems: { 404: '`not-found`' },
  })
  async ofEvent(
    @Param('eventId', new Valid(EventId)) eventId: string,
    @Query(new Valid(EventQuery)) query: z.infer<typeof EventQuery>,
  ): Promise<Trace> {
    const id = eventIdHere(eventId, query);
    const trace = await this.tracing.ofEvent(id);
    if (!trace) throw new Problem(404, 'not-found', `There is no event ${eventId}.`);
    return trace;
  }

  @Get('orders/:orderId/trace')
  @Endpoint({
    tag: 'orders',
    operation: 'traceOrder',
    summary: 'What led to all that happened to an order, over all systems',
    allow: ['integrator', 'ops', 'csr'],
    answer: Trace,
    params: { orderId: 'Order id' },
    problems: { 404: '`not-found`' },
  })
  async ofOrder(@Param('orderId', new Valid(OrderId)) orderId: string): Promise<Trace> {
    const trace = await this.tracing.ofOrder(orderId);
    if (!trace) throw new Problem(404, 'not-found', `There is no order ${orderId} here (yet).`);
    return trace;
  }
}
