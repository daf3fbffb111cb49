import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { type InboundInput, type InboundTypeName, inboundTypes } from '@tributary/contracts';
import { refoldingBus } from '@tributary/event-bus/log';
import { type Violation, chainHash } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { Collection, ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { readConfig } from './config.ts';
import { startPlatform } from './platform.ts';

import { composeEmbedded, noGroups } from './embedded.ts';
import { sqliteLogs } from './logs.ts';
import { type Verification, verify } from './verification.ts';
import { inOneFile } from './read-stores.ts';

const root = mkdtempSync(join(tmpdir(), 'tributary-verification-'));
const traded = join(root, 'traded');

const sent = <T extends InboundTypeName>(type: T, data: InboundInput<T>, more: object = {}) => ({
  specversion: '1.0',
  id: `${type} ${JSON.stringify(data)}`.slice(0, 250),
  source: 'urn:spec',
  type,
  data,
  ...more,
});
const order = (number: string, quantity: number, more: object = {}) =>
  sent('tributary.order.captured.v1', {
    channel: 'web',
    number,
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'MUG', quantity, unitPrice: '10.00' }],
    ...more,
  });
const counted = (sku: string, quantity: number) =>
  sent('tributary.stock.counted.v1', { sku, location: 'leeds', quantity });
const leeds = {
  locationId: 'leeds',
  name: 'Leeds',
  kind: 'store' as const,
  address: { country: 'GB' },
  capabilities: ['ship' as const, 'pickup' as const],
};

/** What happens in a small shop; each part waits until the one before is dealt with. */
const trade = (fulfilmentId: string): readonly (readonly object[])[] => [
  [
    sent('tributary.location.updated.v1', leeds),
    sent('tributary.postal-areas.updated.v1', {
      country: 'GB',
      areas: [{ postalCode: 'LS1', latitude: 53.8, longitude: -1.5 }],
    }),
    sent('tributary.product.updated.v1', { sku: 'MUG', name: 'Mug' }),
    sent('tributary.customer.updated.v1', { id: 'C1', name: 'Ann' }),
    sent('tributary.customer.linked.v1', {
      customerId: 'C1',
      by: 'email',
      value: 'ann@example.com',
      why: 'She said so.',
    }),
    sent('tributary.customer.unlinked.v1', {
      customerId: 'C1',
      by: 'id',
      value: 'C2',
      why: 'It is her sister.',
    }),
    counted('MUG', 20),
    counted('CUP', 3),
    sent('tributary.supply.expected.v1', {
      sku: 'CUP',
      location: 'leeds',
      purchaseOrder: 'PO1',
      quantity: 9,
      expectedAt: '2027-01-01T00:00:00Z',
    }),
    { ...counted('CUP', 1), id: 'bad', data: { sku: 'CUP' } },
  ],
  [
    order('1', 2, {
      payments: [{ paymentId: 'P1', method: 'card', amount: 2000, status: 'captured' }],
    }),
    order('2', 4),
    order('3', 99),
    sent('tributary.sale.recorded.v1', {
      channel: 'pos',
      number: '1',
      location: 'leeds',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'CUP', quantity: 1, unitPrice: '4.00' }],
    }),
    sent('tributary.shipment.delivered.v1', { orderId: 'web.early', shipmentId: 'S9' }),
  ],
  [
    sent('tributary.shipment.dispatched.v1', { orderId: 'web.1', fulfilmentId, shipmentId: 'S1' }),
    sent('tributary.order.cancel-requested.v1', { orderId: 'web.2', lines: [{ lineId: '1', quantity: 1 }] }),
    sent('tributary.stock.received.v1', { sku: 'CUP', location: 'leeds', quantity: 9, purchaseOrder: 'PO1' }),
    sent('tributary.stock.moved.v1', { sku: 'CUP', from: 'leeds', to: 'york', quantity: 2 }),
  ],
  [
    sent('tributary.shipment.delivered.v1', { orderId: 'web.1', shipmentId: 'S1' }),
    sent('tributary.return.received.v1', {
      returnId: 'R1',
      orderId: 'web.1',
      location: 'leeds',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'MUG', quantity: 1, refund: 1000 }],
    }),
    sent('tributary.return.received.v1', {
      returnId: 'R2',
      currency: 'EUR',
      lines: [{ sku: 'JUG', quantity: 1 }],
    }),
  ],
  [
    // Told long after the count that saw it.
    sent(
      'tributary.sale.recorded.v1',
      {
        channel: 'pos',
        number: '0',
        location: 'leeds',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'CUP', quantity: 2, unitPrice: '4.00' }],
      },
      { time: '2026-01-01T09:00:00Z' },
    ),
    sent('tributary.stock.adjusted.v1', { sku: 'CUP', location: 'leeds', delta: -1, reason: 'broken' }),
    sent('tributary.order.change-requested.v1', {
      orderId: 'web.2',
      change: { kind: 'deliver-to', shipTo: { country: 'GB' } },
    }),
    sent('tributary.order.hold-requested.v1', { orderId: 'web.2', reason: 'fraud' }),
    sent('tributary.order.release-requested.v1', { orderId: 'web.2', reason: 'fraud' }),
    sent('tributary.payment.authorised.v1', { orderId: 'web.2', paymentId: 'P2', amount: 4000 }),
    sent('tributary.payment.captured.v1', { orderId: 'web.2', paymentId: 'P2', amount: 3000 }),
    sent('tributary.payment.failed.v1', { orderId: 'web.2', paymentId: 'P2' }),
    sent('tributary.payment.voided.v1', { orderId: 'web.2', paymentId: 'P2' }),
    sent('tributary.payment.expired.v1', { orderId: 'web.1', paymentId: 'P9' }),
    sent('tributary.refund.issued.v1', { orderId: 'web.2', refundId: 'F1', amount: 500 }),
    sent('tributary.refund.failed.v1', { orderId: 'web.2', refundId: 'F9' }),
    sent('tributary.shipment.tracked.v1', { orderId: 'web.1', shipmentId: 'S1', status: 'at hub' }),
    // Of a fulfilment nobody knows: these wait.
    ...(['accepted', 'picked', 'packed'] as const).map((step) =>
      sent(`tributary.fulfilment.${step}.v1`, { orderId: 'web.2', fulfilmentId: 'S9-leeds' }),
    ),
    ...(['ready', 'handed-over'] as const).map((step) =>
      sent(`tributary.pickup.${step}.v1`, { orderId: 'web.2', fulfilmentId: 'S9-leeds' }),
    ),
    sent('tributary.fulfilment.shorted.v1', {
      orderId: 'web.2',
      fulfilmentId: 'S9-leeds',
      lines: [{ lineId: '1', quantity: 1, reason: 'damaged' }],
    }),
  ],
];

type Ask = (path: string, body?: unknown) => Promise<{ items: { lag: number }[] }>;

/** The platform over a data folder, as far as it has come when it has handled all that is recorded. */
const running = async (
  path: string,
): Promise<{ ask: Ask; settled: () => Promise<void>; stop: () => Promise<void> }> => {
  const config = readConfig({ TRIBUTARY_DATA: path, TRIBUTARY_PORT: '0' });
  const platform = await startPlatform(config, new ConsoleLogger({ logLevels: ['fatal'] }), (error) => {
    throw new Error(String(error));
  });
  const { key } = JSON.parse(readFileSync(join(path, 'access.json'), 'utf8')) as { key: string };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const ask: Ask = async (where, body) => {
    const response = await fetch(platform.url + where, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await response.json()) as Awaited<ReturnType<Ask>>;
  };
  const settled = async () => {
    for (let calm = 0; calm < 2; await delay(20))
      calm = (await ask('/v1/consumers')).items.every(({ lag }) => lag === 0) ? calm + 1 : 0;
  };
  await settled();
  return { ask, settled, stop: () => platform.close() };
};

const runShop = async (): Promise<void> => {
  const { ask, settled, stop } = await running(traded);
  let fulfilmentId = 'not yet known';
  for (const index of trade('').keys()) {
    await ask('/v1/events', trade(fulfilmentId)[index]);
    await settled();
    if (index !== 1) continue;
    const page = (await ask('/v1/orders/web.1')) as unknown as { fulfilments: { fulfilmentId: string }[] };
    fulfilmentId = page.fulfilments[0]!.fulfilmentId;
  }
  await stop();
};

interface EventRow {
  position: number;
  stream: string;
  version: number;
  id: string;
  type: string;
  time: string;
  recorded: string;
  data: string;
  metadata: string;
  hash: string;
}

/** The data folder of the shop, copied for one spec, to be broken by hand. */
class DataFolder {
  readonly path = mkdtempSync(join(root, 'copy-'));
  readonly headMark = join(this.path, 'head.json');
  constructor() {
    cpSync(traded, this.path, { recursive: true });
  }

  on<T>(file: 'events.db' | 'read-models.db', work: (db: DatabaseSync) => T): T {
    const db = new DatabaseSync(join(this.path, file));
    try {
      return work(db);
    } finally {
      db.close();
    }
  }

  events(): EventRow[] {
    return this.on(
      'events.db',
      (db) => db.prepare('SELECT * FROM events ORDER BY position').all() as unknown as EventRow[],
    );
  }

  event(type: string, holds: (row: EventRow) => boolean = () => true): EventRow {
    return this.events().find((row) => row.type === type && holds(row))!;
  }

  /** Writes an event as if its service had, with a hash that fits. */
  append(stream: string, type: string, data: object, metadata: object = {}): EventRow {
    const rows = this.events();
    const head = rows.findLast((row) => row.stream === stream);
    const row: EventRow = {
      ...rows.at(-1)!,
      position: rows.at(-1)!.position + 1,
      stream,
      version: (head?.version ?? 0) + 1,
      id: `made up ${rows.length}`,
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify({ source: 'spec', ...metadata }),
    };
    row.hash = chainHash(head?.hash ?? '', row);
    this.on('events.db', (db) =>
      db.prepare('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)').run(...Object.values(row)),
    );
    return row;
  }

  change(row: EventRow, column: 'data' | 'metadata' | 'time', from: string, to: string): void {
    const value = row[column].replace(from, to);
    if (value === row[column]) throw new Error(`There is no ${from} in ${row[column]}.`);
    this.on('events.db', (db) =>
      db.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(value, row.position),
    );
  }

  /** As if services had come to an event. */
  handled({ position }: EventRow, ...services: string[]): void {
    const moved = 'UPDATE checkpoints SET position = ? WHERE consumer = ?';
    this.on('events.db', (db) => services.forEach((service) => db.prepare(moved).run(position, service)));
  }

  async verify(): Promise<Verification> {
    return this.opened((log, readStore) =>
      verify(sqliteLogs(log, this.headMark), inOneFile(readStore, join(this.path, 'read-models.db'))),
    );
  }

  /** What is found, which must all be of one invariant. */
  async violations(invariant: string): Promise<readonly Violation[]> {
    const { violations } = await this.verify();
    expect([...new Set(violations.map((one) => one.invariant))]).toEqual([invariant]);
    return violations;
  }

  async opened<T>(
    work: (log: ReturnType<typeof openSqliteEventLog>, readStore: ReadStore) => Promise<T>,
  ): Promise<T> {
    const log = openSqliteEventLog(join(this.path, 'events.db'));
    const readStore = openSqliteReadStore(join(this.path, 'read-models.db'));
    try {
      return await work(log, readStore);
    } finally {
      await readStore.close();
      await log.close();
    }
  }
}

const invariants = [
  'history-intact',
  'head-mark-within-log',
  'checkpoint-within-log',
  'ledger-snapshot-is-a-fold',
  'no-oversell',
  'ledger-balances',
  'quantities-balance',
  'money-balances',
  'nothing-lost',
  'orders-hold-what-is-reserved',
  'told-twice-counts-once',
  'read-model-is-a-fold',
];

describe('The data of a shop', () => {
  let folder: DataFolder;
  beforeAll(runShop);
  beforeEach(() => void (folder = new DataFolder()));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('keeps every promise, whatever kind of message came in', async () => {
    const { violations, checked, events, documents, inFlight } = await folder.verify();
    expect(violations).toEqual([]);
    expect(checked).toEqual(invariants);
    expect([events, inFlight]).toEqual([folder.events().length, 0]);
    expect(documents).toBeGreaterThan(15);
    const heard = new Set(folder.events().map(({ type }) => type));
    expect(Object.keys(inboundTypes).filter((type) => !heard.has(type))).toEqual([]);
  });

  describe('history-intact', () => {
    it('names the event of which a single byte was changed', async () => {
      const row = folder.event('tributary.stock.counted.v1');
      folder.change(row, 'data', '20', '21');
      expect(await folder.violations('history-intact')).toEqual([
        {
          invariant: 'history-intact',
          position: row.position,
          where: `gateway/inbox-urn:spec version ${row.version}`,
          problem: expect.stringContaining('changed after it was recorded'),
        },
      ]);
    });

    it.each([
      ['metadata', 'urn:spec', 'urn:spee'],
      ['time', '20', '19'],
    ] as const)('covers the %s of an event', async (column, from, to) => {
      const row = folder.event('tributary.stock.counted.v1');
      folder.change(row, column, from, to);
      expect(await folder.violations('history-intact')).toHaveLength(1);
    });

    it('names an event whose data can no longer be read, and checks the rest all the same', async () => {
      const row = folder.event('tributary.stock.counted.v1');
      folder.change(row, 'data', '{', '[');
      const oversold = folder.event('tributary.inventory.reserved.v1');
      const made = folder.append(oversold.stream, oversold.type, {
        ...(JSON.parse(oversold.data) as object),
        quantity: 500,
      });
      const { violations } = await folder.verify();
      expect(violations).toContainEqual(
        expect.objectContaining({ invariant: 'history-intact', position: row.position }),
      );
      expect(violations).toContainEqual(
        expect.objectContaining({ invariant: 'no-oversell', position: made.position }),
      );
    });

    it('names an event that no longer says what its service could have said', async () => {
      const row = folder.event('tributary.order.placed.v2');
      folder.change(row, 'data', '"lines"', '"limes"');
      const { violations } = await folder.verify();
      expect(violations).toContainEqual(
        expect.objectContaining({ invariant: 'history-intact', position: row.position }),
      );
    });

    it('says that the log cannot be read to its end where a page of it is lost, and checks what can be', async () => {
      const file = join(folder.path, 'events.db');
      const { data } = folder.event('tributary.stock.counted.v1');
      const bytes = readFileSync(file);
      const root = folder.on('events.db', (db) =>
        Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").get()!['rootpage']),
      );
      // What the root held before it was split may still stand in it.
      const page = Math.floor(bytes.indexOf(data, root * 4_096) / 4_096);
      bytes.fill(0xa5, page * 4_096, (page + 1) * 4_096);
      writeFileSync(file, bytes);
      const { violations } = await folder.verify();
      expect(violations).toContainEqual(
        expect.objectContaining({
          invariant: 'history-intact',
          problem: expect.stringContaining('cannot be read to its end'),
        }),
      );
    });

    it('says where an event was taken out', async () => {
      const row = folder.event('tributary.stock.counted.v1');
      folder.on('events.db', (db) => db.prepare('DELETE FROM events WHERE position = ?').run(row.position));
      const problems = (await folder.violations('history-intact')).map(({ problem }) => problem);
      expect(problems).toContain(`positions ${row.position} to ${row.position} are missing`);
      expect(problems).toContain(`version ${row.version} of the stream is missing`);
    });

    it('finds two events that changed places', async () => {
      const [a, b] = folder.events().filter(({ type }) => type === 'tributary.stock.counted.v1');
      folder.on('events.db', (db) => {
        const swap = db.prepare('UPDATE events SET data = ? WHERE position = ?');
        swap.run(b!.data, a!.position);
        swap.run(a!.data, b!.position);
      });
      const found = await folder.violations('history-intact');
      expect(found.map(({ position }) => position)).toEqual([a!.position, b!.position]);
    });
  });

  describe('head-mark-within-log', () => {
    it('says what is missing at the end of the log, though every chain and checkpoint is sound', async () => {
      const last = folder.events().at(-1)!.position;
      folder.on('events.db', (db) => {
        db.prepare('DELETE FROM events WHERE position > ?').run(last - 2);
        db.prepare('UPDATE checkpoints SET position = ? WHERE position > ?').run(last - 2, last - 2);
      });
      const { violations } = await folder.verify();
      expect(violations).toContainEqual({
        invariant: 'head-mark-within-log',
        position: last,
        where: 'head.json',
        problem: `the log ends at ${last - 2} and once reached ${last}: positions ${last - 1} to ${last} are missing`,
      });
      expect(violations.filter(({ invariant }) => invariant === 'history-intact')).toEqual([]);
    });

    it('names a mark that cannot be read', async () => {
      truncateSync(folder.headMark, 10);
      expect(await folder.violations('head-mark-within-log')).toMatchObject([
        { where: 'head.json', problem: expect.stringMatching(/^cannot be read: /) },
      ]);
    });

    it('is not said to hold where there is no mark', async () => {
      rmSync(folder.headMark);
      const { checked, violations } = await folder.verify();
      expect(checked).toEqual(invariants.filter((each) => each !== 'head-mark-within-log'));
      expect(violations).toEqual([]);
    });
  });

  it('checkpoint-within-log: finds groups that have come further than the log reaches', async () => {
    const last = folder.events().at(-1)!.position;
    folder.handled({ ...folder.events().at(-1)!, position: last + 7 }, 'order');
    folder.on('read-models.db', (db) =>
      db.prepare(`UPDATE "#checkpoints" SET position = ? WHERE consumer LIKE 'repository%'`).run(last + 9),
    );
    const found = (await folder.verify()).violations.filter(
      (one) => one.invariant === 'checkpoint-within-log',
    );
    expect(found).toContainEqual({
      invariant: 'checkpoint-within-log',
      position: last + 7,
      where: 'order',
      problem: `has come to ${last + 7}, and the log ends at ${last}`,
    });
    expect(found).toContainEqual(
      expect.objectContaining({ position: last + 9, where: expect.stringMatching(/^repository/) }),
    );
  });

  it('ledger-snapshot-is-a-fold: finds what is kept of a ledger and does not follow from it', async () => {
    const collection = { name: 'inventory.ledger_snapshots', version: 2, fields: {}, indexes: [] };
    const { id, position, stream } = folder.event('tributary.inventory.counted.v1');
    await folder.opened(async (_, readStore) => {
      await readStore.declare([collection]);
      const document = { version: 1, lastEvent: id, stock: { onHand: 9_999 } };
      await readStore.apply([{ collection, id: stream.slice('inventory/'.length), document }], []);
    });
    const found = await folder.violations('ledger-snapshot-is-a-fold');
    expect(found).toEqual([
      expect.objectContaining({ position, where: `${stream.slice('inventory/'.length)} version 1` }),
    ]);
  });

  it('no-oversell: finds more reserved than there is', async () => {
    const { stream, type, data } = folder.event('tributary.inventory.reserved.v1');
    const made = folder.append(stream, type, {
      ...(JSON.parse(data) as object),
      reservationId: 'web.9/S1/1',
      quantity: 500,
    });
    expect(await folder.violations('no-oversell')).toEqual([
      {
        invariant: 'no-oversell',
        position: made.position,
        where: 'stock-MUG@leeds',
        problem: expect.stringMatching(/^5\d\d reserved of 19 on hand$/),
      },
    ]);
  });

  it('ledger-balances: finds an entry that the stock on hand does not know', async () => {
    const { stream, type, data } = folder.event('tributary.inventory.supply-expected.v1');
    const made = folder.append(stream, type, { ...(JSON.parse(data) as object), delta: 5 });
    expect(await folder.violations('ledger-balances')).toMatchObject([
      { position: made.position, where: 'stock-CUP@leeds' },
    ]);
  });

  describe('what orders and inventory say of the same units', () => {
    const everybody = ['inventory', 'order', 'sourcing'];
    const once = { ...{ sku: 'CUP', location: 'leeds' }, orderId: 'pos.1', lineId: '1', delta: -1 };

    it('orders-hold-what-is-reserved: finds goods given up that their order still holds', async () => {
      const { stream, data } = folder.event('tributary.inventory.reserved.v1', (row) =>
        row.data.includes('"web.2"'),
      );
      const { orderId, fulfilmentId, lineId, ...held } = JSON.parse(data) as Record<string, string>;
      const givenUp = { ...held, orderId, fulfilmentId, lineId, quantity: 1, reason: 'by mistake' };
      const made = folder.append(stream, 'tributary.inventory.released.v1', givenUp);
      folder.handled(made, ...everybody);
      expect(await folder.violations('orders-hold-what-is-reserved')).toMatchObject([
        { where: `web.2/${fulfilmentId}/${lineId}`, problem: '3 held by the order, 2 reserved' },
      ]);
    });

    it('told-twice-counts-once: finds a sale that was taken out of stock again', async () => {
      const { stream } = folder.event('tributary.inventory.sold.v1');
      folder.handled(folder.append(stream, 'tributary.inventory.sold.v1', once), ...everybody);
      expect(await folder.violations('told-twice-counts-once')).toMatchObject([
        {
          where: 'pos.1 CUP@leeds',
          problem: '1 sold, shipped or handed over by the order, 2 taken out of stock',
        },
      ]);
    });

    it('need not agree while one has still to hear what the other told', async () => {
      const { stream } = folder.event('tributary.inventory.sold.v1');
      const made = folder.append(stream, 'tributary.inventory.sold.v1', once);
      folder.handled(made, 'inventory', 'sourcing');
      const { violations, checked } = await folder.verify();
      expect(violations).toEqual([]);
      expect(checked).toEqual(
        invariants.filter((one) => !['orders-hold-what-is-reserved', 'told-twice-counts-once'].includes(one)),
      );
    });
  });

  it('quantities-balance: finds more cancelled than was ordered', async () => {
    const { stream } = folder.event('tributary.order.placed.v2', ({ data }) => data.includes('"web.2"'));
    const made = folder.append(stream, 'tributary.order.cancelled.v1', {
      orderId: 'web.2',
      lines: [{ lineId: '1', sku: 'MUG', quantity: 50 }],
      release: [],
    });
    expect(await folder.violations('quantities-balance')).toMatchObject([
      { position: made.position, where: 'order-web.2 line 1' },
    ]);
  });

  it('money-balances: finds more given back than was taken', async () => {
    const { stream } = folder.event('tributary.order.placed.v2', ({ data }) => data.includes('"web.1"'));
    const made = folder.append(stream, 'tributary.order.refunded.v1', {
      orderId: 'web.1',
      refundId: 'F9',
      amount: 1001,
    });
    expect(await folder.violations('money-balances')).toEqual([
      {
        invariant: 'money-balances',
        position: made.position,
        where: 'order-web.1',
        problem: '2001 refunded of 2000 captured',
      },
    ]);
  });

  it('money-balances: finds more given back by a payment than it took', async () => {
    const { stream } = folder.event('tributary.order.placed.v2', ({ data }) => data.includes('"web.1"'));
    const made = folder.append(stream, 'tributary.order.refunded.v1', {
      orderId: 'web.1',
      refundId: 'F9',
      paymentId: 'P9',
      amount: 1,
    });
    expect(await folder.violations('money-balances')).toEqual([
      {
        invariant: 'money-balances',
        position: made.position,
        where: 'order-web.1 payment P9',
        problem: '1 refunded of 0 captured',
      },
    ]);
  });

  it('money-balances: finds an order whose total is not the sum of its lines', async () => {
    const { type, data } = folder.event('tributary.order.placed.v2');
    const placed = JSON.parse(data) as { total: number };
    const made = folder.append('order/order-web.77', type, {
      ...placed,
      orderId: 'web.77',
      total: placed.total + 1,
    });
    expect(await folder.violations('money-balances')).toMatchObject([
      { position: made.position, where: 'order-web.77' },
    ]);
  });

  describe('nothing-lost', () => {
    const cup = { sku: 'CUP', location: 'leeds', quantity: 1 };

    it('finds a message that its service passed without an answer', async () => {
      const made = folder.append('gateway/inbox-urn:spec', 'tributary.stock.received.v1', cup);
      folder.handled(made, 'inventory');
      expect(await folder.violations('nothing-lost')).toEqual([
        {
          invariant: 'nothing-lost',
          position: made.position,
          where: 'inbox-urn:spec tributary.stock.received.v1',
          problem: `inventory neither applied nor parked message ${made.id}`,
        },
      ]);
    });

    it('counts a message that its service has not come to as still to be handled', async () => {
      folder.append('gateway/inbox-urn:spec', 'tributary.stock.received.v1', cup);
      expect(await folder.verify()).toMatchObject({ violations: [], inFlight: 1 });
    });
  });

  describe('read-model-is-a-fold', () => {
    const orders = '"repository.orders"';
    const changed = (sql: string) => folder.on('read-models.db', (db) => db.prepare(sql).run());

    it.each([
      [
        'was edited',
        `UPDATE ${orders} SET json = (SELECT json FROM ${orders} WHERE id = 'web.2') WHERE id = 'web.1'`,
        'repository.orders web.1',
        'differs from the fold of the log',
      ],
      [
        'was taken out',
        `DELETE FROM ${orders} WHERE id = 'web.1'`,
        'repository.orders web.1',
        'is missing in the read model',
      ],
      [
        'was put in',
        `UPDATE ${orders} SET id = 'web.0' WHERE id = 'web.3'`,
        'repository.orders web.0',
        'is in the read model, and does not follow from the log',
      ],
      [
        'was edited in a list',
        `UPDATE "repository.order_list" SET json = replace(json, '"units":2', '"units":3') WHERE id = 'web.1'`,
        'repository.order_list web.1',
        'differs from the fold of the log',
      ],
      [
        'is of what sourcing knows of stock',
        `DELETE FROM "sourcing.stock" WHERE id = 'CUP'`,
        'sourcing.stock CUP',
        'is missing in the read model',
      ],
      [
        'cannot be read',
        `UPDATE ${orders} SET json = x'ff00ff' WHERE id = 'web.1'`,
        'the read models',
        'cannot be read: repository.orders web.1 cannot be unpacked: the file is damaged.',
      ],
    ])('names a document that %s', async (_, sql, where, problem) => {
      expect(changed(sql).changes).toBe(1);
      const found = await folder.violations('read-model-is-a-fold');
      expect(found).toContainEqual({ invariant: 'read-model-is-a-fold', position: 0, where, problem });
      expect(found.length).toBe(sql.includes('SET id') ? 2 : 1);
    });

    it('compares as far as the read model has come', async () => {
      const { stream } = folder.event('tributary.order.placed.v2', ({ data }) => data.includes('"web.2"'));
      folder.append(stream, 'tributary.order.refunded.v1', { orderId: 'web.2', refundId: 'F0', amount: 0 });
      expect((await folder.verify()).violations).toEqual([]);
    });

    it('leaves read models of an older version to be built anew, and does not lose them', async () => {
      changed(`UPDATE "#collections" SET shape = '[0,[],[],true]' WHERE name = 'repository.orders'`);
      expect((await folder.verify()).violations).toEqual([]);
      await (await running(folder.path)).stop();
      const rebuilt = await folder.opened(documentsOf);
      const before = new DataFolder();
      expect(rebuilt).toEqual(await before.opened(documentsOf));
    });
  });

  it('is rebuilt from its events to the same documents, byte for byte, however they are cut into batches', async () => {
    const { live, atOnce, oneByOne } = await folder.opened(async (log, readStore) => {
      const fresh = async (pageSize?: number) => {
        const store = openSqliteReadStore(':memory:');
        await foldInto(log, store, pageSize);
        const documents = await documentsOf(log, store);
        await store.close();
        return documents;
      };
      return { live: await documentsOf(log, readStore), atOnce: await fresh(), oneByOne: await fresh(1) };
    });
    expect(Object.keys(live).length).toBeGreaterThan(15);
    expect(atOnce).toEqual(live);
    expect(oneByOne).toEqual(live);
  });
});

type Log = ReturnType<typeof openSqliteEventLog>;

/** Folds the whole log into a read store, as a rebuild does. */
const foldInto = async (log: Log, readStore: ReadStore, pageSize = 10_000): Promise<void> => {
  const { services } = composeEmbedded(sqliteLogs(log), () => readStore, noGroups);
  const paged = { all: { ...log.all, readAll: (after: number) => log.all.readAll(after, pageSize) } };
  const fold = refoldingBus(paged);
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(fold);
  for (const { closed } of services) await closed?.();
};

/** Every document of every collection, as its JSON. */
const documentsOf = async (log: Log, readStore: ReadStore): Promise<Record<string, string>> => {
  const { services } = composeEmbedded(sqliteLogs(log), () => readStore, noGroups);
  const collections = services.flatMap(({ projectors }) =>
    projectors.flatMap((one) => one.collections),
  ) as Collection[];
  await readStore.declare(collections);
  const documents: Record<string, string> = {};
  for (const collection of collections)
    for await (const { id, json } of readStore.scan(collection)) documents[`${collection.name} ${id}`] = json;
  return documents;
};
