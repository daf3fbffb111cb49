import { randomBytes } from 'node:crypto';
import { type LocationId, factTopics, placeKeyOf, stateTopics } from '@tributary/contracts';
import type { EventBus, StateTopic } from '@tributary/event-bus';
import {
  type KafkaClient,
  type SafeProducer,
  ensureTopics,
  openKafka,
  openKafkaBus,
  openProducer,
  openStateTopic,
  partitionOf,
} from '@tributary/event-bus/kafka';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import { sellableOf } from '../projections/stock-replica/stock-replica.ts';
import { StockFeed } from './stock-feed.ts';

const topic = stateTopics.stock;
const partitions = 3;
const time = '2026-03-02T12:00:00.000Z';
const skus = Array.from({ length: 30 }, (_, index) => `S${index}`);
const location = 'leeds' as LocationId;
const placeOf = (sku: string, offset: number) => {
  const number = partitionOf(placeKeyOf(sku, location), partitions);
  return { partition: `${factTopics.inventory}:${number}:first`, offset };
};
const level = (sku: string, onHand: number, offset: number) => ({
  key: placeKeyOf(sku, location),
  data: { sku, location, onHand, reserved: 1, updatedAt: time, through: placeOf(sku, offset) },
  time,
});

describeOnEngine('kafka', (address) => {
  describe('Several processes of sourcing', () => {
    let [kafka, producer, namespace, levels] = [] as unknown as [
      KafkaClient,
      SafeProducer,
      string,
      StateTopic,
    ];
    let buses: EventBus[];
    const log = openSqliteEventLog(':memory:');
    const common = () => ({ kafka, producer, namespace, partitions, replication: 1, log });

    beforeEach(async () => {
      buses = [];
      namespace = `spec-${randomBytes(5).toString('hex')}.`;
      kafka = openKafka({ brokers: address().split(','), clientId: namespace });
      producer = openProducer({ kafka });
      await ensureTopics(kafka, { ...common(), topics: [{ name: topic, kind: 'state' }] });
      levels = openStateTopic({ ...common(), topic, source: 'tributary/inventory' });
    });
    afterEach(async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      await producer.close();
      const admin = kafka.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [namespace + topic] });
      await admin.disconnect();
    });

    const started = async () => {
      // Of the logs that it heeds, levels name none.
      const bus = openKafkaBus({ ...common(), clientId: namespace, epochs: new Set(['other']) });
      buses.push(bus);
      const feed = new StockFeed();
      await feed.start(bus);
      return feed;
    };
    const sellable = (feed: StockFeed) => skus.map((sku) => sellableOf(feed.of(sku)).get(location) ?? 0);

    it('know all levels each, those from before at their start and those that come as they come', async () => {
      await levels.publish(skus.map((sku) => level(sku, 5, 1)));
      const early = await started();
      expect(sellable(early)).toEqual(skus.map(() => 4));
      await levels.publish(skus.map((sku) => level(sku, 7, 2)));
      await levels.publish(skus.map((sku) => level(sku, 5, 1)));
      const late = await started();
      for (const feed of [early, late]) {
        for (const sku of skus) await feed.caughtUp(placeOf(sku, 2));
        expect(sellable(feed)).toEqual(skus.map(() => 6));
        expect(skus.every((sku) => feed.knows(placeOf(sku, 2), { sku, location }))).toBe(true);
      }
    });

    it('know all that is published by now when they asked for it', async () => {
      const feeds = [await started(), await started()];
      for (let units = 1; units <= 20; units += 1) {
        await levels.publish(skus.map((sku) => level(sku, units, units)));
        await Promise.all(feeds.map((feed) => feed.refresh()));
        for (const feed of feeds) expect(sellable(feed)).toEqual(skus.map(() => units - 1));
      }
    });
  });
});
