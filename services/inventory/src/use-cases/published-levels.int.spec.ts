import { StockState, factTopics, facts } from '@tributary/contracts';
import type { BusMessage, Place, StateRecord } from '@tributary/event-bus';
import { Projector, type ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { stockPosition, stockPositions } from '../projections/stock-position/stock-position.ts';
import { publishedLevels } from './published-levels.ts';

const partition = `${factTopics.inventory}:3:first`;
const time = '2026-03-02T12:00:00.000Z';

const received = (offset: number, location: string, delta: number): BusMessage => ({
  topic: factTopics.inventory,
  key: `stock-MUG@${location}`,
  partition,
  offset,
  event: {
    id: `event ${offset}`,
    type: 'tributary.inventory.received.v1',
    time,
    data: facts.inventory['tributary.inventory.received.v1'].parse({ sku: 'MUG', location, delta }),
    metadata: { source: 'tributary/inventory' },
    position: offset,
    stream: `stock-MUG@${location}`,
    version: offset,
    recordedTime: time,
  },
});
const refused = (offset: number): BusMessage => {
  const message = received(offset, 'leeds', 0);
  return { ...message, event: { ...message.event, type: 'tributary.allocation.refused.v1' } };
};
const state = (location: string, onHand: number, offset: number): StateRecord => ({
  key: `MUG@${location}`,
  data: { sku: 'MUG', location, onHand, reserved: 0, updatedAt: time, through: { partition, offset } },
  time,
});

describe('Levels that inventory publishes', () => {
  let store: ReadStore;
  let published: StateRecord[];
  beforeEach(async () => {
    published = [];
    store = openSqliteReadStore(':memory:');
    await store.declare([stockPositions]);
  });
  afterEach(() => store.close());

  const projector = () =>
    new Projector(store, {
      group: 'inventory-stock',
      topics: [factTopics.inventory],
      projections: [stockPosition],
      publish: publishedLevels({ publish: (states) => Promise.resolve(void published.push(...states)) }),
    });
  const through = (offset: number): Place => ({ partition, offset });

  it('are those of the ledgers that changed, each with the place up to which it is folded', async () => {
    const stock = projector();
    await stock.apply([received(1, 'leeds', 5), received(2, 'york', 2), received(3, 'leeds', 1)], through(4));
    await stock.apply([received(5, 'york', 1)], through(5));
    expect(published).toEqual([state('leeds', 6, 4), state('york', 2, 4), state('york', 3, 5)]);
    for (const { data } of published) expect(StockState.strict().parse(data)).toEqual(data);
  });

  it('are none where no ledger changed', async () => {
    await projector().apply([refused(1)], through(1));
    expect(published).toEqual([]);
  });

  it('are at the same place the same from a process that was started again', async () => {
    await projector().apply([received(1, 'leeds', 5)], through(1));
    await projector().apply([received(1, 'leeds', 5), received(2, 'leeds', 1)], through(2));
    expect(published).toEqual([state('leeds', 5, 1), state('leeds', 6, 2)]);
  });
});
