import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type {
  FactOf,
  InboundData,
  InboundTypeName,
  InventoryFact,
  OrderFact,
  SourcingFact,
} from '@tributary/contracts';
import { type RecordedEvent, causedBy } from '@tributary/event-store';
import { StockLedgers } from '../../use-cases/stock-ledgers.ts';
import { inventoryTransport } from '../transport.ts';

type Message<T extends InboundTypeName> = RecordedEvent<T, InboundData<T>>;

const cause = (event: RecordedEvent) => causedBy(event, 'tributary/inventory');

/** What integrators report about stock, as commands to the ledgers. */
@Controller()
export class StockConsumer {
  constructor(@Inject(StockLedgers) private readonly ledgers: StockLedgers) {}

  @EventPattern('tributary.stock.counted.v1', inventoryTransport)
  async counted(@Payload() event: Message<'tributary.stock.counted.v1'>): Promise<void> {
    const { quantity, countedAt, reason, ...place } = event.data;
    await this.ledgers.count(
      cause(event),
      place,
      quantity,
      countedAt ? new Date(countedAt).toISOString() : event.time,
      reason,
    );
  }

  @EventPattern('tributary.stock.adjusted.v1', inventoryTransport)
  async adjusted(@Payload() event: Message<'tributary.stock.adjusted.v1'>): Promise<void> {
    const { delta, reason, ...place } = event.data;
    await this.ledgers.adjust(cause(event), place, delta, reason);
  }

  @EventPattern('tributary.stock.received.v1', inventoryTransport)
  async received(@Payload() event: Message<'tributary.stock.received.v1'>): Promise<void> {
    const { quantity, purchaseOrder, ...place } = event.data;
    await this.ledgers.receive(cause(event), place, quantity, purchaseOrder);
  }

  @EventPattern('tributary.stock.moved.v1', inventoryTransport)
  async moved(@Payload() event: Message<'tributary.stock.moved.v1'>): Promise<void> {
    const { sku, from, to, quantity, reason } = event.data;
    await this.ledgers.move(cause(event), sku, from, to, quantity, reason);
  }

  @EventPattern('tributary.supply.expected.v1', inventoryTransport)
  async expected(@Payload() event: Message<'tributary.supply.expected.v1'>): Promise<void> {
    const { purchaseOrder, quantity, expectedAt, ...place } = event.data;
    await this.ledgers.expectSupply(cause(event), place, purchaseOrder, quantity, expectedAt);
  }
}

export type FactMessage<
  F extends OrderFact | SourcingFact | InventoryFact,
  T extends F['type'],
> = RecordedEvent<T, FactOf<F, T>['data']>;
