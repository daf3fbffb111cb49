import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { FactOf, InventoryFact, SourcingFact } from '@tributary/contracts';
import { type RecordedEvent, causedBy } from '@tributary/event-store';
import { Orders } from '../../use-cases/orders.ts';
import { orderTransport } from '../transport.ts';

type Message<T extends (InventoryFact | SourcingFact)['type']> = RecordedEvent<
  T,
  FactOf<InventoryFact | SourcingFact, T>['data']
>;

const cause = (event: RecordedEvent) => causedBy(event, 'tributary/order');

/** What sourcing and inventory answer: allocations, shortages, allocations that broke. */
@Controller()
export class AllocationConsumer {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @EventPattern('tributary.allocation.reserved.v1', orderTransport)
  async reserved(@Payload() event: Message<'tributary.allocation.reserved.v1'>): Promise<void> {
    await this.orders.takeUpAllocation(cause(event), event.data.orderId, event.data);
  }

  @EventPattern('tributary.sourcing.decided.v1', orderTransport)
  async decided(@Payload() event: Message<'tributary.sourcing.decided.v1'>): Promise<void> {
    const { orderId, decisionId, unsourced } = event.data;
    if (unsourced.length > 0)
      await this.orders.meetShortage(cause(event), orderId, { decisionId, lines: unsourced });
  }

  @EventPattern('tributary.allocation.broken.v1', orderTransport)
  async broken(@Payload() event: Message<'tributary.allocation.broken.v1'>): Promise<void> {
    await this.orders.loseAllocation(cause(event), event.data.orderId, event.data);
  }
}
