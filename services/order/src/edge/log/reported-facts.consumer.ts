import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ReturnReceived } from '@tributary/contracts';
import { type Cause, type RecordedEvent, causedBy } from '@tributary/event-store';
import type { OrderMessageType } from '../../domain/order/receive-fact.ts';
import { Orders } from '../../use-cases/orders.ts';
import { orderTransport } from '../transport.ts';

const messageTypes: readonly OrderMessageType[] = [
  'tributary.order.captured.v1',
  'tributary.order.change-requested.v1',
  'tributary.order.cancel-requested.v1',
  'tributary.sale.recorded.v1',
  'tributary.payment.authorised.v1',
  'tributary.payment.captured.v1',
  'tributary.payment.failed.v1',
  'tributary.refund.issued.v1',
  'tributary.fulfilment.accepted.v1',
  'tributary.fulfilment.picked.v1',
  'tributary.fulfilment.shorted.v1',
  'tributary.fulfilment.packed.v1',
  'tributary.shipment.dispatched.v1',
  'tributary.shipment.tracked.v1',
  'tributary.shipment.delivered.v1',
  'tributary.pickup.ready.v1',
  'tributary.pickup.handed-over.v1',
];

/** What channels, tills, warehouses and carriers report about orders. */
@Controller()
export class ReportedFactsConsumer {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @EventPattern([...messageTypes], orderTransport)
  async reported(@Payload() event: RecordedEvent<OrderMessageType>): Promise<void> {
    await this.receive(event, orderIdIn(event.data));
  }

  @EventPattern('tributary.return.received.v1', orderTransport)
  async returned(
    @Payload() event: RecordedEvent<'tributary.return.received.v1', ReturnReceived>,
  ): Promise<void> {
    if (event.data.orderId) await this.receive(event, event.data.orderId);
    else await this.orders.recordUnmatched(reportedBy(event), event.data);
  }

  private async receive(event: RecordedEvent<OrderMessageType>, orderId: string): Promise<void> {
    const { id, type, time, data, metadata } = event;
    await this.orders.receive(reportedBy(event), {
      messageId: id,
      messageType: type,
      data,
      occurredAt: time,
      orderId,
      imported: metadata.imported ?? false,
      ...(metadata.businessDate && { businessDate: metadata.businessDate }),
    });
  }
}

/** The fact is the order service's; who reported it stays known. */
const reportedBy = (event: RecordedEvent): Cause => {
  const cause = causedBy(event, 'tributary/order');
  return { ...cause, metadata: { ...cause.metadata, origin: event.metadata.source } };
};

const orderIdIn = (data: unknown): string => {
  const named = data as { orderId?: string; channel?: string; number?: string };
  return named.orderId ?? `${named.channel}.${named.number}`;
};
