import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  type CanActivate,
  Controller,
  type INestApplication,
  Injectable,
  Module,
  type OnModuleInit,
  type PipeTransform,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { concat, defer, of, throwError, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { RecordedEvent } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { statusOf, until } from '../contract/subject.ts';
import { openLogBus } from '../log/index.ts';
import type { EventBus } from '../port.ts';
import { type BusContext, connectBus } from './index.ts';

const orderGroup = Symbol('order');
const stockGroup = Symbol('stock');
const placed = 'tributary.order.placed.v2';
const cancelled = 'tributary.order.cancelled.v1';
const tracked = 'tributary.order.tracked.v1';
const delivered = 'tributary.order.delivered.v1';
const counted = 'tributary.inventory.counted.v1';
const released = 'tributary.inventory.released.v1';

const seen: string[] = [];
const fails = new Map<string, unknown>();

/** What was seen by whom; fails while told to. */
const note = (who: string, { type, stream }: RecordedEvent): void => {
  seen.push(`${who} ${type.split('.').slice(1, 3).join('.')} ${stream}`);
  if (fails.has(stream)) throw fails.get(stream);
};

@Injectable()
class Bouncer implements CanActivate {
  canActivate(): boolean {
    seen.push('bouncer');
    return !fails.has('guard');
  }
}

@Injectable()
class Checked implements PipeTransform<RecordedEvent> {
  transform(event: RecordedEvent): RecordedEvent {
    if (fails.has('pipe')) throw new Error('The pipe refuses.');
    return event;
  }
}

@Controller()
class OrderConsumer implements OnModuleInit {
  onModuleInit(): void {
    seen.push('initialised');
  }

  @EventPattern<string>(placed, orderGroup)
  async placed(@Payload() event: RecordedEvent, @Ctx() { message }: BusContext): Promise<void> {
    await Promise.resolve();
    note(`order at ${message.key}`, event);
  }

  @EventPattern([cancelled, counted], orderGroup)
  both(@Payload() event: RecordedEvent): void {
    note('order', event);
  }
}

@Controller()
class StockConsumer {
  @EventPattern(placed, stockGroup)
  placed(@Payload() event: RecordedEvent): Observable<unknown> {
    return concat(
      timer(20),
      defer(() => {
        note('stock', event);
        return of(1, 2);
      }),
    );
  }

  @UseGuards(Bouncer)
  @EventPattern(released, stockGroup)
  released(@Payload(new Checked()) event: RecordedEvent): void {
    note('stock', event);
  }

  @EventPattern<string>(tracked, stockGroup)
  tracked(): Observable<never> {
    seen.push('stock tracked');
    return throwError(() => new RangeError('The stream broke.'));
  }

  @EventPattern(delivered, stockGroup)
  first(@Payload() event: RecordedEvent): void {
    note('first', event);
  }

  @EventPattern(delivered, stockGroup)
  second(@Payload() event: RecordedEvent): Promise<void> {
    return Promise.resolve(note('second', event));
  }
}

class Consumers {}
Module({ controllers: [OrderConsumer, StockConsumer] })(Consumers);

const retry = { attempts: 3, firstDelay: 1 };

describe('Event handlers of two services in one process', () => {
  let [app, log, bus] = [] as unknown as [INestApplication, SqliteEventLog, EventBus];

  beforeEach(async () => {
    seen.length = 0;
    fails.clear();
    log = openSqliteEventLog(':memory:');
    bus = openLogBus({ log, checkpoints: log.checkpoints });
    app = await NestFactory.create(Consumers, new FastifyAdapter(), { logger: false });
    connectBus(app, { bus, group: 'order', transportId: orderGroup, retry });
    connectBus(app, { bus, group: 'stock', transportId: stockGroup, retry });
    await app.init();
    await app.startAllMicroservices();
  });

  afterEach(async () => {
    await app.close();
    await bus.close();
    await log.close();
  });

  const publish = (type: string, stream: string, data: object = {}) =>
    log.forService('order').append([
      {
        stream,
        expectedVersion: 'any',
        events: [
          { id: randomUUID(), type, time: '2026-03-01T10:00:00.000Z', data, metadata: { source: 'spec' } },
        ],
      },
    ]);

  const parkedErrors = async () =>
    (await log.forService('bus').readAll(0, 100)).map(({ data }) => (data as { error: string }).error);

  it('are initialised once', () => {
    expect(seen).toEqual(['initialised']);
  });

  it('each get the events that they listen to, and no others', async () => {
    await publish(cancelled, 'a');
    await publish(released, 's');
    await publish(counted, 's');
    await publish('tributary.order.shipped.v1', 'a');
    await until(() => bus.status().every(({ position }) => position === 4), 'all were handled');
    expect(seen.slice(1)).toEqual([
      'order order.cancelled a',
      'bouncer',
      'stock inventory.released s',
      'order inventory.counted s',
    ]);
  });

  it('each get an event that both listen to, with the message that it came in', async () => {
    await publish(placed, 'a');
    await until(() => bus.status().every(({ position }) => position === 1), 'both handled it');
    expect(seen.slice(1).sort()).toEqual(['order at a order.placed a', 'stock order.placed a']);
  });

  it('are done when their promise resolves or their observable ends, not before', async () => {
    await publish(placed, 'a');
    await until(() => seen.some((line) => line.startsWith('order')), 'the promise resolved');
    expect(statusOf(bus, 'stock').position).toBe(0);
    await until(() => statusOf(bus, 'stock').position === 1, 'the observable ended');
    expect(seen).toContain('stock order.placed a');
  });

  it('are called again when they fail; then the message is parked with what they threw', async () => {
    fails.set('a', new TypeError('no such SKU'));
    await publish(placed, 'a');
    await publish(placed, 'b');
    await until(() => bus.status().every(({ parked }) => parked === 1), 'both parked it');
    await until(() => seen.filter((line) => line.endsWith('placed b')).length === 2, 'the next came');
    expect(seen.filter((line) => line.endsWith('placed a'))).toHaveLength(6);
    expect(await parkedErrors()).toEqual(['TypeError: no such SKU', 'TypeError: no such SKU']);
  });

  it('are waited for while their store is away: nothing is parked', async () => {
    fails.set('a', Object.assign(new Error('away'), { code: 'store-unavailable' }));
    await publish(cancelled, 'a');
    await until(() => seen.length > 5, 'it was tried more often than a failure would be');
    fails.clear();
    await until(() => statusOf(bus, 'order').position === 1, 'the store was back');
    expect(await parkedErrors()).toEqual([]);
  });

  it('are parked with the error of their observable', async () => {
    await publish(tracked, 'a');
    await until(() => statusOf(bus, 'stock').parked === 1, 'it was parked');
    expect(await parkedErrors()).toEqual(['RangeError: The stream broke.']);
    expect(seen.filter((line) => line === 'stock tracked')).toHaveLength(3);
  });

  it('count a refusing guard or pipe as a failure', async () => {
    fails.set('pipe', true);
    await publish(released, 's');
    await until(() => statusOf(bus, 'stock').parked === 1, 'the pipe had it parked');
    fails.delete('pipe');
    fails.set('guard', true);
    await publish(released, 't');
    await until(() => statusOf(bus, 'stock').parked === 2, 'the guard had it parked');
    const [pipe, guard] = await parkedErrors();
    expect(pipe).toBe('Error: The pipe refuses.');
    expect(guard).toContain('Forbidden');
    expect(seen.filter((line) => line === 'bouncer')).toHaveLength(6);
  });

  it('that listen to the same type in one service are all called', async () => {
    await publish(delivered, 'a');
    await until(() => statusOf(bus, 'stock').position === 1, 'it was handled');
    expect(seen.slice(1)).toEqual(['first order.delivered a', 'second order.delivered a']);
  });
});

describe('A handler that could never be called', () => {
  const startWith = async (type: string) => {
    class Deaf {
      listen(): void {}
    }
    EventPattern(type, orderGroup)(
      Deaf.prototype,
      'listen',
      Object.getOwnPropertyDescriptor(Deaf.prototype, 'listen')!,
    );
    Controller()(Deaf);
    class Deafness {}
    Module({ controllers: [Deaf] })(Deafness);
    const log = openSqliteEventLog(':memory:');
    const bus = openLogBus({ log, checkpoints: log.checkpoints });
    const app = await NestFactory.create(Deafness, new FastifyAdapter(), { logger: false });
    connectBus(app, { bus, group: 'deaf', transportId: orderGroup });
    await app.init();
    try {
      await app.startAllMicroservices();
    } finally {
      await app.close();
      await bus.close();
      await log.close();
    }
  };

  it('fails the start, by group and type, when nobody publishes what it listens to', async () => {
    await expect(startWith('tributary.weather.changed.v1')).rejects.toThrow(
      'A handler of deaf listens to tributary.weather.changed.v1, which nobody publishes.',
    );
  });

  it('fails the start when it listens to a version that is read as a newer one', async () => {
    await expect(startWith('tributary.order.placed.v1')).rejects.toThrow('newer version');
  });
});
