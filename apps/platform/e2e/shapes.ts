import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, services } from '@tributary/contracts';
import type { EventLog } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type EnginesForTests, openLogForTests, removeDatabases, removeInstallation } from './engines.ts';
import { type Ended, Program, adminKey } from './programs.ts';

/** A platform as it is run: in one process, or in several. */
export interface Shape {
  readonly kind: 'embedded' | 'distributed';
  /** The data folder, where there is one. */
  readonly data: string;
  /** What `tributary verify` needs to find it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly programs: readonly Program[];
  /** How long all must be calm before nothing more is under way, in milliseconds. */
  readonly calm: number;
  /** Where its API is. */
  readonly url: string;
  /** The event log of a service, opened beside the platform or while it does not run. */
  openLog(service: Service): Promise<EventLog>;
  /** Takes the read models away while the platform does not run. */
  dropReadModels(): Promise<void>;
  /** Starts what does not run, over what there is, and waits until all is ready. */
  start(): Promise<void>;
  /** Ends everything; as one, the way it ended that matters most. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended>;
  remove(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

export const embeddedShape = (more: Environment): Shape => {
  const data = mkdtempSync(join(tmpdir(), 'tributary-e2e-'));
  const environment = { TRIBUTARY_DATA: data, TRIBUTARY_PORT: '0', TRIBUTARY_ADMIN_KEY: adminKey, ...more };
  const program = new Program('the platform', environment);
  return {
    kind: 'embedded',
    data,
    environment,
    programs: [program],
    calm: 20,
    get url() {
      return program.url;
    },
    start: async () => {
      // A platform in one process takes a new address each time, as a user's does.
      await program.start({ TRIBUTARY_PORT: '0' });
      await program.ready();
    },
    end: (signal) => program.end(signal),
    openLog: () => Promise.resolve(openSqliteEventLog(join(data, 'events.db'))),
    dropReadModels: () => {
      for (const name of readdirSync(data).filter((one) => one.startsWith('read-models')))
        rmSync(join(data, name));
      return Promise.resolve();
    },
    remove: async () => {
      if (program.lives) await program.end('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
};

/** How many processes run a service: two of each that decides. */
const replicas: Record<Service, number> = { gateway: 1, inventory: 2, order: 2, sourcing: 2, repository: 1 };

/** Five services in processes of their own, on engines. */
export const distributedShape = (
  engines: EnginesForTests,
  more: Environment,
  count: Partial<Record<Service, number>> = replicas,
): Shape => {
  const namespace = `e2e-${randomBytes(5).toString('hex')}`;
  const environment = {
    TRIBUTARY_EVENT_STORE_URL: engines.eventStore,
    TRIBUTARY_KAFKA_BROKERS: engines.kafka,
    TRIBUTARY_READ_STORE_URL: engines.readStore,
    TRIBUTARY_NAMESPACE: namespace,
    TRIBUTARY_TOPIC_PARTITIONS: '4',
    TRIBUTARY_IDENTITY_SECRET: randomBytes(24).toString('hex'),
    TRIBUTARY_PORT: '0',
    ...more,
  };
  const behind = services
    .filter((service) => service !== 'gateway')
    .flatMap((service) =>
      Array.from(
        { length: count[service] ?? 1 },
        (_, index) => new Program(`${service}/${index + 1}`, { ...environment, SERVICE: service }),
      ),
    );
  const gateway = new Program('gateway/1', {
    ...environment,
    SERVICE: 'gateway',
    TRIBUTARY_ADMIN_KEY: adminKey,
  });
  const programs = [...behind, gateway];
  const urls = () =>
    behind
      .filter(({ name }) => name.endsWith('/1'))
      .map(({ name, url }) => `${name.slice(0, -2)}=${url}`)
      .join(',');
  return {
    kind: 'distributed',
    data: '',
    environment,
    programs,
    calm: 700,
    get url() {
      return gateway.url;
    },
    start: async () => {
      await Promise.all(behind.filter(({ lives }) => !lives).map((program) => program.start()));
      if (!gateway.lives) await gateway.start({ TRIBUTARY_SERVICE_URLS: urls() });
      await Promise.all(programs.map((program) => program.ready()));
    },
    end: async (signal) => {
      const all = await Promise.all(programs.filter(({ lives }) => lives).map((one) => one.end(signal)));
      return all.toSorted((a, b) => (b.code ?? 0) - (a.code ?? 0) || b.took - a.took)[0]!;
    },
    openLog: (service) => openLogForTests(engines, namespace, service),
    dropReadModels: () => removeDatabases(engines, namespace),
    remove: async () => {
      await Promise.all(programs.filter(({ lives }) => lives).map((one) => one.end('SIGKILL')));
      await removeInstallation(engines, namespace);
    },
  };
};
