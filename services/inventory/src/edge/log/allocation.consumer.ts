import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { OrderFact, SourcingFact } from '@tributary/contracts';
import { type RecordedEvent, causedBy } from '@tributary/event-store';
import { goodsLeft } from '../../domain/allocation/allocation.ts';
import { backForSale, carriedOut } from '../../domain/stock/movements.ts';
import { StockLedgers } from '../../use-cases/stock-ledgers.ts';
import { inventoryTransport } from '../transport.ts';
import type { FactMessage } from './stock.consumer.ts';

type OrderMessage<T extends OrderFact['type']> = FactMessage<OrderFact, T>;

const cause = (event: RecordedEvent) => causedBy(event, 'tributary/inventory');

/** What sourcing decides and what becomes of orders, as reservations made, given up and handed out. */
@Controller()
export class AllocationConsumer {
  constructor(@Inject(StockLedgers) private readonly ledgers: StockLedgers) {}

  @EventPattern('tributary.sourcing.decided.v1', inventoryTransport)
  async decided(@Payload() event: FactMessage<SourcingFact, 'tributary.sourcing.decided.v1'>): Promise<void> {
    if (event.data.fulfilments.length > 0) await this.ledgers.allocate(cause(event), event.data);
  }

  /** The order decides what a till's message is, a sale or one told again: stock follows what it recorded. */
  @EventPattern('tributary.order.placed.v2', inventoryTransport)
  async placed(@Payload() event: OrderMessage<'tributary.order.placed.v2'>): Promise<void> {
    await this.ledgers.sell(cause(event), event.data.orderId, carriedOut(event.data));
  }

  @EventPattern('tributary.order.cancelled.v1', inventoryTransport)
  async cancelled(@Payload() event: OrderMessage<'tributary.order.cancelled.v1'>): Promise<void> {
    await this.ledgers.release(cause(event), event.data.orderId, event.data.release, 'order cancelled');
  }

  @EventPattern('tributary.order.changed.v1', inventoryTransport)
  async changed(@Payload() event: OrderMessage<'tributary.order.changed.v1'>): Promise<void> {
    await this.ledgers.release(cause(event), event.data.orderId, event.data.release, 'order changed');
  }

  @EventPattern('tributary.order.rejected.v1', inventoryTransport)
  async rejected(@Payload() event: OrderMessage<'tributary.order.rejected.v1'>): Promise<void> {
    await this.ledgers.release(cause(event), event.data.orderId, event.data.release, 'order rejected');
  }

  @EventPattern('tributary.order.allocation-declined.v1', inventoryTransport)
  async declined(@Payload() event: OrderMessage<'tributary.order.allocation-declined.v1'>): Promise<void> {
    await this.ledgers.release(cause(event), event.data.orderId, event.data.release, event.data.reason);
  }

  @EventPattern('tributary.order.fulfilment-shorted.v1', inventoryTransport)
  async shorted(@Payload() event: OrderMessage<'tributary.order.fulfilment-shorted.v1'>): Promise<void> {
    const { orderId, location, fulfilmentId, lines } = event.data;
    await this.ledgers.short(
      cause(event),
      orderId,
      lines.map((line) => ({ ...line, location, fulfilmentId })),
    );
  }

  @EventPattern('tributary.order.shipped.v1', inventoryTransport)
  async shipped(@Payload() event: OrderMessage<'tributary.order.shipped.v1'>): Promise<void> {
    await this.issued(event);
  }

  @EventPattern('tributary.order.handed-over.v1', inventoryTransport)
  async handedOver(@Payload() event: OrderMessage<'tributary.order.handed-over.v1'>): Promise<void> {
    await this.issued(event);
  }

  @EventPattern('tributary.order.returned.v1', inventoryTransport)
  async returned(@Payload() event: OrderMessage<'tributary.order.returned.v1'>): Promise<void> {
    const { orderId, returnId } = event.data;
    await this.ledgers.takeBack(cause(event), backForSale(event.data), returnId, orderId);
  }

  /** Nobody knows what they were sold with: they are stock all the same. */
  @EventPattern('tributary.return.unmatched.v1', inventoryTransport)
  async cameBackBlind(@Payload() event: OrderMessage<'tributary.return.unmatched.v1'>): Promise<void> {
    await this.ledgers.takeBack(cause(event), backForSale(event.data), event.data.returnId);
  }

  private async issued(
    event: OrderMessage<'tributary.order.shipped.v1' | 'tributary.order.handed-over.v1'>,
  ): Promise<void> {
    const { orderId, release } = event.data;
    await this.ledgers.issue(cause(event), orderId, goodsLeft(event.data), release);
  }
}
