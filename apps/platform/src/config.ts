import { type Service, services } from '@tributary/contracts';
import { z } from 'zod';

const Text = z.string().min(1);
const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const Brokers = Text.transform(list).refine(
  (brokers) => brokers.length > 0 && brokers.every((broker) => /^[^\s:/]+:\d{1,5}$/.test(broker)),
  'Give brokers as host:port, separated by commas.',
);

const ServiceNames = Text.transform(list).pipe(z.array(z.enum(services)).min(1));

const ServiceUrls = Text.transform((text, context) => {
  const pairs = list(text).map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
  const named = z.partialRecord(z.enum(services), z.url({ protocol: /^https?$/ }));
  const urls = named.safeParse(Object.fromEntries(pairs));
  if (urls.success) return urls.data;
  context.addIssue({ code: 'custom', message: 'Give service=http://host:port, separated by commas.' });
  return z.NEVER;
});

const shortestSecret = 32;
const Secrets = Text.transform(list).refine(
  (secrets) => secrets.length > 0 && secrets.every(({ length }) => length >= shortestSecret),
  `A secret has at least ${shortestSecret} characters; two, separated by a comma, while it is being changed.`,
);

/** Everything that can be configured, with defaults that work. */
export const Config = z.object({
  SERVICE: ServiceNames.default([...services]).describe(
    'Services of this process, separated by commas; all when left out',
  ),
  TRIBUTARY_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('Port of the HTTP door; 0 takes a free one'),
  TRIBUTARY_HOST: z.string().default('127.0.0.1').describe('Address the door listens on'),
  TRIBUTARY_DATA: Text.default('./data').describe('Folder of the event log and the read models'),
  TRIBUTARY_ADMIN_KEY: z
    .string()
    .min(16)
    .optional()
    .describe('First admin key, at least 16 characters; generated and shown once when absent'),
  TRIBUTARY_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least level that is logged'),
  TRIBUTARY_EVENT_STORE_URL: z
    .url({ protocol: /^(postgres|postgresql|kurrentdb|kurrentdb\+discover|esdb|esdb\+discover)$/ })
    .optional()
    .describe('Event store of the distributed shape: `postgres://` or `kurrentdb://`'),
  TRIBUTARY_KAFKA_BROKERS: Brokers.optional().describe('Kafka of the distributed shape: `host:port`'),
  TRIBUTARY_KAFKA_SSL: Flag.default(false).describe('Whether Kafka is spoken to over TLS'),
  TRIBUTARY_KAFKA_SASL_USERNAME: Text.optional().describe('User at Kafka (SCRAM-SHA-512)'),
  TRIBUTARY_KAFKA_SASL_PASSWORD: Text.optional().describe('Password at Kafka'),
  TRIBUTARY_READ_STORE_URL: z
    .url({ protocol: /^mongodb(\+srv)?$/ })
    .optional()
    .describe('MongoDB of the distributed shape: `mongodb://`'),
  TRIBUTARY_NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'Lower-case letters, digits and hyphens, beginning with a letter.')
    .default('tributary')
    .describe('Sets installations on the same engines apart: schemas, databases, groups and topics'),
  TRIBUTARY_TOPIC_PARTITIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(16)
    .describe('Partitions of every topic; cannot be changed later'),
  TRIBUTARY_TOPIC_REPLICATION: z.coerce
    .number()
    .int()
    .min(1)
    .max(9)
    .default(1)
    .describe('Replicas of every topic; 3 in production'),
  TRIBUTARY_SERVICE_URLS: ServiceUrls.optional().describe(
    'Where the gateway finds the services that run elsewhere: `order=http://order:3000`',
  ),
  TRIBUTARY_IDENTITY_SECRET: Secrets.optional().describe(
    'What the gateway signs callers with and services check, at least 32 characters',
  ),
  TRIBUTARY_METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port of `/metrics` for Prometheus, without a key: not for the internet; closed when left out'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where traces are sent (OTLP over HTTP); nowhere when left out'),
});
export type Config = z.infer<typeof Config>;

/** A configuration in which the engines of the distributed shape are named. */
export type EnginesConfig = Config &
  Required<
    Pick<Config, 'TRIBUTARY_EVENT_STORE_URL' | 'TRIBUTARY_KAFKA_BROKERS' | 'TRIBUTARY_READ_STORE_URL'>
  >;

/** One with which services can serve on them. */
export type DistributedConfig = EnginesConfig & Required<Pick<Config, 'TRIBUTARY_IDENTITY_SECRET'>>;

const engines = ['TRIBUTARY_EVENT_STORE_URL', 'TRIBUTARY_KAFKA_BROKERS', 'TRIBUTARY_READ_STORE_URL'] as const;

export const isOnEngines = (config: Config): config is EnginesConfig =>
  engines.every((name) => config[name] !== undefined);

export const isDistributed = (config: Config): config is DistributedConfig =>
  isOnEngines(config) && config.TRIBUTARY_IDENTITY_SECRET !== undefined;

/** Programs that open the stores without serving anybody need not know the other services. */
type Purpose = 'serving' | 'maintenance';

const missingToServe = (config: Config, elsewhere: readonly Service[]): string[] => [
  ...(config.TRIBUTARY_IDENTITY_SECRET
    ? []
    : ['TRIBUTARY_IDENTITY_SECRET: missing; the gateway and the services share it.']),
  ...(config.SERVICE.includes('gateway')
    ? elsewhere
        .filter((name) => config.TRIBUTARY_SERVICE_URLS?.[name] === undefined)
        .map((name) => `TRIBUTARY_SERVICE_URLS: the gateway does not know where ${name} is.`)
    : []),
];

/** What does not go together, each by the variable to change. */
const contradictionsIn = (config: Config, purpose: Purpose): string[] => {
  const named = engines.filter((name) => config[name] !== undefined);
  const missing = engines.filter((name) => config[name] === undefined);
  if (named.length === 0) {
    return config.SERVICE.length < services.length
      ? [`SERVICE: some services alone need ${engines.join(', ')}; in one process run all of them.`]
      : [];
  }
  const elsewhere = services.filter((name) => !config.SERVICE.includes(name));
  return [
    ...missing.map((name) => `${name}: missing, beside ${named.join(' and ')}.`),
    ...(purpose === 'serving' ? missingToServe(config, elsewhere) : []),
    ...((config.TRIBUTARY_KAFKA_SASL_USERNAME === undefined) ===
    (config.TRIBUTARY_KAFKA_SASL_PASSWORD === undefined)
      ? []
      : ['TRIBUTARY_KAFKA_SASL_PASSWORD: goes together with TRIBUTARY_KAFKA_SASL_USERNAME.']),
  ];
};

/** @throws Error that names each variable and what it takes */
export const readConfig = (environment: NodeJS.ProcessEnv, purpose: Purpose = 'serving'): Config => {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Config.safeParse(Object.fromEntries(set));
  const faults = parsed.success
    ? contradictionsIn(parsed.data, purpose)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Error(`The configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
};

const secrets = new Set<string>([
  'TRIBUTARY_ADMIN_KEY',
  'TRIBUTARY_KAFKA_SASL_PASSWORD',
  'TRIBUTARY_IDENTITY_SECRET',
] satisfies (keyof Config)[]);

const shown = (name: string, value: unknown): string => {
  if (secrets.has(name)) return value === undefined ? '(not set)' : '(set)';
  if (value === undefined) return '(not set)';
  if (typeof value === 'string') return withoutPassword(value);
  return Array.isArray(value) || typeof value !== 'object' ? String(value) : JSON.stringify(value);
};

const withoutPassword = (value: string): string => value.replace(/(:\/\/[^/@:]*:)[^/@]*@/, '$1***@');

/** The configuration in force, for the log of a start; secrets only as set or not. */
export const describeConfig = (config: Config): string =>
  Object.keys(Config.shape)
    .map((name) => `${name}=${shown(name, config[name as keyof Config])}`)
    .join(' ');
