import { defaultPartitions } from '@tributary/contracts';
import { z } from 'zod';

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
    .regex(/^(sqlite:$|postgres(ql)?:\/\/.)/, 'It is `sqlite:` or a postgres:// address.')
    .default('sqlite:')
    .describe('Where events are recorded: `sqlite:`, a file in the data folder, or `postgres://…`'),
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
  TRIBUTARY_ADMIN_KEY: z
    .string()
    .min(16)
    .optional()
    .describe('First admin key, at least 16 characters; generated and shown once when absent'),
  TRIBUTARY_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least level that is logged'),
});
export const Config = Variables.refine(
  ({ TRIBUTARY_KAFKA_USER: user, TRIBUTARY_KAFKA_PASSWORD: password }) =>
    (user === undefined) === (password === undefined),
  { path: ['TRIBUTARY_KAFKA_PASSWORD'], message: 'User and password are given together.' },
);
export type Config = z.infer<typeof Config>;

/** @throws Error that names each variable and what it takes */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const parsed = Config.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The configuration is not usable:\n${faults.join('\n')}`);
};

/** The configuration in force, for the log of a start; secrets only as set or not. */
export const describeConfig = ({
  TRIBUTARY_ADMIN_KEY: adminKey,
  TRIBUTARY_EVENT_STORE: eventStore,
  TRIBUTARY_READ_STORE: readStore,
  TRIBUTARY_KAFKA_PASSWORD: kafkaPassword,
  ...open
}: Config): string =>
  Object.entries({
    ...open,
    TRIBUTARY_EVENT_STORE: withoutPassword(eventStore),
    TRIBUTARY_READ_STORE: withoutPassword(readStore),
    ...(kafkaPassword !== undefined && { TRIBUTARY_KAFKA_PASSWORD: '(set)' }),
    TRIBUTARY_ADMIN_KEY: adminKey === undefined ? '(not set)' : '(set)',
  })
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** By its text, since an address may name several hosts; signs that end a password are escaped in one. */
const withoutPassword = (address: string): string => address.replace(/(\/\/[^:@/]*):[^@/]*@/, '$1:***@');
