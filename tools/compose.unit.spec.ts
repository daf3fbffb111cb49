import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Config, readConfig } from '../apps/platform/src/config.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

interface Container {
  readonly image: string;
  readonly user: string;
  readonly mem_limit: string;
  readonly cpus: number;
  readonly stop_grace_period: string;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly environment: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Container>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const compose = (file: string) => parse(read(file), { merge: true }) as ComposeFile;
const apart = compose('docker-compose.yml');
const embedded = compose('deploy/docker-compose.embedded.yml');
const containers = [apart, embedded].flatMap(({ services }) =>
  Object.entries(services).map(([name, container]) => ({ name, container })),
);
const ours = ['gateway', 'inventory', 'order', 'sourcing', 'repository'];
const engines = ['kafka', 'mongodb'];
/** One of them keeps the logs. */
const stores = ['postgres', 'kurrentdb'];

const example = read('deploy/.env.example');
/** What the example gives a variable, itself or as what may be chosen instead. */
const given = (name: string): string[] =>
  [...example.matchAll(new RegExp(`^(?:# )?${name}=(.*)$`, 'gm'))].map(([, value]) => value!);
const secret = 'x'.repeat(32);

/**
 * What a person has put into `.env`, whose own lines name others as `${NAME}`.
 * @param choice of what the example says may be chosen, from 0
 */
const filled = (environment: Container['environment'], choice = 0) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
        .replace(/\$\{(\w+):\?[^}]*\}/g, (_, asked: string) => given(asked)[choice] || secret)
        .replace(/\$\{\w+\}/g, secret),
    ]),
  );

describe.each(containers)('The container $name', ({ container }) => {
  it('runs an image of one exact version', () => {
    expect(container.image).toMatch(/^[\w/-]+:\d+\.\d+(\.\d+)?$/);
  });

  it('can do little harm when it is taken over', () => {
    expect(container.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(container).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('is bounded, watched, and left the time that it takes to stop', () => {
    expect(container.mem_limit).toMatch(/^\d+[mg]$/);
    expect(container.cpus).toBeGreaterThan(0);
    expect(container.healthcheck.test[0]).toBe('CMD');
    expect(Number.parseInt(container.stop_grace_period, 10)).toBeGreaterThan(20);
  });

  it('is reached from this machine only', () => {
    for (const port of container.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('holds no secret of its own', () => {
    for (const [name, value] of Object.entries(container.environment)) {
      if (/SECRET|PASSWORD|KEY$/.test(name)) expect(value).toMatch(/^\$\{\w+:(\?[^}]+|-)\}$/);
      expect(value).not.toMatch(/:\/\/[^/@$]*:[^/@$]+@/);
    }
  });
});

describe('docker compose up', () => {
  const { services, networks } = apart;

  it('starts the five services and their engines, two of each that decides or tells', () => {
    expect(Object.keys(services)).toEqual([...ours, 'kafka', ...stores, 'mongodb']);
    for (const name of ours.slice(1)) expect([name, services[name]!.deploy]).toEqual([name, { replicas: 2 }]);
  });

  it('lets each wait until what it needs is healthy', () => {
    for (const name of ours)
      expect(services[name]!.depends_on).toEqual(
        Object.fromEntries(
          [...engines, ...stores, ...(name === 'gateway' ? ours.slice(1) : [])].map((needed) => [
            needed,
            { condition: 'service_healthy', ...(stores.includes(needed) && { required: false }) },
          ]),
        ),
      );
  });

  it('starts of PostgreSQL and KurrentDB the one that is chosen, by the address beside its name', () => {
    for (const [name, { profiles }] of Object.entries(services))
      expect([name, profiles]).toEqual([name, stores.includes(name) ? [name] : undefined]);
    expect(given('COMPOSE_PROFILES')).toEqual(stores);
    expect(given('TRIBUTARY_EVENT_STORE').map((address) => new URL(address).hostname)).toEqual(stores);
    for (const address of given('TRIBUTARY_EVENT_STORE'))
      expect(address).not.toMatch(/:\/\/[^/@$]*:[^/@$]+@/);
  });

  it('lets KurrentDB take events as large as messages may be, and no larger than any version of it starts with', () => {
    const { environment } = services['kurrentdb']!;
    for (const option of ['KURRENTDB_MAX_APPEND_EVENT_SIZE', 'KURRENTDB_MAX_APPEND_SIZE']) {
      expect(Number(environment[option])).toBeGreaterThan(10 * 1024 * 1024);
      expect(Number(environment[option])).toBeLessThanOrEqual(16 * 1024 * 1024 - 10_000);
    }
  });

  it('runs the versions of the engines that the specs start', () => {
    const started = read('libs/testing/src/engines/containers.ts');
    for (const name of [...engines, ...stores]) expect(started).toContain(`'${services[name]!.image}'`);
  });

  it('opens the gateway, and Kafka for integrators, and keeps all else in a network without a way out', () => {
    expect(networks['inside']).toEqual({ internal: true });
    for (const [name, container] of Object.entries(services)) {
      const isDoor = name === 'gateway' || name === 'kafka';
      expect([name, container.networks]).toEqual([name, isDoor ? ['inside', 'edge'] : ['inside']]);
      expect([name, container.ports?.length ?? 0]).toEqual([name, isDoor ? 1 : 0]);
    }
  });

  it.each(ours)('gives %s variables that exist, and that it starts with', (name) => {
    const { environment } = services[name]!;
    for (const variable of Object.keys(environment)) expect(Object.keys(Config.shape)).toContain(variable);
    for (const choice of stores.keys()) {
      const { shape } = readConfig(filled(environment, choice));
      expect([...shape.here]).toEqual([name]);
      expect(shape.isShared).toBe(true);
    }
  });

  it('gives the one process variables that exist, and that it starts with', () => {
    const environment = filled(embedded.services['tributary']!.environment);
    for (const variable of Object.keys(environment)) expect(Object.keys(Config.shape)).toContain(variable);
    expect(readConfig(environment).shape.elsewhere).toEqual([]);
  });

  it('asks for nothing that deploy/.env.example does not explain', () => {
    const files = ['docker-compose.yml', 'deploy/docker-compose.embedded.yml'];
    const asked = files.flatMap((file) => read(file).match(/(?<=\$\{)\w+/g) ?? []);
    for (const name of asked) expect([name, given(name).length > 0]).toEqual([name, true]);
  });
});
