import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { BuiltStore, bulkCopy } from './bulk-copy.ts';
import { type Report, median, reportOf } from './measure.ts';
import { project, sampleLog } from './sample-log.ts';

const rounds = 3;

interface Measured {
  readonly seconds: number;
  /** Microseconds. */
  readonly cpu: number;
}

const rebuilt = async (log: string, file: string): Promise<Measured> => {
  const events = openSqliteEventLog(log);
  const readStore = openSqliteReadStore(file);
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  await project(events, readStore);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(before);
  await readStore.close();
  await events.close();
  return { seconds, cpu: user + system };
};

const copied = (from: string, to: string): Measured => {
  globalThis.gc?.();
  const built = new BuiltStore(from);
  const measured = bulkCopy(built, to);
  built.close();
  return measured;
};

/** The repository from the log alone, by the path the platform takes, against inserting the rows it ends with. */
export const rebuild = async (): Promise<readonly Report[]> => {
  const full = process.argv.includes('--full');
  const { log, events } = await sampleLog(full ? 1_000_000 : 200_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-rebuild-'));
  const [ours, theirs]: [Measured[], Measured[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const built = path.join(folder, `built-${round}.db`);
      ours.push(await rebuilt(log, built));
      theirs.push(copied(built, path.join(folder, `copied-${round}.db`)));
      for (const name of ['built', 'copied']) {
        for (const suffix of ['', '-wal', '-shm'])
          await rm(path.join(folder, `${name}-${round}.db${suffix}`), { force: true });
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const each = (all: readonly Measured[]) => median(all.map(({ cpu }) => cpu)) / events;
  const rate = (all: readonly Measured[]) =>
    Math.round(events / median(all.map(({ seconds }) => seconds))).toLocaleString('en');
  const ratio = median(ours.map(({ cpu }, index) => theirs[index]!.cpu / cpu));
  return [
    reportOf({
      name: `rebuild of the repository, ${events.toLocaleString('en')} events`,
      ours: `${rate(ours)} event/s`,
      limit: `bulk insert of the final rows: ${rate(theirs)} event/s`,
      ratio: `${ratio.toFixed(2)} by CPU`,
      cpu: `${each(ours).toFixed(1)} / ${each(theirs).toFixed(1)} µs/event`,
      goal: '≥ 0.30 by CPU',
      met: ratio >= 0.3,
    }),
  ];
};
