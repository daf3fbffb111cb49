import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ReturnReceived } from '@tributary/contracts';
import { type Cause, type RecordedEvent, causedBy } from '@tributary/event-store';
import { orderMessageTypes } from '../../domain/order/receive-fact.ts';
import { byOrder } from '../../domain/order/return/by-order.ts';
import type { OrderMessageType } from '../../domain/order/rule.ts';
import { Orders } from '../../use-cases/orders.ts';
import { orderTransport } from '../transport.ts';

/** A return may name several orders or none; all others name the one they are about. */
const namingAnOrder = orderMessageTypes.filter((type) => type !== 'tributary.return.received.v1');

/** What channels, tills, warehouses and carriers report about orders. */
@Controller()
export class ReportedFactsConsumer {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @EventPattern(namingAnOrder, orderTransport)
  async reported(@Payload() event: RecordedEvent<OrderMessageType>): Promise<void> {
    await this.receive(event, orderIdIn(event.data));
  }

  @EventPattern('tributary.return.received.v1', orderTransport)
  async returned(
    @Payload() event: RecordedEvent<'tributary.return.received.v1', ReturnReceived>,
  ): Promise<void> {
    const { orders, blind } = byOrder(event.data);
    for (const part of orders) await this.receive({ ...event, data: part }, part.orderId);
    if (blind) await this.orders.recordUnmatched(reportedBy(event), blind);
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
