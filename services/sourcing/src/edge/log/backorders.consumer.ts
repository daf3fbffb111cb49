import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { FactOf, InventoryFact, LocationUpdated, OrderFact } from '@tributary/contracts';
import type { BusContext } from '@tributary/event-bus/nest';
import { type RecordedEvent, causedBy } from '@tributary/event-store';
import { Backorders } from '../../use-cases/backorders.ts';
import { sourcingTransport } from '../transport.ts';

type Message<T extends OrderFact['type']> = RecordedEvent<T, FactOf<OrderFact, T>['data']>;

const cause = (event: RecordedEvent) => causedBy(event, 'tributary/sourcing');

/** Facts of a ledger that can raise what can be sold; whether one does, its numbers say. */
const raising = [
  'tributary.inventory.received.v1',
  'tributary.inventory.counted.v1',
  'tributary.inventory.count-restated.v1',
  'tributary.inventory.adjusted.v1',
  'tributary.inventory.sold.v1',
  'tributary.inventory.moved-out.v1',
  'tributary.inventory.moved-in.v1',
  'tributary.inventory.returned.v1',
  'tributary.inventory.issued.v1',
  'tributary.inventory.released.v1',
  'tributary.inventory.reservation-broken.v1',
] satisfies InventoryFact['type'][];

/** Who waits for stock and who no longer does, and what may serve them. */
@Controller()
export class BackordersConsumer {
  constructor(@Inject(Backorders) private readonly backorders: Backorders) {}

  @EventPattern('tributary.order.backordered.v1', sourcingTransport)
  async backordered(@Payload() event: Message<'tributary.order.backordered.v1'>): Promise<void> {
    await this.backorders.queue(cause(event), event.data);
  }

  @EventPattern(
    [
      'tributary.order.allocated.v1',
      'tributary.order.shipped.v1',
      'tributary.order.handed-over.v1',
      'tributary.order.cancelled.v1',
      'tributary.order.rejected.v1',
    ],
    sourcingTransport,
  )
  async left(
    @Payload()
    event: Message<`tributary.order.${'allocated' | 'shipped' | 'handed-over' | 'cancelled' | 'rejected'}.v1`>,
  ): Promise<void> {
    await this.backorders.leave(cause(event), event as Parameters<Backorders['leave']>[1]);
  }

  @EventPattern('tributary.order.allocation-declined.v1', sourcingTransport)
  async declined(@Payload() event: Message<'tributary.order.allocation-declined.v1'>): Promise<void> {
    await this.backorders.declined(cause(event), event.data);
  }

  @EventPattern(raising, sourcingTransport)
  async raised(@Payload() event: RecordedEvent, @Ctx() { message }: BusContext): Promise<void> {
    await this.backorders.afterRise(cause(event), event as unknown as InventoryFact, message);
  }

  @EventPattern('tributary.location.defined.v1', sourcingTransport)
  async location(
    @Payload() event: RecordedEvent<'tributary.location.defined.v1', LocationUpdated>,
  ): Promise<void> {
    await this.backorders.afterNetworkChange(cause(event), event.data.locationId);
  }

  @EventPattern<string>('tributary.ruleset.published.v1', sourcingTransport)
  async ruleSet(@Payload() event: RecordedEvent): Promise<void> {
    await this.backorders.afterNetworkChange(cause(event));
  }
}
