import { type Service, factTopics, inboxTopic, services } from '@tributary/contracts';
import { type CheckpointStore, logPartition } from '@tributary/event-bus/log';
import {
  type Coordination,
  type EventLog,
  type EventStore,
  StoreUnavailable,
  type ToldOfClock,
} from '@tributary/event-store';
import { openKurrentEventLog } from '@tributary/event-store/kurrentdb';
import { openPostgresEventLog } from '@tributary/event-store/postgres';
import {
  type HeadMark,
  type HeadMarkFinding,
  type SqliteEventLog,
  checkHeadMark,
  keepHeadMark,
  openSqliteEventLog,
} from '@tributary/event-store/sqlite';
import type { Shape } from './shape.ts';

/** A log of the platform. */
export interface LogPart {
  /** Among several logs, the service that records in it. */
  readonly name: string;
  readonly log: EventLog;
  readonly coordination: Coordination;
  /** What its events travel on. */
  readonly topics: ReadonlySet<string>;
  /** How far those have come who follow the log itself. */
  readonly checkpoints: CheckpointStore;
}

/** Where the services record what happens: in one log that they share, or in one for each. */
export interface Logs {
  store(service: Service): EventStore;
  /** The gateway's first, where it is here: what others record follows from what it took in. */
  readonly parts: readonly LogPart[];
  /** Copies the log to a file, where it is one; its answer is the mark of the last event in the copy. */
  readonly snapshot?: (file: string) => Promise<HeadMark>;
  /** How far the log reached, kept apart from it where it is a file: a server answers for its logs itself. */
  readonly headMark?: KeptHeadMark;
  close(): Promise<void>;
}

/** The mark of a log in the data folder. */
export interface KeptHeadMark {
  check(): HeadMarkFinding;
  /**
   * Has it follow the log until the logs are closed.
   * @param onUnwritable told once
   */
  keep(onUnwritable: (error: unknown) => void): void;
}

/**
 * One log in a file, written by one process.
 * @param markFile of its head mark, where it has one
 */
export const sqliteLogs = (log: SqliteEventLog, markFile?: string): Logs => {
  let endMark: (() => Promise<void>) | undefined;
  return {
    store: (service) => log.forService(service),
    parts: [
      {
        name: logPartition,
        log,
        coordination: log.coordination,
        topics: new Set([inboxTopic, ...Object.values(factTopics)]),
        checkpoints: log.checkpoints,
      },
    ],
    snapshot: (file) => log.snapshot(file),
    ...(markFile !== undefined && {
      headMark: {
        check: () => checkHeadMark(markFile, log),
        keep: (onUnwritable) => void (endMark ??= keepHeadMark(markFile, log, onUnwritable)),
      },
    }),
    close: async () => {
      await endMark?.();
      await log.close();
    },
  };
};

/**
 * Services that record events, the gateway first as in `Logs.parts`, and the topics of each log; the bus's own
 * facts stand in every one. The repository records nothing else: where it runs apart, its groups park in a log
 * of its own.
 */
const recording: Readonly<Record<Service, readonly string[]>> = {
  gateway: [inboxTopic, factTopics.gateway],
  sourcing: [factTopics.sourcing],
  inventory: [factTopics.inventory],
  order: [factTopics.order],
  repository: [],
};
const inOrder = Object.keys(recording) as Service[];

/** How long a platform that was killed may still hold the logs, in milliseconds. */
const patience = 8_000;

/** How programs open the logs that look at all of them. */
export const allOf = ({ isShared }: Shape): OpeningLogs => (isShared ? { shared: new Set(services) } : {});

export interface OpeningLogs {
  /** Told when recording failed and the process must end. */
  readonly onFatal?: (error: unknown) => void;
  /** Told where this machine's clock is behind what is recorded. */
  readonly onClockBehind?: ToldOfClock;
  /** Services whose logs are opened, where other processes run too: all of them, and no other process, when left out. */
  readonly shared?: ReadonlySet<Service>;
}

/** The logs of services that run elsewhere, to be read: only who owns a log writes it. None where all run here. */
export const openLogsElsewhere = async (
  url: string,
  { elsewhere }: Shape,
): Promise<Pick<Logs, 'parts' | 'close'>> =>
  elsewhere.length === 0
    ? { parts: [], close: () => Promise.resolve() }
    : openServerLogs(url, { shared: new Set(elsewhere) });

/** A log that any number of processes write. */
export interface SharedLog extends EventLog {
  readonly coordination: Coordination;
}

/** How a log is opened that is called `<name>_<service>`, or alike. */
export type OpeningLog = (
  service: Service,
  told: Required<Omit<OpeningLogs, 'shared'>>,
) => Promise<SharedLog>;

/** Each in a schema of a PostgreSQL database: `postgres://user:password@host:port/database`. */
const inPostgres =
  (url: string): OpeningLog =>
  (service, told) =>
    openPostgresEventLog({ url, schema: `tributary_${service}`, ...told });

/**
 * Each in streams of its own of a KurrentDB server. The path of the address names the installation among others:
 * `kurrentdb://user:password@host:port/name?tls=true`.
 */
const inKurrent = (url: string): OpeningLog => {
  // By its text, since an address may name several hosts.
  const [, server = url, name, settings = ''] = /^([^/]+\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(url) ?? [];
  return (service, told) =>
    openKurrentEventLog({ url: server + settings, name: `${name || 'tributary'}_${service}`, ...told });
};

/**
 * One log a service on a server, so that services never wait for one another. Where they are not shared, the
 * groups of the bus run in one process at a time: a second one is refused.
 * @throws StoreUnavailable the server does not answer, or another platform runs on these logs
 */
export const openServerLogs = (url: string, opening: OpeningLogs = {}): Promise<Logs> =>
  logsOnServer(isKurrent(url) ? inKurrent(url) : inPostgres(url), opening);

/** One log a service, as they are opened on a server of some kind. */
export const logsOnServer = async (
  open: OpeningLog,
  { onFatal = () => {}, onClockBehind = () => {}, shared }: OpeningLogs = {},
): Promise<Logs> => {
  const logs = new Map<Service, SharedLog>();
  const close = async () => {
    await Promise.all([...logs.values()].map((log) => log.close()));
  };
  try {
    for (const service of inOrder.filter((each) => shared?.has(each) ?? each !== 'repository'))
      logs.set(service, await open(service, { onFatal, onClockBehind }));
    const held = shared ? undefined : await holdAlone(logs.get('gateway')!.coordination);
    return {
      store: (service) => storeOf(logs, service),
      parts: [...logs].map(([name, log]) => ({
        name,
        log,
        coordination: log.coordination,
        topics: new Set<string>([...recording[name], factTopics.bus]),
        checkpoints: checkpointsIn(log.coordination),
      })),
      close: async () => {
        await held?.letGo();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const isKurrent = (url: string): boolean => url.startsWith('kurrentdb');

const storeOf = (logs: ReadonlyMap<Service, EventLog>, service: Service): EventStore => {
  const log = logs.get(service);
  if (!log) throw new Error(`${service} records no events.`);
  return log.forService(service);
};

const nameOf = (group: string): string => `group-${group}`;

/** Where message groups are, kept beside the log: saved now and then, so that little is handled again after a crash. */
const checkpointsIn = (coordination: Coordination): CheckpointStore => {
  let unsaved = new Map<string, number>();
  return {
    load: (consumer) => coordination.position(nameOf(consumer)),
    save: (consumer, position) => void unsaved.set(consumer, position),
    flush: async () => {
      const saving = unsaved;
      unsaved = new Map();
      try {
        for (const [consumer, position] of saving)
          await coordination.savePosition(nameOf(consumer), position);
      } catch (error) {
        // What was saved meanwhile is newer.
        unsaved = new Map([...saving, ...unsaved]);
        throw error;
      }
    },
  };
};

/** Resolves once a signal aborts, which it may have done already: a lease may be taken just as nobody wants it any more. */
const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Holds the platform's lease until it is let go; it is taken again where it was lost while the server was away. */
const holdAlone = async (coordination: Coordination): Promise<{ letGo(): Promise<void> }> => {
  const stopping = new AbortController();
  const held = Promise.withResolvers<void>();
  const holding = coordination.alone('platform', stopping.signal, (lease) => {
    held.resolve();
    return ended(lease);
  });
  const letGo = async () => {
    stopping.abort();
    await holding;
  };
  const timer = setTimeout(
    () => held.reject(new StoreUnavailable('Another platform runs on this event store.')),
    patience,
  );
  try {
    await held.promise;
    return { letGo };
  } catch (error) {
    await letGo();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The logs that the configuration names.
 * @param url `sqlite:` for the file in the data folder, else that of a server
 */
export const openLogs = async (
  url: string,
  folder: { readonly eventLog: string; readonly headMark: string },
  opening: OpeningLogs = {},
): Promise<Logs> =>
  url.startsWith('sqlite:')
    ? sqliteLogs(openSqliteEventLog(folder.eventLog, opening), folder.headMark)
    : openServerLogs(url, opening);
