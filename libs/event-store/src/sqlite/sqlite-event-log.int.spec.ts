import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describeCoordination, describeEventStore } from '../contract/index.ts';
import { anEvent, followFor, someEvents, to } from '../contract/subject.ts';
import { type ChainFault, StoreUnavailable, WrongExpectedVersion } from '../port.ts';
import { openSqliteEventLog } from './index.ts';

const sharing = 'one process owns the file';

describeEventStore(
  'SQLite in memory',
  (options) => {
    const log = openSqliteEventLog(':memory:', options);
    return Promise.resolve({ log, reopen: () => Promise.resolve(log), close: () => log.close() });
  },
  { reopen: 'memory keeps nothing', sharing },
);

describeEventStore(
  'a SQLite file',
  async (options) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'event-log-'));
    const file = path.join(folder, 'events.db');
    let log = openSqliteEventLog(file, options);
    return {
      log,
      reopen: async () => {
        await log.close();
        return (log = openSqliteEventLog(file, options));
      },
      close: async () => {
        await log.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
  { sharing },
);

describeCoordination('SQLite', () => {
  const log = openSqliteEventLog(':memory:');
  return Promise.resolve({
    processes: [log.coordination, log.coordination],
    close: () => log.close(),
  });
});

/** A process of its own that runs a script on the sources; `open` and `file` are in its scope. */
const startProcess = (file: string, script: string): ChildProcess => {
  const source = `
    import { openSqliteEventLog as open } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const file = ${JSON.stringify(file)};
    ${script}`;
  const flags = [
    '--experimental-transform-types',
    '--no-warnings',
    '--conditions=tributary-source',
    '--input-type=module',
  ];
  return spawn(process.execPath, [...flags, '--eval', source], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
};

const linesOf = (child: ChildProcess): NodeJS.AsyncIterator<string> =>
  createInterface({ input: child.stdout! })[Symbol.asyncIterator]();

const faultsIn = async (file: string): Promise<ChainFault[]> => {
  const log = openSqliteEventLog(file);
  const faults: ChainFault[] = [];
  for await (const fault of log.verify()) faults.push(fault);
  await log.close();
  return faults;
};

describe('The SQLite event log', () => {
  let folder: string;
  let file: string;
  const started: ChildProcess[] = [];
  const start = (script: string): ChildProcess => {
    const child = startProcess(file, script);
    started.push(child);
    return child;
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'event-log-'));
    file = path.join(folder, 'events.db');
  });
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('belongs to one process: a second one is told so, and may have it once the first has ended', async () => {
    const holder = start(`open(file); console.log('open'); process.stdin.resume();`);
    await linesOf(holder).next();
    expect(() => openSqliteEventLog(file)).toThrow(StoreUnavailable);
    expect(() => openSqliteEventLog(file)).toThrow(/Another process has the event log .*events\.db open/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await openSqliteEventLog(file).close();

    const log = openSqliteEventLog(file);
    const second = start(
      `try { open(file); console.log('opened'); } catch (error) { console.log(error.code); }`,
    );
    expect((await linesOf(second).next()).value).toBe('store-unavailable');
    await log.close();
  });

  it('has every event it answered for after the process is killed, and a sound chain', async () => {
    const answered = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const writer = start(`
        import { randomUUID } from 'node:crypto';
        const store = open(file).forService('order');
        const appendForEver = async (stream) => {
          for (;;) {
            const event = { id: randomUUID(), type: 'OrderPlaced', time: new Date().toISOString(), data: { pad: 'x'.repeat(300) }, metadata: { source: 'test' } };
            await store.append([{ stream, expectedVersion: 'any', events: [event] }]);
            process.stdout.write(event.id + '\\n');
          }
        };
        for (let n = 0; n < 16; n += 1) appendForEver('order-' + n);`);
      const lines = linesOf(writer);
      const wanted = answered.size + 200 + 300 * round;
      for (let line = await lines.next(); !line.done; line = await lines.next()) {
        // The kill may cut the last line short: only a whole id is an answer.
        if (line.value.length === 36) answered.add(line.value);
        if (answered.size === wanted) writer.kill('SIGKILL');
      }

      const log = openSqliteEventLog(file);
      const head = await log.all.head();
      const all = await log.all.readAll(0, head + 1);
      expect(all.map(({ position }) => position)).toEqual(
        Array.from({ length: head }, (_, index) => index + 1),
      );
      const there = new Set(all.map(({ id }) => id));
      expect([...answered].filter((id) => !there.has(id))).toEqual([]);
      await log.close();
      expect(await faultsIn(file)).toEqual([]);
    }
    expect(answered.size).toBeGreaterThan(2_000);
  });

  describe('names what was tampered with:', () => {
    const tamper = async (sql: string): Promise<ChainFault[]> => {
      const log = openSqliteEventLog(file);
      for (let n = 0; n < 5; n += 1) {
        await log
          .forService('order')
          .append([to('order-1', n * 2, ...someEvents(2)), to('order-2', 'any', anEvent())]);
      }
      await log.close();
      const plain = new DatabaseSync(file);
      plain.exec(sql);
      plain.close();
      return faultsIn(file);
    };
    const at = (position: number, stream: string, version: number) => ({
      position,
      stream: `order/${stream}`,
      version,
    });

    it('one byte of an amount', async () => {
      expect(await tamper(`UPDATE events SET data = replace(data, '1', '2') WHERE position = 4`)).toEqual([
        { ...at(4, 'order-1', 3), problem: expect.stringContaining('changed') },
      ]);
    });

    it.each(['type', 'time', 'recorded', 'metadata', 'id'])('the %s of an event', async (column) => {
      const faults = await tamper(`UPDATE events SET ${column} = ${column} || ' ' WHERE position = 6`);
      expect(faults).toEqual([{ ...at(6, 'order-2', 2), problem: expect.stringContaining('changed') }]);
    });

    it('an event taken out of the middle', async () => {
      expect(await tamper('DELETE FROM events WHERE position = 4')).toEqual([
        { ...at(5, 'order-1', 4), problem: 'positions 4 to 4 are missing' },
        { ...at(5, 'order-1', 4), problem: 'version 3 of the stream is missing' },
        { ...at(5, 'order-1', 4), problem: expect.stringContaining('chain') },
      ]);
    });

    it('two hashes that changed places', async () => {
      const faults = await tamper(`
        CREATE TEMP TABLE kept AS SELECT position, hash FROM events WHERE position IN (4, 5);
        UPDATE events SET hash = (SELECT hash FROM kept WHERE kept.position = 9 - events.position) WHERE position IN (4, 5);`);
      // The event after them is named too: it was chained to what is no longer before it.
      expect(faults.map(({ position }) => position)).toEqual([4, 5, 7]);
    });

    it('an event with a hash of its own, written over an old one', async () => {
      const faults = await tamper(
        `UPDATE events SET data = '{"quantity":100}', hash = hex(randomblob(16)) WHERE position = 4`,
      );
      expect(faults.map(({ position }) => position)).toEqual([4, 5]);
    });
  });

  it('on a full disk refuses writes, goes on reading, and writes again when there is space', async () => {
    const log = openSqliteEventLog(file);
    const store = log.forService('order');
    const limitPages = (pages: number) => log['db'].exec(`PRAGMA max_page_count = ${pages}`);
    const big = () => anEvent({ data: { text: 'x'.repeat(50_000) } });
    const first = await store.append([to('order-1', 0, ...someEvents(3))]);
    const following = followFor(log.all, first.position, 3);
    limitPages(60);
    let failure: unknown;
    let recorded = 0;
    while (failure === undefined) {
      const answers = await Promise.allSettled([
        store.append([to('order-2', 'any', big())]),
        store.append([to('order-3', 'any', big())]),
      ]);
      for (const answer of answers) {
        if (answer.status === 'rejected') failure = answer.reason;
        else recorded += 1;
      }
    }
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect((failure as Error).message).toContain('full');
    expect(await store.readAll(0, 100)).toHaveLength(3 + recorded);
    expect(await log.all.head()).toBe(3 + recorded);

    limitPages(10_000);
    const event = big();
    const after = await store.append([to('order-1', 3, event)]);
    expect(after.position).toBe(4 + recorded);
    expect((await following).at(-1)!.position).toBeLessThanOrEqual(after.position);
    await log.close();
    expect(await faultsIn(file)).toEqual([]);
  });

  it('takes nothing more after the disk failed to sync, and answers everyone who waits', async () => {
    const fatal: unknown[] = [];
    const log = openSqliteEventLog(file, { onFatal: (error) => fatal.push(error) });
    const store = log.forService('order');
    await store.append([to('order-1', 0, anEvent())]);
    const db = log['db'];
    const failing = { exec: db.exec.bind(db) };
    db.exec = (sql) => {
      if (sql !== 'COMMIT') return failing.exec(sql);
      throw Object.assign(new Error('disk I/O error'), { errcode: 1034 });
    };
    const waiting = Array.from({ length: 5 }, () => store.append([to('order-2', 'any', ...someEvents(300))]));
    const answers = await Promise.allSettled(waiting);
    expect(
      answers.every((answer) => answer.status === 'rejected' && answer.reason instanceof StoreUnavailable),
    ).toBe(true);
    expect(fatal).toHaveLength(1);
    db.exec = failing.exec;
    await expect(store.append([to('order-1', 1, anEvent())])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.readAll(0, 10)).toHaveLength(1);
    await log.close();
    expect(await faultsIn(file)).toEqual([]);
  });

  it('keeps the places of consumers beside the events, written with the next commit or on closing', async () => {
    const log = openSqliteEventLog(file);
    expect(log.checkpoints.load('orders')).toBeUndefined();
    log.checkpoints.save('orders', 3);
    await log.forService('order').append([to('order-1', 0, anEvent())]);
    expect(log.checkpoints.load('orders')).toBe(3);
    log.checkpoints.save('orders', 8);
    await log.close();
    const again = openSqliteEventLog(file);
    expect(again.checkpoints.load('orders')).toBe(8);
    await again.close();
  });
});

describe('How far something has come', () => {
  it('is known after the log was opened again, though nobody appended', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'event-log-'));
    const file = path.join(folder, 'events.db');
    const log = openSqliteEventLog(file);
    await log.coordination.savePosition('relay', 41);
    log.checkpoints.save('relay', 7);
    await log.close();
    const again = openSqliteEventLog(file);
    expect(await again.coordination.position('relay')).toBe(41);
    expect(again.checkpoints.load('relay')).toBe(7);
    await again.close();
    await rm(folder, { recursive: true });
  });
});

describe('A stream that was left alone while tens of thousands were written', () => {
  it('goes on where it ended, in its chain, and refuses who expects another end', async () => {
    const log = openSqliteEventLog(':memory:');
    const store = log.forService('orders');
    await store.append([to('order-1', 0, ...someEvents(2))]);
    const others = Array.from({ length: 26_000 }, (_, number) => to(`cart-${number}`, 0, anEvent()));
    for (let at = 0; at < others.length; at += 500) await store.append(others.slice(at, at + 500));
    await expect(store.append([to('order-1', 1, anEvent())])).rejects.toBeInstanceOf(WrongExpectedVersion);
    await store.append([to('order-1', 2, anEvent())]);
    expect((await store.readStream('order-1')).map(({ version }) => version)).toEqual([1, 2, 3]);
    for await (const fault of log.verify()) expect(fault).toBeUndefined();
    await log.close();
  });
});

describe('A snapshot of a SQLite log', () => {
  it('is whole and holds all that was recorded before it, however fast others write meanwhile', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'event-log-'));
    const log = openSqliteEventLog(path.join(folder, 'events.db'));
    const store = log.forService('orders');
    let recorded = 0;
    const write = async (stream: string, until: () => boolean) => {
      while (!until()) {
        await store.append([{ stream, expectedVersion: 'any', events: someEvents(20) }]);
        recorded += 20;
        await new Promise(setImmediate);
      }
    };
    await write('order-0', () => recorded >= 20_000);
    let done = false;
    const writers = ['order-1', 'order-2', 'order-3'].map((stream) => write(stream, () => done));
    try {
      for (const copy of ['a.db', 'b.db', 'c.db', 'd.db', 'e.db', 'f.db']) {
        const before = recorded;
        const mark = await log.snapshot(path.join(folder, copy));
        expect(mark.position).toBeGreaterThanOrEqual(before);
        const copied = openSqliteEventLog(path.join(folder, copy));
        expect(copied.headMark()).toEqual(mark);
        expect(log.hashAt(mark.position)).toBe(mark.hash);
        expect(copied.epoch).not.toBe(log.epoch);
        for await (const fault of copied.verify()) expect(fault).toBeUndefined();
        await copied.close();
      }
    } finally {
      done = true;
      await Promise.all(writers);
      await log.close();
      await rm(folder, { recursive: true });
    }
  });
});
