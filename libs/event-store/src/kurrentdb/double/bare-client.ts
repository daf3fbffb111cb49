import { type AppendStreamState, KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client';
import { type KurrentDouble, type KurrentDoubleOptions, startKurrentDouble } from './kurrent-double.ts';

/** An event whose id and data are a number. */
export const event = (number: number, type = 'counted') =>
  jsonEvent({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    type,
    data: { number },
    metadata: { cause: 'spec' },
  });

/**
 * Options of an append that is not to be a batch: the client makes one of each unless it is given
 * credentials, which it ignores without TLS.
 */
export const plainly = { credentials: { username: 'nobody', password: 'ignored' } };

/** Such events as one stream of a session takes them. */
export const of = (streamName: string, expectedState: AppendStreamState, ...numbers: number[]) => ({
  streamName,
  expectedState,
  events: numbers.map((number) => event(number)),
});

/** Such an event as `appendRecords` takes it. */
export const record = (streamName: string, number: number) => ({ streamName, record: event(number) });

/** A check of `appendRecords`. */
export const check = (streamName: string, expectedState: AppendStreamState) => ({
  type: 'stream_state' as const,
  streamName,
  expectedState,
});

/** What a stream shows, the revision and number of each event, or the type of the error. */
export const shown = async (client: KurrentDBClient, stream: string): Promise<string> => {
  const found: string[] = [];
  try {
    for await (const { event } of client.readStream(stream)) {
      found.push(`${event!.revision}:${(event!.data as { number: number }).number}`);
    }
  } catch (error) {
    return (error as { type: string }).type;
  }
  return found.join(' ');
};

/** The events of a read of `$all`. */
export const inAll = async (client: KurrentDBClient, options?: Parameters<KurrentDBClient['readAll']>[0]) => {
  const found = [];
  for await (const { event } of client.readAll(options)) found.push(event!);
  return found;
};

/** The error of an attempt; one of type `none` where there is none. */
export const refusal = async (attempt: Promise<unknown>): Promise<{ readonly type: string }> =>
  attempt.then(
    () => ({ type: 'none' }),
    (error: { readonly type: string }) => error,
  );

/** Doubles, each with a client of nothing but the driver, and what ends them all. */
export const bareClients = () => {
  const doubles: KurrentDouble[] = [];
  const clients: KurrentDBClient[] = [];
  const connected = (url: string): KurrentDBClient => {
    const client = KurrentDBClient.connectionString`${url}`;
    clients.push(client);
    return client;
  };
  const started = async (options: KurrentDoubleOptions = {}) => {
    const double = await startKurrentDouble(options);
    doubles.push(double);
    return { double, client: connected(double.url) };
  };
  const ended = async (): Promise<void> => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    for (const double of doubles.splice(0)) double.stop();
  };
  return { started, connected, ended };
};
