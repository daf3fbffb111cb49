import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inboundTypes, isInboundType } from '@tributary/contracts';
import { parse, parseAllDocuments } from 'yaml';
import { Config, readConfig } from '../apps/platform/src/config.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const isThere = (file: string): boolean => existsSync(join(root, file));
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));

interface ComposeService {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly stop_grace_period?: string;
  readonly logging?: { readonly options: Record<string, string> };
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly environment?: Record<string, string | null>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

interface ComposeFile {
  readonly services: Record<string, ComposeService | null>;
}

/** Compose's own tags (`!reset`, `!override`) say how files are laid over each other; as values they mean nothing. */
const compose = (file: string): ComposeFile =>
  parse(read(file), { merge: true, logLevel: 'error' }) as ComposeFile;

const main = 'docker-compose.yml';
const embedded = 'deploy/docker-compose.embedded.yml';
const overPostgres = 'deploy/docker-compose.postgres.yml';
const whole = (file: string): [string, ComposeService][] =>
  Object.entries(compose(file).services).filter(
    (entry): entry is [string, ComposeService] => entry[1]?.image !== undefined,
  );
const containers = [main, embedded, overPostgres].flatMap((file) =>
  whole(file).map(([name, service]) => ({ file, name, service })),
);
const fiveServices = ['gateway', 'inventory', 'order', 'sourcing', 'repository'];
const configured = new Set(Object.keys(Config.shape));

describe.each(containers)('The container $name of $file', ({ service }) => {
  it('runs an image of one exact version', () => {
    const image = service.image!.replace(/^\$\{\w+:-(.*)\}$/, '$1');
    expect(image).toMatch(/^[\w./-]+:v?\d+\.\d+(\.\d+)?[\w.-]*$/);
  });

  it('can do little harm when it is taken over', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('is bounded in memory and logs, and is left time to stop', () => {
    expect(service.mem_limit).toMatch(/^\d+(\.\d+)?[mg]$/);
    expect(service.logging?.options).toMatchObject({ 'max-size': '10m' });
    expect(service.stop_grace_period).toMatch(/^\d+s$/);
  });

  it('is watched, unless its image has nothing to watch it with', () => {
    const { test, disable } = service.healthcheck ?? {};
    expect(disable ?? test?.[0]).toBe(disable ? true : 'CMD');
  });

  it('is reached from this machine only', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('holds no secret of its own', () => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (/SECRET|PASSWORD|KEY$/.test(name)) expect(value).toMatch(/^\$\{\w+:\?/);
      expect(value ?? '').not.toMatch(/:\/\/[^/@$]*:[^/@$]+@/);
    }
  });
});

describe('docker compose up', () => {
  const services = new Map(whole(main));
  const laidOver = new Map([...services, ...whole(overPostgres)]);

  it('starts the five services and their engines', () => {
    for (const name of [...fiveServices, 'kafka', 'kurrentdb', 'mongodb'])
      expect([...services.keys()]).toContain(name);
  });

  it.each([main, overPostgres])('%s waits for what is needed until it is healthy', (file) => {
    for (const service of Object.values(compose(file).services))
      for (const [needed, { condition }] of Object.entries(service?.depends_on ?? {})) {
        const { healthcheck } = laidOver.get(needed)!;
        expect(condition).toBe(healthcheck?.disable ? 'service_completed_successfully' : 'service_healthy');
      }
  });

  it.each([...fiveServices])('gives %s an environment that it starts with', (name) => {
    const environment = Object.fromEntries(
      Object.entries(services.get(name)!.environment!).map(([key, value]) => [key, filled(value)]),
    );
    for (const key of Object.keys(environment)) expect([...configured]).toContain(key);
    expect(readConfig(environment).SERVICE).toEqual([name]);
  });

  it('gives the embedded shape an environment that it starts with', () => {
    const { environment } = new Map(whole(embedded)).get('tributary')!;
    for (const key of Object.keys(environment!)) expect([...configured]).toContain(key);
  });

  it('leaves the services longer to stop than they take to drain', () => {
    for (const name of fiveServices)
      expect(Number.parseInt(services.get(name)!.stop_grace_period!, 10)).toBeGreaterThan(25);
  });

  it('mounts only files that exist', () => {
    const mounted = [...laidOver.values()].flatMap(({ volumes = [] }) => volumes);
    for (const [source] of mounted.map((volume) => volume.split(':') as [string]))
      if (source.startsWith('./')) expect([source, isThere(source)]).toEqual([source, true]);
  });

  it('asks for nothing that deploy/.env.example does not explain', () => {
    const asked = [main, overPostgres, embedded].flatMap((file) => read(file).match(/(?<=\$\{)\w+/g) ?? []);
    for (const name of asked) expect(read('deploy/.env.example')).toContain(`${name}=`);
  });
});

/** What a person would have put into `.env`. */
const filled = (value: string | null): string =>
  (value ?? '').replace(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(32)).replace(/\$\{\w+:-([^}]*)\}/g, '$1');

describe('The Helm chart', () => {
  const chart = 'deploy/helm/tributary';
  const templates = filesBelow(`${chart}/templates`).map(read).join('\n');
  const values = parse(read(`${chart}/values.yaml`)) as {
    readonly services: Record<
      string,
      { consumerGroups?: readonly string[]; projections?: readonly string[] }
    >;
  };
  /** Read by the telemetry itself, as OpenTelemetry names it. */
  const ofTelemetry = 'OTEL_TRACES_SAMPLER_ARG';
  const embeddedOnly = ['TRIBUTARY_DATA'];

  it('sets every name that the distributed shape reads, and no other', () => {
    const used = new Set(templates.match(/\b(TRIBUTARY_[A-Z_]+|OTEL_[A-Z_]+|SERVICE)\b/g));
    used.delete(ofTelemetry);
    expect([...used].sort()).toEqual([...configured].filter((name) => !embeddedOnly.includes(name)).sort());
  });

  it('takes secrets by reference only', () => {
    const secret = /^(TRIBUTARY_ADMIN_KEY|TRIBUTARY_IDENTITY_SECRET|TRIBUTARY_KAFKA_SASL_\w+|\w+_STORE_URL)$/;
    const named = [...templates.matchAll(/- name: (\w+)\n\s+value: /g)].map(([, name]) => name!);
    expect(named.filter((name) => secret.test(name))).toEqual([]);
    expect(templates).not.toMatch(/kind: Secret$/m);
  });

  it('measures the lag of groups that exist', () => {
    expect(Object.keys(values.services)).toEqual(fiveServices);
    const sources = ['apps/platform/src/distributed.ts', ...fiveServices.map(moduleOf)].map(read).join('\n');
    for (const [service, { consumerGroups = [], projections = [] }] of Object.entries(values.services)) {
      for (const group of projections) expect(sources).toContain(`group: '${group}'`);
      for (const group of consumerGroups.filter((name) => name !== service)) expect(sources).toContain(group);
    }
  });

  it('describes each of its values in the schema', () => {
    const { properties } = JSON.parse(read(`${chart}/values.schema.json`)) as { properties: object };
    for (const name of Object.keys(values)) expect(Object.keys(properties)).toContain(name);
  });
});

const moduleOf = (service: string): string => `services/${service}/src/${service}.module.ts`;

describe('The dashboards and alerts', () => {
  const measured = new Set(
    filesBelow('libs/telemetry/src')
      .filter((file) => !file.endsWith('.spec.ts'))
      .flatMap((file) => read(file).match(/(?<=')(tributary|process|nodejs)_[a-z_]+(?=')/g) ?? []),
  );
  const metricsIn = (expression: string): string[] =>
    (expression.match(/\b(tributary|process|nodejs)_[a-z_]+/g) ?? []).map((name) =>
      measured.has(name) ? name : name.replace(/_(bucket|count|sum)$/, ''),
    );
  const folder = 'deploy/observability/dashboards';
  const dashboards = readdirSync(join(root, folder)).map((file) => [file] as const);

  it.each(dashboards)('%s shows only what is measured', (file) => {
    const { uid, panels } = JSON.parse(read(`${folder}/${file}`)) as {
      uid: string;
      panels: { title: string; description: string; targets: { expr: string }[] }[];
    };
    expect(uid).toBe(`tributary-${file.replace('.json', '')}`);
    for (const { targets, description } of panels) {
      expect(description).not.toBe('');
      for (const { expr } of targets)
        for (const name of metricsIn(expr)) expect([...measured]).toContain(name);
    }
  });

  it('call only for what is measured, and each tells what to do', () => {
    const { groups } = parse(read('deploy/observability/prometheus/rules.yml')) as {
      groups: { rules: { alert: string; expr: string }[] }[];
    };
    for (const { alert, expr } of groups.flatMap(({ rules }) => rules)) {
      for (const name of metricsIn(expr)) expect([...measured]).toContain(name);
      expect(read('deploy/README.md')).toContain(`\`${alert}\``);
    }
  });

  it('are set up by files that can be read', () => {
    for (const file of filesBelow('deploy/observability').filter((name) => name.endsWith('.yml')))
      expect(parseAllDocuments(read(file)).flatMap(({ errors }) => errors)).toEqual([]);
  });
});

describe('deploy/README.md', () => {
  const readme = read('deploy/README.md');
  interface Message {
    type: string;
    data: unknown;
  }
  const messages = (readme.match(/^\{"specversion".*\}$/gm) ?? []).map((line) => JSON.parse(line) as Message);

  it('publishes messages that are accepted as they stand', () => {
    expect(messages.length).toBeGreaterThan(0);
    for (const { type, data } of messages)
      expect(isInboundType(type) && inboundTypes[type].data.safeParse(data).success).toBe(true);
  });

  it('leads only to files that exist', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect([path, isThere(join('deploy', path!))]).toEqual([path, true]);
  });
});
