import { addressVariable, dockerAnswers, startContainer } from '@tributary/testing/containers';

/** The three engines that processes share. */
export interface Engines {
  /** `postgres://…` or `kurrentdb://…` */
  readonly eventStore: string;
  /** `mongodb://…` */
  readonly mongodb: string;
  /** `host:port`, several separated by commas. */
  readonly kafka: string;
  /** Whether one came to be with this start, and ends with it. */
  readonly areNew: boolean;
  /** Ends those that were started. */
  stop(): Promise<void>;
}

/**
 * Each at the address that its variable names, or in a container where Docker answers; events are recorded in
 * PostgreSQL unless an address of KurrentDB is named.
 * @param say told what takes a while
 * @throws Error that names the variables that are missing where Docker does not answer
 */
export const findEngines = async (
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Engines> => {
  const eventStore = environment[addressVariable.kurrentdb] ? 'kurrentdb' : 'postgres';
  const needed = [eventStore, 'mongodb', 'kafka'] as const;
  const missing = needed.filter((engine) => !environment[addressVariable[engine]]);
  if (missing.length > 0 && !dockerAnswers())
    throw new Error(
      `Services apart need PostgreSQL (or KurrentDB, by KURRENTDB_URL), MongoDB (a replica set) and Kafka: set ${missing.map((engine) => addressVariable[engine]).join(', ')}, or start Docker, and what is missing runs in containers.`,
    );
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => void (await Promise.all(stops.map((each) => each())));
  const addressOf = async (engine: (typeof needed)[number]): Promise<string> => {
    const given = environment[addressVariable[engine]];
    if (given) return given;
    say(`Starting ${engine} in a container`);
    const started = await startContainer(engine);
    stops.push(() => started.stop());
    return started.address;
  };
  try {
    return {
      eventStore: await addressOf(eventStore),
      mongodb: await addressOf('mongodb'),
      kafka: await addressOf('kafka'),
      areNew: missing.length > 0,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
