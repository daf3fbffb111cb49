import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDatabase } from '@tributary/event-store/postgres';
import type { Environment } from '@tributary/testing/cluster';
import type { Engines } from './engines.ts';

export interface Settings {
  /** Of the database, of the databases of the read models, and of the topics unless it is the usual one. */
  readonly name: string;
  /** Folder of logs, of the admin key and of what each process leaves. */
  readonly data: string;
  /** Of the first gateway; 0 takes a free one. */
  readonly port: number;
}

const usualName = 'cluster';

/** @throws Error that names the variable and what it takes */
export const settingsOf = (environment: NodeJS.ProcessEnv): Settings => {
  const name = environment['TRIBUTARY_CLUSTER_NAME'] || usualName;
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name))
    throw new Error('TRIBUTARY_CLUSTER_NAME: It is up to 31 small letters, digits or _, a letter first.');
  const port = Number(environment['TRIBUTARY_PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('TRIBUTARY_PORT: It is a number from 0 to 65535.');
  return { name, port, data: environment['TRIBUTARY_DATA'] || join('data', name) };
};

/** Before the names of topics: none for the usual cluster, so that its topics are called as the guides call them. */
export const namespaceOf = ({ name }: Settings): string => (name === usualName ? '' : name);

/** The operator's, or one that was made for this data folder and is kept in it. */
export const adminKeyOf = ({ data }: Settings, environment: NodeJS.ProcessEnv): string => {
  const { TRIBUTARY_ADMIN_KEY: given } = environment;
  if (given) return given;
  const file = join(data, 'admin-key');
  mkdirSync(data, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
};

/** What this program decides itself for each process, or is not theirs to know. */
const own = new Set(['TRIBUTARY_CLUSTER_NAME', 'TRIBUTARY_URL', 'TRIBUTARY_KEY']);

/**
 * What every process is started with: the operator's variables, and databases of this cluster's name, made
 * where they are not there.
 */
export const environmentOf = async (
  settings: Settings,
  engines: Engines,
  adminKey: string,
  environment: NodeJS.ProcessEnv,
): Promise<Environment> => ({
  TRIBUTARY_IDENTITY_SECRET: randomBytes(32).toString('hex'),
  ...Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[0].startsWith('TRIBUTARY_') && !own.has(entry[0]),
    ),
  ),
  TRIBUTARY_ADMIN_KEY: adminKey,
  TRIBUTARY_EVENT_STORE: engines.eventStore.startsWith('kurrentdb')
    ? named(engines.eventStore, settings.name)
    : await ownDatabase(engines.eventStore, settings.name),
  TRIBUTARY_READ_STORE: named(engines.mongodb, settings.name),
  TRIBUTARY_BUS: `kafka://${engines.kafka}`,
  TRIBUTARY_KAFKA_NAMESPACE: namespaceOf(settings),
});

/** By its text, since an address may name several hosts. */
const named = (server: string, name: string): string =>
  server.replace(/^([\w+]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${name}`);
