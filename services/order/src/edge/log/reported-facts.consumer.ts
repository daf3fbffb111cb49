import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type Cause, type RecordedEvent, causedBy } from '@tributary/event-store';
import { orderMessageTypes } from '../../domain/order/receive-fact.ts';
import type { OrderMessageType } from '../../domain/order/rule.ts';
import { Orders } from '../../use-cases/orders.ts';
import { orderTransport } from '../transport.ts';

/** What channels, tills, warehouses and carriers report about orders. */
@Controller()
export class ReportedFactsConsumer {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @EventPattern(orderMessageTypes, orderTransport)
  async reported(@Payload() event: RecordedEvent<OrderMessageType>): Promise<void> {
    const { id, type, time, data, metadata } = event;
    await this.orders.receive(reportedBy(event), {
      messageId: id,
      messageType: type,
      data,
      occurredAt: time,
      orderId: orderIdIn(data),
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

/** The order that a message is about; a return may name several, or none: each of its goods says which. */
const orderIdIn = (data: unknown): string => {
  const named = data as { orderId?: string; channel?: string; number?: string };
  return named.orderId ?? `${named.channel}.${named.number}`;
};
