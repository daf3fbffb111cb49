import { z } from 'zod';

/** Everything that can be configured, with defaults that work. */
export const Config = z.object({
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
  ...open
}: Config): string =>
  Object.entries({
    ...open,
    TRIBUTARY_EVENT_STORE: withoutPassword(eventStore),
    TRIBUTARY_READ_STORE: withoutPassword(readStore),
    TRIBUTARY_ADMIN_KEY: adminKey === undefined ? '(not set)' : '(set)',
  })
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** By its text, since an address may name several hosts; signs that end a password are escaped in one. */
const withoutPassword = (address: string): string => address.replace(/(\/\/[^:@/]*):[^@/]*@/, '$1:***@');
