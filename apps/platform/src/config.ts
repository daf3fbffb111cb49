import { readFileSync } from 'node:fs';
import { defaultPartitions, services } from '@tributary/contracts';
import { z } from 'zod';
import { type Shape, needOf, shapeOf } from './shape.ts';

const anyService = `(${services.join('|')})`;

/** Everything that can be configured, with defaults that work. */
const Variables = z.object({
  TRIBUTARY_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('Port of the HTTP door; 0 takes a free one'),
  TRIBUTARY_HOST: z.string().default('127.0.0.1').describe('Address the door listens on'),
  TRIBUTARY_DATA: z.string().min(1).default('./data').describe('Folder of the event log and the read models'),
  TRIBUTARY_EVENT_STORE: z
    .string()
    .regex(
      /^(sqlite:$|(postgres(ql)?|kurrentdb(\+discover)?):\/\/.)/,
      'It is `sqlite:`, a postgres:// or a kurrentdb:// address.',
    )
    .default('sqlite:')
    .describe(
      'Where events are recorded: `sqlite:`, a file in the data folder, `postgres://…`, or `kurrentdb://…/name`, streams that begin with the name',
    ),
  TRIBUTARY_READ_STORE: z
    .string()
    .regex(/^(sqlite:$|mongodb(\+srv)?:\/\/.)/, 'It is `sqlite:` or a mongodb:// address.')
    .default('sqlite:')
    .describe(
      'Where read models are kept: `sqlite:`, a file in the data folder, or `mongodb://…/name`, a database `name_<service>` for each service',
    ),
  TRIBUTARY_BUS: z
    .string()
    .regex(/^(log|kafka:\/\/[^\s/@,]+:\d+(,[^\s/@,]+:\d+)*)$/, 'It is `log` or kafka://host:port,….')
    .default('log')
    .describe(
      'How events reach the services: `log`, by following the event log, or `kafka://host:port,…`, over these brokers',
    ),
  TRIBUTARY_KAFKA_NAMESPACE: z
    .string()
    .regex(/^[\w-]{0,60}$/, 'It is up to 60 letters, digits, `_` or `-`.')
    .default('')
    .describe('Put before the names of topics and groups, with a dot, so that installations share brokers'),
  TRIBUTARY_KAFKA_PARTITIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(defaultPartitions)
    .describe('Partitions of every topic, for as long as the topics are there'),
  TRIBUTARY_KAFKA_REPLICATION: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe('Copies of every topic that is made; 3 where there are so many brokers'),
  TRIBUTARY_KAFKA_ENTRANCES: z
    .string()
    .regex(/^([\w.-]{1,180}(,[\w.-]{1,180})*)?$/, 'It is names of topics, separated by commas.')
    .default('')
    .describe(
      'Topics that integrators publish to beside `tributary.inbound.*`, separated by commas, so that each may have its own rights',
    ),
  TRIBUTARY_KAFKA_TLS: z
    .string()
    .min(1)
    .default('off')
    .describe('`on`, `off`, or the file of the authority that signed the certificates of the brokers'),
  TRIBUTARY_KAFKA_USER: z.string().min(1).optional().describe('User of SASL SCRAM-SHA-512'),
  TRIBUTARY_KAFKA_PASSWORD: z.string().min(1).optional().describe('Its password'),
  TRIBUTARY_SERVICES: z
    .string()
    .regex(
      new RegExp(`^(all|${anyService}(,${anyService})*)$`),
      `It is \`all\`, or some of ${services.join(', ')}, separated by commas.`,
    )
    .default('all')
    .describe(
      'Services that run in this process: `all`, or some of `gateway`, `inventory`, `order`, `sourcing` and `repository`, separated by commas',
    ),
  TRIBUTARY_SERVICE_URLS: z
    .string()
    .regex(
      new RegExp(`^(${anyService}=https?://[^\\s/,=]+(,|$))*$`),
      'It is like order=http://orders:3000,inventory=http://stock:3000.',
    )
    .default('')
    .describe(
      'Where a gateway finds the services that run elsewhere, such as `order=http://orders:3000`, separated by commas; a service may be named several times',
    ),
  TRIBUTARY_IDENTITY_SECRET: z
    .string()
    .regex(/^[^\s,]{32,}(,[^\s,]{32,})*$/, 'It takes at least 32 characters.')
    .optional()
    .describe(
      'What the gateway signs with who is calling, and the services apart verify, at least 32 characters; the secrets of webhooks and the sessions of browsers are sealed with it, too, else with `sealing.key` in the data folder; while it is changed, the new one and the old one, separated by a comma',
    ),
  TRIBUTARY_READY_LAG: z.coerce
    .number()
    .int()
    .min(0)
    .default(100_000)
    .describe(
      'Messages that a consumer group may be behind before `/readyz` says that this process is not ready',
    ),
  TRIBUTARY_WORK_LAG: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000)
    .describe(
      'Messages that a consumer group may be behind before batches wait; at twice as many single events and orders are answered 429. 0 for no bound',
    ),
  TRIBUTARY_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .describe('Requests a second that a process answers for each API key; 0 for no bound'),
  TRIBUTARY_WEBHOOK_NETWORKS: z
    .string()
    .regex(
      /^([0-9A-Fa-f.:]+\/\d{1,3}(,[0-9A-Fa-f.:]+\/\d{1,3})*)?$/,
      'It is networks such as 10.1.0.0/16, separated by commas.',
    )
    .default('')
    .describe(
      'Private networks that webhooks may be sent to, such as `10.1.0.0/16`, separated by commas, there also without TLS; none where it is empty',
    ),
  TRIBUTARY_ADMIN_KEY: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Admin key, at least 16 characters: another one at the next start replaces it. One is generated and shown once when absent',
    ),
  TRIBUTARY_METRICS_TOKEN: z
    .string()
    .regex(/^[!-~]{16,2000}$/, 'It is at least 16 letters, digits or signs of ASCII, without spaces.')
    .optional()
    .describe('Bearer token that opens `/metrics` and nothing else, at least 16 characters'),
  TRIBUTARY_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least level that is logged'),
});
export const Config = Variables.refine(
  ({ TRIBUTARY_KAFKA_USER: user, TRIBUTARY_KAFKA_PASSWORD: password }) =>
    (user === undefined) === (password === undefined),
  { path: ['TRIBUTARY_KAFKA_PASSWORD'], message: 'User and password are given together.' },
).superRefine((config, { addIssue }) => {
  const need = needOf(config);
  if (need) addIssue({ code: 'custom', path: [need.variable], message: need.message });
});
export type Config = z.infer<typeof Config>;

/**
 * Any variable may lie in a file instead, that `<NAME>_FILE` names: secrets are mounted, not listed.
 * @throws Error that names each variable and what it takes
 */
export const readConfig = (environment: NodeJS.ProcessEnv): Config & { readonly shape: Shape } => {
  const parsed = Config.safeParse(withFiles(environment));
  if (parsed.success) return { ...parsed.data, shape: shapeOf(parsed.data) };
  throw notUsable(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
};

const notUsable = (faults: readonly string[]): Error =>
  new Error(`The configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);

const withFiles = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const told = { ...environment };
  const faults: string[] = [];
  for (const name of Object.keys(Variables.shape)) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) faults.push(`${name}: It is given both by itself and as a file.`);
    try {
      told[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      faults.push(`${name}_FILE: ${(error as Error).message}`);
    }
  }
  if (faults.length > 0) throw notUsable(faults);
  return told;
};

/** The configuration in force, for the log of a start; secrets only as set or not. */
export const describeConfig = ({
  TRIBUTARY_ADMIN_KEY: adminKey,
  TRIBUTARY_EVENT_STORE: eventStore,
  TRIBUTARY_READ_STORE: readStore,
  TRIBUTARY_KAFKA_PASSWORD: kafkaPassword,
  TRIBUTARY_IDENTITY_SECRET: identitySecret,
  TRIBUTARY_METRICS_TOKEN: metricsToken,
  ...open
}: Config): string =>
  Object.entries({
    ...open,
    TRIBUTARY_EVENT_STORE: withoutPassword(eventStore),
    TRIBUTARY_READ_STORE: withoutPassword(readStore),
    ...(kafkaPassword !== undefined && { TRIBUTARY_KAFKA_PASSWORD: '(set)' }),
    ...(identitySecret !== undefined && { TRIBUTARY_IDENTITY_SECRET: '(set)' }),
    ...(metricsToken !== undefined && { TRIBUTARY_METRICS_TOKEN: '(set)' }),
    TRIBUTARY_ADMIN_KEY: adminKey === undefined ? '(not set)' : '(set)',
  })
    .filter(([name]) => name in Variables.shape)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** By its text, since an address may name several hosts; signs that end a password are escaped in one. */
const withoutPassword = (address: string): string => address.replace(/(\/\/[^:@/]*):[^@/]*@/, '$1:***@');
