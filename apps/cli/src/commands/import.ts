import { connectors, isConnectorName, isEncoding } from '@tributary/connectors';
import type { Command } from 'commander';
import { clientOf, ownClient, untilReady, untilSettled } from '../api/client.ts';
import { type Connection, findConnection } from '../api/connection.ts';
import { Refused } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import type { ImportCounts, ImportDone } from '../import/answer.ts';
import { persist } from '../import/persistence.ts';
import { checkReportPlace, summary, writeReport, writtenReport } from '../import/report.ts';
import { type SourceFile, sourceFile } from '../import/source-file.ts';
import { type TransferOptions, transfer } from '../import/transfer.ts';
import { count, progressBar } from '../progress.ts';

interface ImportOptions {
  readonly report?: string;
  readonly source?: string;
  readonly charset?: string;
  readonly wait: boolean;
}

/** How long a platform that went away may take to come back, milliseconds. */
const patience = 60_000;

export const addImport = (program: Command): void => {
  program
    .command('import')
    .description(
      'import a file; run again, it resumes where it was cut off; fails when nothing of it was applied',
    )
    .argument('<format>', Object.keys(connectors).join(', '))
    .argument('<file>', 'plain, .gz or .zst')
    .option('--report <file>', 'write what became of every row as JSON')
    .option('--source <uri>', 'CloudEvents source of the messages made from the file')
    .option('--charset <label>', 'encoding of the text where it is not UTF-8, e.g. windows-1252')
    .option('--no-wait', 'do not wait until everything is projected')
    .action(runImport);
};

const runImport = async (
  format: string,
  path: string,
  { report, source, charset, wait }: ImportOptions,
): Promise<void> => {
  if (!isConnectorName(format)) {
    throw new Failure(`There is no format ${format}; there are ${Object.keys(connectors).join(', ')}.`);
  }
  if (charset !== undefined && !isEncoding(charset))
    throw new Failure(`There is no encoding ${charset}; utf-8, windows-1252 and iso-8859-15 are some.`);
  const file = await sourceFile(path);
  if (report) await checkReportPlace(report);
  // Says at once when the address or the key is wrong, before the file is read.
  await ownClient().GET('/v1/me');
  const started = Date.now();
  const { done, attempts } = await send({ format, file, source, charset });
  const written = writtenReport(format, path, done, attempts, (Date.now() - started) / 1_000);
  process.stdout.write(summary(written));
  if (report) {
    await writeReport(report, written);
    process.stdout.write(`Report written to ${report}\n`);
  }
  refuseInVain(path, done.counts);
  if (wait) await untilProjected(started);
};

/** A script that goes on after an import relies on something having come of it. */
const refuseInVain = (path: string, { rows, accepted, duplicates, quarantined }: ImportCounts): void => {
  if (accepted + duplicates > 0) return;
  throw new Failure(
    `Nothing of ${path} was applied: ${count(rows)} rows read, ${count(quarantined)} in quarantine.`,
  );
};

const send = async (
  what: Pick<TransferOptions, 'format' | 'file' | 'source' | 'charset'>,
): Promise<{ done: ImportDone; attempts: number }> => {
  let attempts = 0;
  let reached = 0;
  const run = async (connection: Connection): Promise<ImportDone> => {
    attempts += 1;
    const shown = shownProgress(what.file);
    const onCounts = (counts: ImportCounts) => {
      reached = Math.max(reached, counts.rows);
      shown.onCounts(counts);
    };
    return transfer(connection, { ...what, onBytes: shown.onBytes, onCounts }).finally(shown.stop);
  };
  const done = await persist({ ...thisPlatform, run, reached: () => reached });
  return { done, attempts };
};

/** The platform of the environment, wherever it is by now. */
const thisPlatform = {
  find: () => findConnection(process.env),
  onLost: (reason: string) => {
    process.stderr.write(
      `${reason}\nWaiting up to ${patience / 1_000} s for the platform; then it goes on, and what is known is skipped.\n`,
    );
  },
  untilBack: () => untilReady(() => findConnection(process.env).url, patience),
};

const shownProgress = (file: SourceFile) => {
  let bytes = 0;
  let counts: ImportCounts = { rows: 0, accepted: 0, duplicates: 0, quarantined: 0 };
  const bar = progressBar(
    '{bar} {percentage}% · {rows} rows · {accepted} accepted · {duplicates} known · {quarantined} quarantined',
    file.bytes,
    described(counts),
  );
  const show = () => bar.update(bytes, described(counts));
  return {
    onBytes: (taken: number) => {
      bytes = taken;
      show();
    },
    onCounts: (now: ImportCounts) => {
      counts = now;
      show();
    },
    stop: () => bar.stop(),
  };
};

const described = ({ rows, accepted, duplicates, quarantined }: ImportCounts) => ({
  rows: count(rows),
  accepted: count(accepted),
  duplicates: count(duplicates),
  quarantined: count(quarantined),
});

/** An import is done for a person when its orders can be found. */
const untilProjected = async (started: number): Promise<void> => {
  const bar = progressBar('{bar} projecting, {behind} messages behind', 1, { behind: 0 });
  let most = 1;
  const onLag = (lag: number) => {
    most = Math.max(most, lag);
    bar.update(1 - lag / most, { behind: count(lag) });
  };
  try {
    const run = (connection: Connection) => untilSettled(clientOf(connection), onLag);
    await persist({ ...thisPlatform, run, reached: () => 0 });
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status !== 403) throw error;
    process.stderr.write(
      'This key may not see how far the projections are, so nothing was waited for (see --no-wait).\n',
    );
    return;
  } finally {
    bar.stop();
  }
  process.stdout.write(
    `Everything is projected, ${((Date.now() - started) / 1_000).toFixed(1)} s after the start.\n`,
  );
};
