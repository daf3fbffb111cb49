import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { connectBus } from '@tributary/event-bus/nest';
import { type Chance, type ShuffledBus, openShuffledBus } from '@tributary/event-bus/shuffled';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { groupsOf } from '@tributary/gateway';
import type { Collection, ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { composeServices } from '../src/services.ts';
import { sqliteLogs } from '../src/logs.ts';
import { inOneFile } from '../src/read-stores.ts';
import { type Verification, verify } from '../src/verification.ts';

/** The services as the platform composes them, on a bus that promises no more than it must. */
export class ShuffledWorld {
  private constructor(
    readonly log: SqliteEventLog,
    readonly readStore: ReadStore,
    private readonly bus: ShuffledBus,
    private readonly tell: (messages: readonly object[]) => Promise<readonly { readonly status: string }[]>,
    private readonly collections: readonly Collection[],
    private readonly ending: () => Promise<void>,
  ) {}

  static async open(chance: Chance): Promise<ShuffledWorld> {
    const log = openSqliteEventLog(':memory:');
    const readStore = openSqliteReadStore(':memory:');
    const bus = openShuffledBus({ log, chance });
    const { services, gateway } = composeServices({
      events: (service) => log.forService(service),
      readStore: () => readStore,
      groups: groupsOf(bus),
    });
    const apps: INestApplication[] = [];
    for (const { name, transport, module, projectors } of services) {
      for (const projector of projectors) await projector.start(bus);
      if (!transport) continue;
      const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
      connectBus(app, { bus, group: name, transportId: transport });
      await app.startAllMicroservices();
      apps.push(app);
    }
    const ending = async () => {
      for (const app of apps) await app.close();
      for (const { closing, closed } of services) {
        closing?.();
        await closed?.();
      }
    };
    const collections = services.flatMap(({ projectors }) =>
      projectors.flatMap((projector) => projector.collections as readonly Collection[]),
    );
    const tell = (messages: readonly object[]) => gateway.inbox.take(messages, 'world');
    return new ShuffledWorld(log, readStore, bus, tell, collections, ending);
  }

  /** Messages reach the door, in this order; each must be one that the door takes. */
  async told(messages: readonly object[]): Promise<void> {
    for (const { status } of await this.tell(messages))
      if (status === 'quarantined') throw new Error('A message of the world was quarantined.');
  }

  advance(steps: number): Promise<void> {
    return this.bus.advance(steps);
  }

  settle(): Promise<void> {
    return this.bus.settle();
  }

  /** Checks every invariant over what there is when all is settled. */
  async verified(): Promise<Verification> {
    await this.settle();
    await this.ending();
    return verify(sqliteLogs(this.log), inOneFile(this.readStore), {
      division: 'shuffled',
      of: () => ({ partitionOf: (event) => this.bus.partitionOf(event) }),
      // It has settled: every group has come to the end.
      done: () => Promise.resolve(() => Infinity),
    });
  }

  /** The documents of a collection, parsed. */
  async documents<D>(name: string): Promise<readonly D[]> {
    const documents: D[] = [];
    const collection = this.collections.find((one) => one.name === name)!;
    for await (const { json } of this.readStore.scan(collection)) documents.push(JSON.parse(json) as D);
    return documents;
  }

  async close(): Promise<void> {
    await this.bus.close();
    await this.readStore.close();
    await this.log.close();
  }
}
