import { createReadStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { dataFolderOf, findConnection, runningOn } from '../api/connection.ts';
import { emptyFolder, writeDurably } from '../backup/folder.ts';
import { readManifest, writeManifest } from '../backup/manifest.ts';
import { copyLog, fetchLog } from '../backup/take.ts';
import { Failure } from '../failure.ts';
import { runInForeground } from '../programs.ts';
import { count } from '../progress.ts';
import { dataOption, environmentOf, type PlatformOptions } from './options.ts';

export const addBackup = (program: Command): void => {
  program
    .command('backup')
    .description('copy the event log into a new folder; the platform may run meanwhile')
    .argument('<folder>', 'made by this, or empty')
    .option(...dataOption)
    .action(backup);
  program
    .command('restore')
    .description('bring a backup into a new data folder, and verify it')
    .argument('<folder>', 'of the backup')
    .option(...dataOption)
    .action(restore);
};

const partIn = (folder: string): string => join(folder, 'events.db.part');
const logIn = (folder: string): string => join(folder, 'events.db');
/** How far the log reached: the platform holds the log against it at each start. */
const markIn = (folder: string): string => join(folder, 'head.json');

const backup = async (path: string, options: PlatformOptions): Promise<void> => {
  const folder = resolve(path);
  const environment = environmentOf(options);
  const data = dataFolderOf(environment);
  const isRemote = Boolean(environment['TRIBUTARY_URL']) && options.data === undefined;
  const isRunning = isRemote || runningOn(data) !== undefined;
  if (!isRunning && !existsSync(logIn(data))) throw new Failure(`There is no event log in ${data}.`);
  await emptyFolder(folder, 'a backup goes into a folder of its own.');
  const takenAt = new Date().toISOString();
  const local = { ...environment, TRIBUTARY_URL: undefined };
  const { head, mark, bytes, sha256 } = isRunning
    ? await fetchLog(findConnection(isRemote ? environment : local), partIn(folder))
    : await copyLog(environment, partIn(folder));
  await rename(partIn(folder), logIn(folder));
  if (mark !== undefined) await writeDurably(markIn(folder), Readable.from([Buffer.from(`${mark}\n`)]));
  await writeManifest(folder, { format: 1, takenAt, head, bytes, sha256 });
  process.stdout.write(`${count(head)} events, ${count(bytes)} bytes, in ${folder}\n`);
};

const restore = async (path: string, options: PlatformOptions): Promise<void> => {
  const backupFolder = resolve(path);
  const environment = environmentOf(options);
  const data = dataFolderOf(environment);
  const { head, bytes, sha256, takenAt } = await readManifest(backupFolder);
  await emptyFolder(data, 'a backup is restored into a new data folder; name one with --data.');
  const content = createReadStream(logIn(backupFolder));
  const written = await writeDurably(partIn(data), content).catch((error: Error) => {
    throw new Failure(`${logIn(backupFolder)} cannot be copied: ${error.message}.`);
  });
  if (written.bytes !== bytes || written.sha256 !== sha256) {
    await rm(partIn(data));
    throw new Failure(`${logIn(backupFolder)} is not what was backed up: its checksum differs.`);
  }
  await rename(partIn(data), logIn(data));
  if (existsSync(markIn(backupFolder)))
    await writeDurably(markIn(data), createReadStream(markIn(backupFolder)));
  process.stdout.write(`${count(head)} events of ${takenAt} restored to ${data}; verifying …\n`);
  process.exitCode = await runInForeground('verify', [], environment);
};
