import { randomUUID } from 'node:crypto';
import type { EventStore, ReadStreamOptions } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { noon, orderFact, orderId, placedWith } from '@tributary/testing';
import { streamOf } from '../domain/order/order.ts';
import { MoneyExplained } from './money-explained.ts';

const payments = 1_200;
const facts = [
  placedWith({ 1: 5 }),
  ...Array.from({ length: payments }, (_, index) =>
    orderFact('tributary.order.payment-captured.v1', {
      orderId,
      paymentId: `P${index}`,
      amount: 1,
      capturedAt: noon,
    }),
  ),
];

/** The store, telling how much of a stream each reading asked for. */
const counting = (store: EventStore, asked: (number | undefined)[]): EventStore =>
  Object.assign(Object.create(store) as EventStore, {
    readStream: (stream: string, options?: ReadStreamOptions) => {
      asked.push(options?.limit);
      return store.readStream(stream, options);
    },
  });

describe('The money of an order of a thousand payments', () => {
  let log: SqliteEventLog;
  beforeAll(async () => {
    log = openSqliteEventLog(':memory:');
    const events = facts.map((fact) => ({
      ...fact,
      id: randomUUID(),
      time: noon,
      metadata: { source: 'tributary/order' },
    }));
    await log.forService('order').append([{ stream: streamOf(orderId), expectedVersion: 0, events }]);
  });
  afterAll(() => log.close());

  it('is explained part by part, each balance from the one before, and read in bounded pieces', async () => {
    const asked: (number | undefined)[] = [];
    const money = new MoneyExplained(counting(log.forService('order'), asked));
    const owed: number[] = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const { items, next } = await money.part(orderId, { limit: 400, after, upTo: facts.length });
      owed.push(...items.map((step) => step.owed));
      after = next;
    }
    expect(owed).toEqual(Array.from({ length: payments + 1 }, (_, index) => 500 - index));
    expect(asked.every((limit) => limit !== undefined && limit <= 500)).toBe(true);
  });

  it('is that of the version that is asked for, whatever was recorded since', async () => {
    const money = new MoneyExplained(log.forService('order'));
    const { items, next } = await money.part(orderId, { limit: 400, after: 0, upTo: 3 });
    expect([items.map((step) => step.owed), next]).toEqual([[500, 499, 498], undefined]);
  });
});
