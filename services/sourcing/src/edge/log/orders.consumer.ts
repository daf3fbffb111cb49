import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type {
  FactOf,
  InventoryFact,
  LocationUpdated,
  OrderFact,
  PostalAreasUpdated,
} from '@tributary/contracts';
import type { BusContext } from '@tributary/event-bus/nest';
import { type RecordedEvent, causedBy } from '@tributary/event-store';
import type { PickupDecided } from '../../domain/sourcing-decision/asked.ts';
import { Backorders } from '../../use-cases/backorders.ts';
import { Networks } from '../../use-cases/networks.ts';
import { Sourcings } from '../../use-cases/sourcings.ts';
import { type KnownStock, knownStockToken } from '../../use-cases/known-stock.ts';
import { sourcingTransport } from '../transport.ts';

type Message<T extends (OrderFact | InventoryFact)['type']> = RecordedEvent<
  T,
  FactOf<OrderFact | InventoryFact, T>['data']
>;

const cause = (event: RecordedEvent) => causedBy(event, 'tributary/sourcing');

/** Orders to be sourced, for the first time or again, and the network they are sourced from. */
@Controller()
export class OrdersConsumer {
  constructor(
    @Inject(Sourcings) private readonly sourcings: Sourcings,
    @Inject(Networks) private readonly networks: Networks,
    @Inject(Backorders) private readonly backorders: Backorders,
    @Inject(knownStockToken) private readonly stock: KnownStock,
  ) {}

  @EventPattern('tributary.order.placed.v2', sourcingTransport)
  async placed(
    @Payload() event: Message<'tributary.order.placed.v2'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    await this.sourcings.first(cause(event), event.data);
  }

  @EventPattern('tributary.allocation.refused.v1', sourcingTransport)
  async refused(
    @Payload() event: Message<'tributary.allocation.refused.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    await this.backorders.refused(cause(event), event.data);
  }

  @EventPattern('tributary.order.allocation-lost.v1', sourcingTransport)
  async lost(
    @Payload() event: Message<'tributary.order.allocation-lost.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    await this.sourcings.afterLoss(cause(event), event.data);
  }

  @EventPattern('tributary.order.fulfilment-shorted.v1', sourcingTransport)
  async shorted(
    @Payload() event: Message<'tributary.order.fulfilment-shorted.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    await this.sourcings.afterShortPick(cause(event), event.data);
  }

  @EventPattern('tributary.order.pickup-decided.v1', sourcingTransport)
  async pickupDecided(
    @Payload() event: Message<'tributary.order.pickup-decided.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    // First it waits no more: else a turn in the queue would ask for it the old way.
    await this.backorders.leave(cause(event), event as PickupDecided);
    await this.sourcings.afterPickupDecision(cause(event), event as PickupDecided);
  }

  @EventPattern('tributary.order.changed.v1', sourcingTransport)
  async changed(
    @Payload() event: Message<'tributary.order.changed.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    // First it waits no more for what goes another way: else a turn in the queue would ask for it the old way.
    await this.backorders.leave(
      cause(event),
      event as Extract<OrderFact, { type: 'tributary.order.changed.v1' }>,
    );
    await this.sourcings.afterChange(cause(event), event.data);
  }

  @EventPattern('tributary.order.held.v1', sourcingTransport)
  async held(@Payload() event: Message<'tributary.order.held.v1'>): Promise<void> {
    await this.sourcings.pause(cause(event), event.data.orderId);
  }

  @EventPattern('tributary.order.hold-released.v1', sourcingTransport)
  async released(
    @Payload() event: Message<'tributary.order.hold-released.v1'>,
    @Ctx() context: unknown,
  ): Promise<void> {
    await this.stockKnownTo(context);
    await this.backorders.released(cause(event), event.data);
  }

  @EventPattern('tributary.location.updated.v1', sourcingTransport)
  async location(
    @Payload() event: RecordedEvent<'tributary.location.updated.v1', LocationUpdated>,
  ): Promise<void> {
    await this.networks.define(cause(event), event.data);
  }

  @EventPattern('tributary.postal-areas.updated.v1', sourcingTransport)
  async postalAreas(
    @Payload() event: RecordedEvent<'tributary.postal-areas.updated.v1', PostalAreasUpdated>,
  ): Promise<void> {
    await this.networks.defineAreas(cause(event), event.data);
  }

  /** Stock that was recorded before the order is seen by its decision. */
  private stockKnownTo(context: unknown): Promise<void> {
    return this.stock.caughtUp((context as BusContext).message);
  }
}
