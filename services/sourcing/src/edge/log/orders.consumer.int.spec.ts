import { randomUUID } from 'node:crypto';
import type { LocationUpdated } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { inbound } from '@tributary/testing';
import type { Backorders } from '../../use-cases/backorders.ts';
import { Networks } from '../../use-cases/networks.ts';
import type { Sourcings } from '../../use-cases/sourcings.ts';
import type { KnownStock } from '../../use-cases/known-stock.ts';
import { OrdersConsumer } from './orders.consumer.ts';

const leeds = (
  active: boolean,
  time: string,
  recordedTime: string,
): RecordedEvent<'tributary.location.updated.v1', LocationUpdated> => ({
  id: randomUUID(),
  type: 'tributary.location.updated.v1',
  time,
  recordedTime,
  stream: 'inbox-leeds',
  version: 1,
  position: 1,
  metadata: { source: 'erp' },
  data: inbound('tributary.location.updated.v1', {
    locationId: 'leeds',
    name: 'Leeds',
    kind: 'store',
    address: { country: 'GB' },
    capabilities: ['ship'],
    active,
  }),
});

describe('A location that is told', () => {
  let log: SqliteEventLog;
  beforeEach(() => void (log = openSqliteEventLog(':memory:')));
  afterEach(() => log.close());

  it('late changes nothing that is true since: when it happened counts, not when it was recorded', async () => {
    const networks = new Networks(log.forService('sourcing'));
    const consumer = new OrdersConsumer({} as Sourcings, networks, {} as Backorders, {} as KnownStock);
    await consumer.location(leeds(false, '2026-03-02T08:00:00.000Z', '2026-03-02T08:00:01.000Z'));
    await consumer.location(leeds(true, '2026-03-01T08:00:00.000Z', '2026-03-02T09:00:00.000Z'));
    expect([...(await networks.current()).locations.values()]).toMatchObject([{ active: false }]);
  });
});
