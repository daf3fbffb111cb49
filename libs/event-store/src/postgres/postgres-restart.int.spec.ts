import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { anEvent, followFor, idsOf, to } from '../contract/subject.ts';
import { type PostgresEventLog, openPostgresEventLog } from './index.ts';

const script = path.resolve(import.meta.dirname, '../../../../.ci/postgres-up');
const run = promisify(execFile);

/** A server of its own, from Debian's packages: others are at work on the one that all specs share. */
class OwnServer {
  private constructor(
    private readonly home: string,
    readonly url: string,
  ) {}

  static async start(): Promise<OwnServer> {
    const home = await mkdtemp(path.join(tmpdir(), 'tributary-restart-'));
    const { stdout } = await run(script, { env: { ...process.env, POSTGRES_HOME: home } });
    return new OwnServer(home, stdout.trim());
  }

  /** Ends it without a check-point or a word to its clients, and starts it again on its port. */
  async restartAtOnce(): Promise<void> {
    const [pid] = (await readFile(path.join(this.home, 'data/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    while (existsSync(path.join(this.home, 'data/postmaster.pid'))) await new Promise(setImmediate);
    const { port } = new URL(this.url);
    await run(script, { env: { ...process.env, POSTGRES_HOME: this.home, POSTGRES_PORT: port } });
  }

  async remove(): Promise<void> {
    await run(script, ['stop'], { env: { ...process.env, POSTGRES_HOME: this.home } });
  }
}

const installed = existsSync('/usr/lib/postgresql');

(installed ? describe : describe.skip)(
  installed
    ? 'A PostgreSQL server that is restarted in the middle'
    : 'A PostgreSQL server that is restarted in the middle – skipped: no package of it is installed',
  () => {
    let server: OwnServer;
    let log: PostgresEventLog;
    beforeAll(async () => {
      server = await OwnServer.start();
      log = await openPostgresEventLog({ url: server.url, schema: 'restarted' });
    });
    afterAll(async () => {
      await log?.close();
      await server?.remove();
    });

    it('holds what was answered, once and in order, and goes on with those that write and follow', async () => {
      const store = log.forService('order');
      const events = Array.from({ length: 600 }, () => anEvent());
      const seen = followFor(log.all, 0, events.length);
      let answered = 0;
      let restarted: Promise<void> | undefined;
      // Four callers: each appends to a stream of its own, as fast as it is answered.
      const append = async (caller: number): Promise<void> => {
        for (let n = caller; n < events.length; n += 4) {
          const version = (n - caller) / 4;
          const { duplicate } = await store.append([to(`order-${caller}`, version, events[n]!)]);
          expect(duplicate).toBe(false);
          answered += 1;
          if (answered === 200) restarted = server.restartAtOnce();
        }
      };
      await Promise.all([0, 1, 2, 3].map(append));
      await restarted;
      expect(idsOf(await seen).toSorted()).toEqual(idsOf(events).toSorted());
      for (let caller = 0; caller < 4; caller += 1)
        expect(idsOf(await store.readStream(`order-${caller}`))).toEqual(
          idsOf(events.filter((_, n) => n % 4 === caller)),
        );
      for await (const fault of log.verify()) expect(fault).toBeUndefined();
    });
  },
);
