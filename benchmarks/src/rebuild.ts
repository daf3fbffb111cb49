import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { BuiltStore, bulkCopy } from './bulk-copy.ts';
import { type Report, median, reportOf } from './measure.ts';
import { type SampleLog, project, sampleLog } from './sample-log.ts';

const rounds = 3;

export interface Measured {
  readonly seconds: number;
  /** Microseconds of this process. */
  readonly cpu: number;
}

/** A read store filled from the log, and the least that filling it with the same takes. */
export interface RebuildRound {
  readonly ours: Measured;
  readonly theirs: Measured;
}

export interface Rebuild {
  readonly name: string;
  /** What ours is measured against. */
  readonly limit: string;
  /** Least ratio of the limit's CPU to ours. */
  readonly goal: number;
  round(sample: SampleLog, number: number): Promise<RebuildRound>;
}

/** Folds a log into an empty read store as `tributary rebuild` does. */
export const rebuilt = async (log: string, readStore: ReadStore): Promise<Measured> => {
  const events = openSqliteEventLog(log);
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  await project(events, readStore);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(before);
  await events.close();
  return { seconds, cpu: user + system };
};

/** Rounds of it over the same log; the ratio is the median of theirs. */
export const takeRebuild = async (
  sample: SampleLog,
  { name, limit, goal, round }: Rebuild,
): Promise<Report> => {
  const taken: RebuildRound[] = [];
  for (let number = 0; number < rounds; number += 1) taken.push(await round(sample, number));
  const { events } = sample;
  const each = (side: keyof RebuildRound) => (median(taken.map((one) => one[side].cpu)) / events).toFixed(1);
  const rate = (side: keyof RebuildRound) =>
    Math.round(events / median(taken.map((one) => one[side].seconds))).toLocaleString('en');
  const ratio = median(taken.map(({ ours, theirs }) => theirs.cpu / ours.cpu));
  return reportOf({
    name: `${name}, ${events.toLocaleString('en')} events`,
    ours: `${rate('ours')} event/s`,
    limit: `${limit}: ${rate('theirs')} event/s`,
    ratio: `${ratio.toFixed(2)} by CPU`,
    cpu: `${each('ours')} / ${each('theirs')} µs/event`,
    goal: `≥ ${goal.toFixed(2)} by CPU`,
    met: ratio >= goal,
  });
};

const copied = (from: string, to: string): Measured => {
  globalThis.gc?.();
  const built = new BuiltStore(from);
  const measured = bulkCopy(built, to);
  built.close();
  return measured;
};

const sqliteRound = async (folder: string, { log }: SampleLog, number: number): Promise<RebuildRound> => {
  const built = path.join(folder, `built-${number}.db`);
  const copy = path.join(folder, `copied-${number}.db`);
  const readStore = openSqliteReadStore(built);
  const ours = await rebuilt(log, readStore);
  await readStore.close();
  const theirs = copied(built, copy);
  for (const file of [built, copy])
    for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
  return { ours, theirs };
};

/** The repository from the log alone, by the path the platform takes, against inserting the rows it ends with. */
export const rebuild = async (): Promise<readonly Report[]> => {
  const sample = await sampleLog(process.argv.includes('--full') ? 1_000_000 : 200_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-rebuild-'));
  try {
    return [
      await takeRebuild(sample, {
        name: 'rebuild of the repository',
        limit: 'bulk insert of the final rows',
        goal: 0.3,
        round: (of, number) => sqliteRound(folder, of, number),
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
