import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type ServiceParts, connectBus } from '@tributary/event-bus/nest';
import { type ShuffledBus, openShuffledBus } from '@tributary/event-bus/shuffled';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { groupsOf } from '@tributary/gateway';
import type { Collection, ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import type { Chance } from '@tributary/simulation';
import { asOneOfSeveral } from './one-of-several.ts';
import { type Composed, composeServices } from '../src/services.ts';
import { sqliteLogs } from '../src/logs.ts';
import { inOneFile } from '../src/read-stores.ts';
import { type Verification, verify } from '../src/verification.ts';

/** Lets a service follow the bus; its application, where it has handlers. */
const subscribed = async (
  { name, transport, module, projectors }: ServiceParts,
  bus: ShuffledBus,
): Promise<INestApplication[]> => {
  for (const projector of projectors) await projector.start(bus);
  if (!transport) return [];
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
  connectBus(app, { bus, group: name, transportId: transport });
  await app.startAllMicroservices();
  return [app];
};

/** The services as the platform composes them, each but one in two processes, on a bus that promises no more than it must. */
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
    const processes = [0, 1].map(() =>
      composeServices({
        events: (service) => asOneOfSeveral(log.forService(service)),
        readStore: () => readStore,
        groups: groupsOf(bus),
      }),
    );
    const apps: INestApplication[] = [];
    for (const [index, { services }] of processes.entries()) {
      // A second sourcing would decide on a part of the levels: they are in memory, of its own partitions only.
      for (const service of index === 0 ? services : services.filter(({ name }) => name !== 'sourcing'))
        apps.push(...(await subscribed(service, bus)));
    }
    const [{ services, gateway }] = processes as [Composed, Composed];
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
    const tell = (messages: readonly object[]) => gateway.inbox.take(messages, { actor: 'world' });
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
    const head = await this.log.all.head();
    return verify(sqliteLogs(this.log), inOneFile(this.readStore), {
      division: 'shuffled',
      of: () => ({ partitionOf: (event) => this.bus.partitionOf(event) }),
      holds: () => true,
      // It has settled: every group has come to the end.
      done: () => Promise.resolve(() => head),
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
