import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  type PipeTransform,
  Post,
  Query,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  Channel,
  CloudEventAttributes,
  OrderId,
  Timestamp,
  inboundTypes,
  orderStatuses,
} from '@tributary/contracts';
import { z } from 'zod';

/**
 * What is left of the platform's HTTP API when nothing stands behind it: the same framework, the same
 * schemas, and handlers that answer at once. Started in a process of its own.
 */
@Injectable()
class Valid implements PipeTransform<unknown, unknown> {
  constructor(private readonly schema: z.ZodType) {}

  transform(value: unknown): unknown {
    return this.schema.parse(value);
  }
}

const { data } = inboundTypes['tributary.order.captured.v1'];
const OrderEvent = CloudEventAttributes.extend({ data });
const CustomerEvent = CloudEventAttributes.extend({
  data: inboundTypes['tributary.customer.updated.v1'].data,
});
const ListQuery = z.strictObject({
  channel: Channel.optional(),
  status: z.enum(orderStatuses as [string, ...string[]]).optional(),
  from: Timestamp.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});

const accepted = (event: unknown) => ({
  results: [{ status: 'accepted', messageId: randomUUID(), id: (event as { id: string }).id }],
});

@Controller()
class EmptyController {
  @Post('orders')
  @HttpCode(202)
  order(@Body(new Valid(OrderEvent)) event: unknown) {
    return accepted(event);
  }

  @Post('customers')
  @HttpCode(202)
  customer(@Body(new Valid(CustomerEvent)) event: unknown) {
    return accepted(event);
  }

  @Get('orders')
  list(@Query(new Valid(ListQuery)) _query: unknown) {
    return { items: [] };
  }

  @Get('orders/:orderId')
  read(@Param('orderId', new Valid(OrderId)) orderId: unknown) {
    return { orderId };
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`Empty handlers: listens on http://127.0.0.1:${port}\n`);
