import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Service } from '@tributary/contracts';
import type { Collection, ReadStore } from '@tributary/read-store';
import { databaseIn, openMongoReadStore, openMongoRebuilding } from '@tributary/read-store/mongodb';
import { type Checked, damageOf, openSqliteReadStore } from '@tributary/read-store/sqlite';
import type { Logs } from './logs.ts';
import { type Places, logPlaces } from './places.ts';

/** Where the read models of the services lie: in one file, or in a database for each service. */
export interface ReadStores {
  of(service: Service): ReadStore;
  /** What SQLite finds wrong with the file, indexes included, where it is one. */
  damage?(): readonly string[];
  /** Resolves when every store answers. */
  answer(): Promise<void>;
  close(): Promise<void>;
}

/** Read models that are built beside those in use. */
export interface Rebuilding extends ReadStores {
  /** Puts them in the place of those in use, and closes. */
  finish(): Promise<void>;
}

/** Services that keep any. */
export const servicesWithReadModels: readonly Service[] = ['gateway', 'inventory', 'sourcing', 'repository'];

export interface OpeningReadStores {
  readonly services?: readonly Service[];
  readonly checked?: Checked;
}

/**
 * The read models that the configuration names.
 * @param url `sqlite:` for the file, else `mongodb://…/name`: a database `<name>_<service>` for each service,
 *   `tributary_<service>` where the address names none
 * @param opening.services whose databases are opened
 * @param opening.checked has the file checked, and is told of damage; without it, a damaged file is left as it is
 * @throws ReadStoreUnavailable the server does not answer, or the file cannot be used
 * @throws Error the server has no transactions
 */
export const openReadStores = async (
  url: string,
  file: string,
  { services = servicesWithReadModels, checked }: OpeningReadStores = {},
): Promise<ReadStores> => {
  if (url.startsWith('sqlite:'))
    return inOneFile(openSqliteReadStore(file, { ...(checked && { checked }) }), file);
  const open = async (database: string) => ({ store: await openMongoReadStore({ url, database }) });
  return inDatabases(url, services, open);
};

/** The read models built anew: nobody sees them before they are finished, and given up they are no harm. */
export const openRebuilding = async (url: string, file: string): Promise<Rebuilding> => {
  if (url.startsWith('sqlite:')) return inNextFile(file);
  const opened = await inDatabases(url, servicesWithReadModels, (database) =>
    openMongoRebuilding({ url, database }),
  );
  const finish = async () => {
    for (const each of opened.each) await each.finish();
    await opened.close();
  };
  return { ...opened, finish };
};

/**
 * One store for all services.
 * @param file that it lies in, where it lies in one
 */
export const inOneFile = (store: ReadStore, file?: string): ReadStores => ({
  of: () => store,
  ...(file !== undefined && { damage: () => damageOf(file, 'integrity_check') }),
  answer: () => answerOf(store),
  close: () => store.close(),
});

/** By the least that can be asked. */
const answerOf = async (store: ReadStore): Promise<void> => {
  await store.checkpoints('readiness');
};

const inNextFile = (file: string): Rebuilding => {
  const next = `${file}.next`;
  remove(next);
  const stores = inOneFile(openSqliteReadStore(next));
  const finish = async () => {
    await stores.close();
    makeDurable(next);
    remove(file);
    renameSync(next, file);
  };
  return { ...stores, finish };
};

const remove = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
};

const makeDurable = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
};

const inDatabases = async <O extends { readonly store: ReadStore }>(
  url: string,
  services: readonly Service[],
  open: (database: string) => Promise<O>,
): Promise<ReadStores & { readonly each: readonly O[] }> => {
  const name = databaseIn(url) ?? 'tributary';
  const opened = new Map<Service, O>();
  const close = async () => {
    for (const { store } of opened.values()) await store.close();
  };
  try {
    for (const service of services) opened.set(service, await open(`${name}_${service}`));
  } catch (error) {
    await close();
    throw error;
  }
  const of = (service: Service): ReadStore => {
    const found = opened.get(service);
    if (!found) throw new Error(`${service} has no read models here.`);
    return found.store;
  };
  const answer = async () => {
    await Promise.all([...opened.values()].map(({ store }) => answerOf(store)));
  };
  return { of, answer, close, each: [...opened.values()] };
};

/** What read models are folded from; a version before knew only the log. */
interface FoldedFrom {
  readonly firstEvent: string;
  /** Of the logs, the gateway's first, others as far as they were at hand; a log that was put back from a copy has another. */
  readonly epochs?: readonly string[];
  readonly division?: string;
}

const foldedFrom: Collection<FoldedFrom> = {
  name: 'gateway.folded_from',
  version: 1,
  fields: {},
  indexes: [],
};

/**
 * Notes what the read models are folded from, where that is not known yet.
 * @throws Error they are folded from something else: its checkpoints would pass over what is here
 */
export const claimFor = async (logs: Logs, stores: ReadStores, { division }: Places): Promise<void> => {
  const [first] = await logs.parts[0]!.log.all.readAll(0, 1);
  if (!first) return;
  const store = stores.of('gateway');
  await store.declare([foldedFrom]);
  const known = await store.get(foldedFrom, 'log');
  const document = { firstEvent: first.id, epochs: logs.parts.map(({ log }) => log.epoch), division };
  const noted = known && (JSON.parse(known.json) as FoldedFrom);
  const other = noted && differenceOf(noted, document);
  if (other)
    throw new Error(
      `The read models were folded from ${other}. Have them built anew by \`tributary rebuild\`, or give this platform read models of its own (TRIBUTARY_READ_STORE).`,
    );
  if ((noted?.epochs?.length ?? 0) < document.epochs.length || noted?.division === undefined)
    await store.apply([{ collection: foldedFrom, id: 'log', document }], []);
};

const differenceOf = (known: FoldedFrom, now: Required<FoldedFrom>): string | undefined => {
  const { firstEvent, epochs = now.epochs, division = logPlaces.division } = known;
  if (firstEvent !== now.firstEvent) return 'another event log than this one';
  if (division !== now.division) return 'another bus than this one (TRIBUTARY_BUS)';
  if (epochs.some((epoch, index) => epoch !== (now.epochs[index] ?? epoch)))
    return 'this event log before it was put back from a copy';
  return undefined;
};
