import { randomBytes } from 'node:crypto';
import { describeOnEngine, openFaultyNetwork } from '@tributary/testing/engines';
import { Client } from 'pg';
import { describeCoordination } from '../contract/index.ts';
import { anEvent, followFor, idsOf, positionsOf, someEvents, to } from '../contract/subject.ts';
import type { ChainFault } from '../port.ts';
import { type PostgresEventLog, type PostgresEventLogOptions, openPostgresEventLog } from './index.ts';

describeOnEngine('postgres', (address) => {
  let admin: Client;
  let schema: string;
  let logs: PostgresEventLog[];

  const open = async (options: Partial<PostgresEventLogOptions> = {}): Promise<PostgresEventLog> => {
    const log = await openPostgresEventLog({ url: address(), schema, ...options });
    logs.push(log);
    return log;
  };
  /** Ends every session of the logs at once, as a fail-over does. */
  const cutAll = () =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tributary' AND pid <> pg_backend_pid() AND query LIKE $1`,
      [`%${schema}%`],
    );
  const faultsIn = async (log: PostgresEventLog): Promise<ChainFault[]> => {
    const faults: ChainFault[] = [];
    for await (const fault of log.verify()) faults.push(fault);
    return faults;
  };

  beforeEach(async () => {
    schema = `spec_${randomBytes(6).toString('hex')}`;
    logs = [];
    admin = new Client({ connectionString: address() });
    await admin.connect();
  });

  afterEach(async () => {
    for (const log of logs) await log.close();
    await admin.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
    await admin.end();
  });

  describe('An event log in PostgreSQL', () => {
    it('is made once when several processes start at the same time', async () => {
      const opened = await Promise.all([open(), open(), open(), open()]);
      for (const [n, log] of opened.entries())
        await log.forService('order').append([to(`order-${n}`, 0, anEvent())]);
      expect(positionsOf(await opened[0]!.all.readAll(0, 10))).toEqual([1, 2, 3, 4]);
      expect(new Set(opened.map(({ epoch }) => epoch)).size).toBe(1);
    });

    it('is given a name where an earlier version made it, and goes on', async () => {
      const before = await open();
      await before.forService('order').append([to('order-1', 0, anEvent())]);
      await admin.query(`ALTER TABLE "${schema}".about DROP COLUMN epoch`);
      await admin.query(`UPDATE "${schema}".about SET schema_version = 1`);
      const [one, other] = await Promise.all([open(), open()]);
      expect(one.epoch).toMatch(/^[\w-]{1,64}$/);
      expect(other.epoch).toBe(one.epoch);
      await one.forService('order').append([to('order-1', 1, anEvent())]);
    });

    it('is refused when a newer version has changed it', async () => {
      await open();
      await admin.query(`UPDATE "${schema}".about SET schema_version = 99`);
      await expect(open()).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(open()).rejects.toThrow(/newer version \(99/);
    });

    it('records everything once, in order, while its connections break again and again', async () => {
      const log = await open();
      const store = log.forService('order');
      const events = someEvents(300);
      let answered = 0;
      // On a slow machine cutting without end would leave no time for a single transaction.
      const cutting = (async () => {
        for (let cuts = 0; cuts < 25 && answered < events.length; cuts += 1) {
          await cutAll();
          await store.head();
        }
      })();
      const seen = followFor(log.all, 0, events.length);
      // Each stands on the one before, made without waiting for its answer.
      const results = await Promise.all(
        events.map((event, n) =>
          store.append([to(`order-${n % 10}`, Math.floor(n / 10), event)]).finally(() => (answered += 1)),
        ),
      );
      await cutting;
      expect(results.map(({ duplicate }) => duplicate)).toEqual(events.map(() => false));
      expect(positionsOf(results.flatMap(({ recorded }) => recorded))).toEqual(events.map((_, n) => n + 1));
      expect(idsOf(await seen)).toEqual(idsOf(events));
      expect(await faultsIn(log)).toEqual([]);
    });

    it('goes on when a process that holds the head has stood still: its session is ended, its transaction undone', async () => {
      const log = await open();
      const store = log.forService('order');
      await store.append([to('order-1', 0, anEvent())]);
      const frozen = new Client({ connectionString: address() });
      frozen.on('error', () => {});
      await frozen.connect();
      await frozen.query('SET idle_in_transaction_session_timeout = 500');
      await frozen.query('BEGIN');
      await frozen.query(`UPDATE "${schema}".head SET position = position + 1`);
      const { position } = await store.append([to('order-1', 1, anEvent())]);
      expect(position).toBe(2);
      await expect(frozen.query('COMMIT')).rejects.toThrow();
      expect(await faultsIn(log)).toEqual([]);
    });

    it('goes over from one partition to the next, and reads across them', async () => {
      const log = await open({ partitionSize: 50 });
      const store = log.forService('order');
      for (let n = 0; n < 30; n += 1)
        await store.append([to('order-1', n * 8, ...someEvents(7), anEvent({ type: 'Eighth' }))]);
      const { rows } = await admin.query<{ count: string }>(
        `SELECT count(*) FROM pg_inherits WHERE inhparent = $1::regclass`,
        [`"${schema}".events`],
      );
      expect(Number(rows[0]!.count)).toBe(5);
      expect(positionsOf(await log.all.readAll(45, 10))).toEqual([46, 47, 48, 49, 50, 51, 52, 53, 54, 55]);
      expect(await store.readAll(0, 100, ['Eighth'])).toHaveLength(30);
      const backward = await store.readStream('order-1', { direction: 'backward', from: 101, limit: 3 });
      expect(backward.map(({ version }) => version)).toEqual([101, 100, 99]);
      expect(await faultsIn(log)).toEqual([]);
    });

    it('keeps the size of its partitions, whatever it is asked for later', async () => {
      await open({ partitionSize: 50 });
      const log = await open({ partitionSize: 1_000 });
      await log.forService('order').append([to('order-1', 0, ...someEvents(60))]);
      await expect(faultsIn(log)).resolves.toEqual([]);
    });

    it('shows what was changed, taken out or cut off behind its back', async () => {
      const log = await open();
      const store = log.forService('order');
      for (const stream of ['order-1', 'order-2', 'order-3', 'order-4'])
        await store.append([to(stream, 0, ...someEvents(3))]);
      await admin.query(`UPDATE "${schema}".events SET data = '{"quantity":9}' WHERE position = 2`);
      await admin.query(`DELETE FROM "${schema}".events WHERE position IN (5, 12)`);
      const faults = await faultsIn(log);
      expect(faults.map(({ stream, version }) => `${stream}@${version}`)).toEqual(
        expect.arrayContaining(['order/order-1@2', 'order/order-2@3', 'order/order-4@3']),
      );
    });

    it('refuses names that its text cannot hold, and takes the others in the same batch', async () => {
      const store = (await open()).forService('order');
      const [bad, good] = await Promise.allSettled([
        store.append([to('order-\0', 0, anEvent())]),
        store.append([to('order-2', 0, anEvent({ data: { text: 'nul \0, half \ud800' } }))]),
      ]);
      expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'RangeError' } });
      expect(good.status).toBe('fulfilled');
      expect((await store.readStream('order-2'))[0]!.data).toEqual({ text: 'nul \0, half \ud800' });
    });

    it('answers as recorded now where the answer to its commit was lost, and as a repeat to whoever repeats it', async () => {
      const network = await openFaultyNetwork(new URL(address()));
      const log = await open({ url: network.url });
      const store = log.forService('order');
      const [first, second] = [anEvent(), anEvent()];
      await store.append([to('order-1', 0, first)]);
      let isCommitting = false;
      let lost = 0;
      // The server has committed once it says so.
      network.state.cut = (piece, isAnswer) => {
        const isCommit = lost === 0 && piece.includes('COMMIT');
        if (!isAnswer) isCommitting ||= isCommit;
        else if (isCommitting && isCommit) return (lost += 1) > 0;
        return false;
      };
      expect(await store.append([to('order-1', 1, second)])).toMatchObject({
        versions: [2],
        duplicate: false,
      });
      expect(lost).toBe(1);
      const other = (await open()).forService('order');
      expect(await other.append([to('order-1', 1, second)])).toMatchObject({
        versions: [2],
        duplicate: true,
      });
      expect(idsOf(await other.readStream('order-1'))).toEqual(idsOf([first, second]));
      await log.close();
      await network.close();
    });

    it('is not opened where no server answers', async () => {
      await expect(
        openPostgresEventLog({ url: 'postgres://postgres@127.0.0.1:1/postgres', schema }),
      ).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });

  describe('A lease in PostgreSQL', () => {
    it('goes to another when its holder stands still, whose work is told to end', async () => {
      const [one, other] = await Promise.all([open({ leaseTime: 400 }), open({ leaseTime: 400 })]);
      const stop = new AbortController();
      const held = new Promise<AbortSignal>((resolve) => {
        void one!.coordination.alone('relay', stop.signal, async (signal) => {
          resolve(signal);
          await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
        });
      });
      const signal = await held;
      // As if it had stood still: its lease has lapsed and is another's.
      await admin.query(
        `UPDATE "${schema}".leases SET holder = gen_random_uuid(), expires = clock_timestamp() + interval '500 milliseconds'`,
      );
      await new Promise<void>((done) => {
        if (signal.aborted) done();
        else signal.addEventListener('abort', () => done(), { once: true });
      });
      stop.abort();
      const taken = new AbortController();
      await other!.coordination.alone('relay', taken.signal, async () => taken.abort());
      expect(taken.signal.aborted).toBe(true);
    });
  });

  describeCoordination('PostgreSQL', async () => {
    const processes = [await open({ leaseTime: 400 }), await open({ leaseTime: 400 })] as const;
    return {
      processes: [processes[0].coordination, processes[1].coordination],
      close: async () => {},
    };
  });
});
