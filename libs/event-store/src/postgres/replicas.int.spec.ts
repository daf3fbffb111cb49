import { randomBytes, randomUUID } from 'node:crypto';
import { describeOnEngine } from '@tributary/testing/engines';
import { Client } from 'pg';
import { Aggregates, type Cause } from '../aggregates.ts';
import type { RecordedEvent } from '../port.ts';
import { type PostgresEventLog, openPostgresEventLog } from './index.ts';

type StockFact = {
  readonly type: 'StockReceived' | 'UnitsReserved';
  readonly data: { readonly units: number };
};

const stock = {
  initialState: 0,
  evolve: (free: number, { type, data }: StockFact): number =>
    type === 'StockReceived' ? free + data.units : free - data.units,
};
const factOf = ({ type, data }: RecordedEvent) => ({ type, data }) as StockFact;
const aCause = (): Cause => ({
  id: randomUUID(),
  recordedTime: '2026-03-01T10:00:00.000Z',
  time: '2026-03-01T09:59:00.000Z',
  metadata: { source: 'test' },
});
const skus = ['sku-1', 'sku-2'];

describeOnEngine('postgres', (address) => {
  let schema: string;
  let replicas: { readonly log: PostgresEventLog; readonly stock: Aggregates<number, StockFact> }[];

  beforeEach(async () => {
    schema = `spec_${randomBytes(6).toString('hex')}`;
    replicas = [];
    for (let n = 0; n < 3; n += 1) {
      const log = await openPostgresEventLog({ url: address(), schema });
      replicas.push({ log, stock: new Aggregates(log.forService('inventory'), 'inventory', stock, factOf) });
    }
  });

  afterEach(async () => {
    for (const { log } of replicas) await log.close();
    const admin = new Client({ connectionString: address() });
    await admin.connect();
    await admin.query(`DROP SCHEMA "${schema}" CASCADE`);
    await admin.end();
  });

  /** Reserves one of each SKU, or of none. */
  const reserve = (replica: number, cause: Cause) =>
    replicas[replica % replicas.length]!.stock.executeAll(cause, skus, (free) =>
      free.every((units) => units > 0)
        ? {
            accepted: true,
            changes: skus.map((stream) => ({
              stream,
              events: [{ type: 'UnitsReserved' as const, data: { units: 1 } }],
            })),
          }
        : { accepted: false, refusal: { code: 'sold-out', reason: 'No unit is free.' } },
    );

  describe('Replicas of a service that share a log in PostgreSQL', () => {
    it('sell every unit once and no unit twice, whoever gets the order', async () => {
      for (const stream of skus)
        await replicas[0]!.stock.execute(aCause(), stream, () => ({
          accepted: true,
          events: [{ type: 'StockReceived', data: { units: 40 } }],
        }));
      const answers = await Promise.all(Array.from({ length: 90 }, (_, n) => reserve(n, aCause())));
      const outcomes = answers.map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(40);
      expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(50);
      for (const { stock: seen } of replicas)
        for (const sku of skus) expect((await seen.load(sku)).state).toBe(0);
    });

    it('act once on a cause that reaches several of them', async () => {
      for (const stream of skus)
        await replicas[0]!.stock.execute(aCause(), stream, () => ({
          accepted: true,
          events: [{ type: 'StockReceived', data: { units: 40 } }],
        }));
      const causes = Array.from({ length: 10 }, aCause);
      const answers = await Promise.all(causes.flatMap((cause) => [0, 1, 2].map((n) => reserve(n, cause))));
      expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(10);
      expect(answers.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(20);
      expect((await replicas[2]!.stock.load('sku-1')).state).toBe(30);
    });
  });
});
