import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EventBus, Subscription } from '@tributary/event-bus';
import { openLogBus } from '@tributary/event-bus/log';
import { type NewEvent, WrongExpectedVersion } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { fastify } from 'fastify';
import { type Telemetry, startTelemetry } from './telemetry.ts';

const event = (type: string): NewEvent => ({
  id: randomUUID(),
  type,
  time: '2026-03-01T10:00:00.000Z',
  data: {},
  metadata: { source: 'spec' },
});
const placed = 'tributary.order.placed.v2';
const cancelled = 'tributary.order.cancelled.v1';

describe('Telemetry', () => {
  let telemetry: Telemetry;
  let log: SqliteEventLog;
  let bus: EventBus;
  beforeEach(() => {
    telemetry = startTelemetry({ service: 'spec', version: '1.2.3' });
    log = openSqliteEventLog(':memory:');
    bus = telemetry.measuredBus(openLogBus({ log, checkpoints: log.checkpoints }));
  });
  afterEach(async () => {
    await bus.close();
    await log.close();
  });

  const orders = () => telemetry.measuredStore('order', log.forService('order'));
  const lines = async () => (await telemetry.metrics()).split('\n');
  const record = (stream: string, ...types: readonly string[]) =>
    orders().append([{ stream, expectedVersion: 'any', events: types.map(event) }]);
  const follow = async (subscription: Pick<Subscription, 'group' | 'kind'>, handle: () => Promise<void>) => {
    const parts = { topics: ['tributary.order.v1'], retry: { attempts: 2, firstDelay: 1 }, handle };
    const checkpoints = () => Promise.resolve({});
    await bus.subscribe({ ...subscription, ...parts, checkpoints } as Subscription);
  };
  /** Asks again until a line is there: what a group has done is counted a moment later. */
  const told = async (line: string): Promise<void> => {
    for (const end = Date.now() + 10_000; !(await lines()).includes(line); await setImmediate())
      if (Date.now() > end) throw new Error(`Not told: ${line}\n${await telemetry.metrics()}`);
  };

  it('counts the events of each service by type, once each, and what the business asks for', async () => {
    const events = [event(placed), event(cancelled)];
    const append = () => orders().append([{ stream: 'order-1', expectedVersion: 'any', events }]);
    expect(await append()).toMatchObject({ duplicate: false });
    expect(await append()).toMatchObject({ duplicate: true });
    expect(await lines()).toEqual(
      expect.arrayContaining([
        `tributary_events_appended_total{tributary_service="order",tributary_event_type="${placed}"} 1`,
        `tributary_events_appended_total{tributary_service="order",tributary_event_type="${cancelled}"} 1`,
        'tributary_append_duration_seconds_count{tributary_service="order"} 2',
        'tributary_orders_placed_total 1',
        'tributary_oversales_refused_total 0',
        'tributary_messages_quarantined_total 0',
        'tributary_sourcing_decisions_total 0',
        'target_info{service_name="spec",service_version="1.2.3"} 1',
      ]),
    );
  });

  it('counts appends that came too late, and they are refused as ever', async () => {
    const late = () => orders().append([{ stream: 'order-1', expectedVersion: 7, events: [event(placed)] }]);
    await expect(late()).rejects.toThrow(WrongExpectedVersion);
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'tributary_append_conflicts_total{tributary_service="order"} 1',
        'tributary_orders_placed_total 0',
      ]),
    );
  });

  it('tells of a group what it handled, how often it failed, what it parked and how far it is behind', async () => {
    let poison = true;
    await follow({ group: 'readers', kind: 'message' }, () =>
      poison ? Promise.reject(new Error('poison')) : Promise.resolve(),
    );
    await record('order-1', placed);
    await told('tributary_consumer_parked_messages{messaging_consumer_group_name="readers"} 1');
    poison = false;
    await record('order-2', placed, placed);
    await told('tributary_messages_handled_total{messaging_consumer_group_name="readers"} 2');
    await told('tributary_consumer_lag_messages{messaging_consumer_group_name="readers"} 0');
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'tributary_messages_failed_tries_total{messaging_consumer_group_name="readers"} 2',
        'messaging_process_duration_seconds_count{messaging_consumer_group_name="readers"} 4',
      ]),
    );
  });

  it('times how long what is recorded takes into a read model, but not of history', async () => {
    await record('order-1', placed, placed, placed);
    // The next moment: what is recorded at the very start counts as new.
    for (const now = Date.now(); Date.now() === now;);
    await follow({ group: 'model', kind: 'batch' }, () => Promise.resolve());
    await told('tributary_messages_handled_total{messaging_consumer_group_name="model"} 3');
    await record('order-2', placed, placed);
    await told('tributary_messages_handled_total{messaging_consumer_group_name="model"} 5');
    await told('tributary_read_model_delay_seconds_count{messaging_consumer_group_name="model"} 2');
  });

  it('times answers by the pattern of their route, whatever strangers ask for', async () => {
    const server = fastify();
    telemetry.measureRequests(server);
    server.get('/v1/orders/:orderId', () => ({}));
    await server.inject('/v1/orders/web.1');
    await server.inject('/v1/orders/web.2?secret=1');
    await server.inject('/nobody-is-here');
    await server.close();
    const text = await telemetry.metrics();
    const requests = (method: string, route: string, status: number) =>
      `http_server_request_duration_seconds_count{http_request_method="${method}",http_route="${route}",http_response_status_code="${status}"}`;
    expect(text).toContain(`${requests('GET', '/v1/orders/:orderId', 200)} 2`);
    expect(text).toContain(`${requests('GET', 'unmatched', 404)} 1`);
    expect(text).not.toMatch(/web\.|secret|nobody/);
  });

  it('keeps two in one process apart', async () => {
    await record('order-1', placed);
    const other = startTelemetry({ service: 'other', version: '0' });
    expect(await other.metrics()).toContain('tributary_orders_placed_total 0');
    expect(await other.metrics()).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(await other.metrics()).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });
});
