import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FactInput } from '@tributary/contracts';
import { refoldingBus } from '@tributary/event-bus/log';
import { type EventStore, type NewEvent, consequenceId, inboundEventId } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { repositoryProjectors } from '@tributary/repository';
import { Connection } from './connection.ts';
import { consumersOf, startPlatform, untilReady, untilSettled } from './processes.ts';
import { type SampleOrder, chance, locations, orderIdOf, sampleOrder } from './sample-orders.ts';

/** Raised when what is in the log changes, so that no run measures an older one. */
const version = 3;
/** placed, decided, reserved, allocated, shipped. */
export const eventsAnOrder = 5;
/** The first order is this long ago; the last one is now. */
const days = 60;
const together = 100;

/** An order's life as the services record it. Of the five events the repository passes one over. */
interface Life {
  readonly order: readonly [NewEvent, NewEvent, NewEvent];
  readonly sourcing: NewEvent;
  readonly inventory: NewEvent;
}

const minor = (price: string, quantity: number): number => Math.round(Number(price) * 100) * quantity;

const placed = (order: SampleOrder): FactInput<'order', 'tributary.order.placed.v2'> => {
  const lines = order.lines.map((line) => ({
    ...line,
    amount: minor(line.unitPrice, line.quantity),
    method: 'ship' as const,
  }));
  const goods = lines.reduce((sum, { amount }) => sum + amount, 0);
  const { channel, number, currency, customer, shipTo, charges, payments } = order;
  return {
    orderId: orderIdOf(order),
    channel,
    number,
    kind: 'order',
    currency,
    customer,
    shipTo,
    lines,
    charges,
    payments,
    total: goods + charges[0]!.amount,
    whenShort: 'backorder',
  };
};

const fulfilmentsOf = ({ lines }: SampleOrder, at: number) => {
  const [location] = locations[at % locations.length]!;
  const quantities = lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  return [{ fulfilmentId: `S1-${location}`, location, method: 'ship' as const, lines: quantities }];
};

const decided = (order: SampleOrder, at: number): FactInput<'sourcing', 'tributary.sourcing.decided.v1'> => {
  const { lines, channel, shipTo } = order;
  const fulfilments = fulfilmentsOf(order, at);
  return {
    orderId: orderIdOf(order),
    decisionId: `${orderIdOf(order)}/1`,
    attempt: 1,
    cause: 'placed',
    request: {
      channel,
      whenShort: 'backorder',
      shipTo: { country: shipTo.country, postalCode: shipTo.postalCode, coordinates: shipTo.coordinates },
      lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity, method: 'ship' as const })),
    },
    ruleSet: { ruleSetId: 'default', version: 1 },
    outcome: 'planned',
    fulfilments,
    unsourced: [],
    cost: { currency: 'GBP', total: 730, packages: 450, units: 240, distance: 40 },
    candidates: locations.map(([location], index) => ({
      location,
      verdict: location === fulfilments[0]!.location ? ('chosen' as const) : ('costlier' as const),
      reason: 'costs 1.20 more',
      distanceKm: 12 + index * 17,
      stock: Object.fromEntries(lines.map(({ lineId }) => [lineId, 40 + index])),
    })),
    excluded: [],
  };
};

const life = (number: number, order: SampleOrder, time: string): Life => {
  const orderId = orderIdOf(order);
  const decisionId = `${orderId}/1`;
  const fulfilments = fulfilmentsOf(order, number);
  const { fulfilmentId, location, lines } = fulfilments[0]!;
  const cause = inboundEventId('urn:bench:channel', `${number}`);
  const event = (index: number, type: string, data: unknown): NewEvent => ({
    id: consequenceId(cause, time, 'bench', index),
    type,
    time,
    data,
    metadata: {
      source: 'tributary/order',
      correlationId: cause,
      causationId: cause,
      actor: 'integrator:bench',
    },
  });
  return {
    order: [
      event(0, 'tributary.order.placed.v2', placed(order)),
      event(1, 'tributary.order.allocated.v1', { orderId, decisionId, attempt: 1, fulfilments }),
      event(2, 'tributary.order.shipped.v1', {
        orderId,
        fulfilmentId,
        location,
        shipmentId: `sh-${number}`,
        carrier: 'Royal Mail',
        tracking: `RM${number}GB`,
        lines,
      }),
    ],
    sourcing: event(3, 'tributary.sourcing.decided.v1', decided(order, number)),
    inventory: event(4, 'tributary.allocation.reserved.v1', { orderId, decisionId, attempt: 1, fulfilments }),
  };
};

interface Stores {
  readonly order: EventStore;
  readonly sourcing: EventStore;
  readonly inventory: EventStore;
}

/** Some orders' lives, each step of all of them before the next step, as they lie in a busy log. */
const appendLives = async (stores: Stores, orders: readonly { id: string; life: Life }[]): Promise<void> => {
  const step = (
    store: EventStore,
    streamOf: (id: string) => string,
    at: number,
    eventOf: (life: Life) => NewEvent,
  ) =>
    Promise.all(
      orders.map((one) =>
        store.append([{ stream: streamOf(one.id), expectedVersion: at, events: [eventOf(one.life)] }]),
      ),
    );
  const orderStream = (id: string) => `order-${id}`;
  await step(stores.order, orderStream, 0, ({ order }) => order[0]);
  await step(
    stores.sourcing,
    (id) => `sourcing-${id}`,
    0,
    ({ sourcing }) => sourcing,
  );
  await step(
    stores.inventory,
    (id) => `allocation-${id}`,
    0,
    ({ inventory }) => inventory,
  );
  await step(stores.order, orderStream, 1, ({ order }) => order[1]);
  await step(stores.order, orderStream, 2, ({ order }) => order[2]);
};

const writeLog = async (log: SqliteEventLog, events: number): Promise<void> => {
  const stores = {
    order: log.forService('order'),
    sourcing: log.forService('sourcing'),
    inventory: log.forService('inventory'),
  };
  const draw = chance(3);
  const count = events / eventsAnOrder;
  const first = Date.now() - days * 86_400_000;
  for (let number = 0; number < count; number += together) {
    const orders = Array.from({ length: Math.min(together, count - number) }, (_, index) => {
      const order = sampleOrder(number + index, draw);
      const time = new Date(first + ((number + index) / count) * days * 86_400_000).toISOString();
      return { id: orderIdOf(order), life: life(number + index, order, time) };
    });
    await appendLives(stores, orders);
  }
};

/** Folds everything in the log into the repository's documents, as `tributary rebuild` does. */
export const project = async (log: SqliteEventLog, readStore: ReadStore): Promise<void> => {
  const bus = refoldingBus(log);
  for (const projector of repositoryProjectors(readStore)) await projector.start(bus);
};

/** The groups of a platform, from one that has nothing to do. */
const groupNames = async (folder: string): Promise<readonly string[]> => {
  const server = await startPlatform(folder);
  await untilReady(server.url);
  const connection = new Connection(server.url);
  const groups = (await consumersOf(connection)).map(({ group }) => group);
  connection.close();
  await server.stop();
  return groups;
};

/** Every group stands at the end of the log, so that a start finds nothing to catch up with. */
const standAtEnd = async (
  log: SqliteEventLog,
  readStore: ReadStore,
  groups: readonly string[],
): Promise<void> => {
  const offset = await log.all.head();
  for (const group of groups) log.checkpoints.save(group, offset);
  await log.checkpoints.flush();
  await readStore.apply(
    [],
    groups.map((consumer) => ({ consumer, partition: 'log', offset })),
  );
};

/** What other services make of the log is made at the first start. */
const settle = async (folder: string): Promise<void> => {
  const server = await startPlatform(folder);
  await untilReady(server.url);
  await untilSettled(server.url);
  await server.stop();
};

export interface SampleLog {
  readonly events: number;
  readonly orders: number;
  /** A data folder: the log, and the read models up to date with it. */
  readonly folder: string;
  readonly log: string;
  readonly readModels: string;
}

const at = (folder: string, events: number): SampleLog => ({
  events,
  orders: events / eventsAnOrder,
  folder,
  log: path.join(folder, 'events.db'),
  readModels: path.join(folder, 'read-models.db'),
});

/** A data folder with so many events, made once and kept among the temporary files. */
export const sampleLog = async (events: number): Promise<SampleLog> => {
  const done = at(path.join(tmpdir(), `tributary-bench-v${version}-${events}`), events);
  if (existsSync(done.folder)) return done;
  console.log(`Making a log of ${events.toLocaleString('en')} events in ${done.folder} …`);
  const making = at(`${done.folder}.making-${process.pid}`, events);
  await rm(making.folder, { recursive: true, force: true });
  await mkdir(making.folder, { recursive: true });
  const groups = await groupNames(path.join(making.folder, 'empty'));
  await rm(path.join(making.folder, 'empty'), { recursive: true });
  const log = openSqliteEventLog(making.log);
  await writeLog(log, events);
  const readStore = openSqliteReadStore(making.readModels);
  await project(log, readStore);
  await standAtEnd(log, readStore, groups);
  await readStore.close();
  await log.close();
  await settle(making.folder);
  await rename(making.folder, done.folder);
  return done;
};
