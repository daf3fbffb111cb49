import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoggerService } from '@nestjs/common';
import type { BusMessage, EventBus, MessageSubscription, Subscription } from '@tributary/event-bus';
import { openLogBus } from '@tributary/event-bus/log';
import { type EventStore, StoreUnavailable } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import Fastify from 'fastify';
import { sqliteLogs } from './logs.ts';
import { OperatorLog } from './operator-log.ts';
import { WaitingGroups } from './waiting-groups.ts';

const time = '2026-03-02T12:00:00.000Z';
const quarantined = (store: EventStore) =>
  store.append([
    {
      stream: 'quarantine-1',
      expectedVersion: 'any',
      events: [
        {
          id: '0195555e-0000-7000-8000-000000000001',
          type: 'tributary.message.quarantined.v1',
          time,
          data: { messageId: 'm-1', code: 'invalid-data', reason: 'Ada Lovelace', raw: 'Ada Lovelace' },
          metadata: { source: 'tributary/gateway' },
        },
      ],
    },
  ]);

describe('The log of the platform', () => {
  let log: SqliteEventLog;
  let lines: string[];
  let operatorLog: OperatorLog;
  let waiting: WaitingGroups;
  let now: number;
  let ended: PromiseWithResolvers<void>;
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    lines = [];
    ended = Promise.withResolvers();
    const tell = (level: string) => (line: string) => {
      lines.push(`${level} ${line}`);
      if (/waiting ended|parked|slow/.test(line)) ended.resolve();
    };
    const logger: LoggerService = { log: tell('info'), warn: tell('warn'), error: tell('error') };
    now = 0;
    operatorLog = new OperatorLog(logger, () => now);
    waiting = new WaitingGroups(operatorLog, () => now);
  });
  afterEach(() => log.close());

  it('tells once that a message is quarantined, and nothing of what it says', async () => {
    const store = operatorLog.store(log.forService('gateway'));
    await quarantined(store);
    await quarantined(store);
    expect(lines).toEqual(['warn message quarantined: m-1, invalid-data']);
  });

  it('tells once a minute at most that the clock is behind what is recorded, and by how much', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'clock-behind-'));
    const file = path.join(folder, 'events.db');
    const ahead = openSqliteEventLog(file, { now: () => Date.parse('2026-03-04T12:00:00.000Z') });
    await quarantined(ahead.forService('gateway'));
    await ahead.close();
    for (const elapsed of [0, 59_999, 60_000]) {
      now = elapsed;
      const opened = openSqliteEventLog(file, {
        now: () => Date.parse(time),
        onClockBehind: (recorded, here) => operatorLog.clockBehind(recorded, here),
      });
      await opened.close();
    }
    await rm(folder, { recursive: true });
    const line = `warn clock behind: it is ${time} here and 2026-03-04T12:00:00.000Z was recorded already, 172800 s later; one of the two is wrong`;
    expect(lines).toEqual([line, line]);
  });

  /** A group that handles one message as given, over the log that the operator is told of. */
  const following = async (handle: () => Promise<void>) => {
    await quarantined(log.forService('gateway'));
    const [part] = operatorLog.logs(sqliteLogs(log)).parts;
    const bus = waiting.watched(openLogBus(part!));
    const retry = { attempts: 2, firstDelay: 1 };
    await bus.subscribe({ kind: 'message', group: 'pages', topics: ['tributary.gateway.v1'], retry, handle });
    await ended.promise;
    await bus.close();
  };

  it('tells which message a group parked, where, and with which error', async () => {
    await following(() => Promise.reject(new TypeError('Ada Lovelace')));
    expect(lines).toEqual(['warn message parked: pages at 1 of log, TypeError']);
  });

  it('tells when a group begins to wait for a store, and when it goes on', async () => {
    const waited: (readonly string[])[] = [];
    await following(() => {
      waited.push(waiting.names);
      now += 1_000;
      return waited.length < 4 ? Promise.reject(new StoreUnavailable('away')) : Promise.resolve();
    });
    expect(waited).toEqual([[], ['pages'], ['pages'], ['pages']]);
    expect(waiting.names).toEqual([]);
    expect(lines).toEqual(['warn waiting for a store: pages', 'warn waiting ended: pages, after 3000 ms']);
  });

  it('does not take a group for waiting that handed on what it waited with', async () => {
    // It hands one message over, and takes it away when that fails: as a partition goes to another process.
    const subscribe = async (subscription: Subscription) => {
      await (subscription as MessageSubscription).handle({} as BusMessage).catch(() => {});
    };
    const bus = waiting.watched({ subscribe } as EventBus);
    const handle = () => Promise.reject(new StoreUnavailable('away'));
    await bus.subscribe({ kind: 'message', group: 'pages', topics: [], handle });
    now = 14_999;
    expect(waiting.names).toEqual(['pages']);
    now = 15_000;
    expect(waiting.names).toEqual([]);
  });

  it('tells of a request that took over a second by its route and its name', async () => {
    const fastify = Fastify({ genReqId: () => 'shop-7' });
    operatorLog.requests(fastify);
    fastify.addHook('onResponse', (_, __, done) => {
      done();
      ended.resolve();
    });
    fastify.get('/v1/orders/:orderId', (_, reply) => {
      Object.defineProperty(reply, 'elapsedTime', { value: 1_234.4 });
      return {};
    });
    await fastify.inject('/v1/orders/ada');
    await ended.promise;
    expect(lines).toEqual(['warn slow request: GET /v1/orders/:orderId 200 1234 ms shop-7']);
    await fastify.close();
  });
});
