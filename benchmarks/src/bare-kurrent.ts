import { randomUUID } from 'node:crypto';
import {
  type JSONEventData,
  type JSONType,
  KurrentDBClient,
  NO_STREAM,
  START,
  STREAM_STATE,
  UnsupportedError,
  jsonEvent,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { Contender } from './measure.ts';
import { eventsInStream, nextStream, sampleEvent } from './sample-events.ts';
import { Tally } from './tally.ts';

/** A record and what its stream must end with: a revision, -1 for a stream that nobody wrote. */
interface Write {
  readonly streamName: string;
  readonly record: JSONEventData;
  readonly revision: number;
}

/** As long as a chain's hash: SHA-256, base64url. */
const hash = 'f'.repeat(43);
const by = randomUUID();

/** An event as the event log records it: the record, and its id taken by a stream of its own. */
const writesOf = (log: string, stream: string, version: number): Write[] => {
  const { id, type, time, data, metadata } = sampleEvent();
  const recorded = new Date().toISOString();
  const properties = { version: String(version), hash, recorded, time, metadata: JSON.stringify(metadata) };
  const reservation = { stream: `order/${stream}`, revision: version - 1, version, by };
  return [
    {
      streamName: `${log}~id-${id}`,
      record: jsonEvent({ type: 'reserved', data: reservation }),
      revision: -1,
    },
    {
      streamName: `${log}.order/${stream}`,
      record: jsonEvent({ id, type, data: data as JSONType, metadata: properties }),
      revision: version - 2,
    },
  ];
};

const stateOf = (revision: number) => (revision < 0 ? NO_STREAM : BigInt(revision));

type Append = (client: KurrentDBClient, writes: readonly Write[]) => Promise<unknown>;

/** From 26.1 on, as the event log does it there. */
const appendRecords: Append = (client, writes) =>
  client.appendRecords(
    writes.map(({ streamName, record }) => ({ streamName, record })),
    writes.map(({ streamName, revision }) => ({
      type: STREAM_STATE,
      streamName,
      expectedState: stateOf(revision),
    })),
  );

const appendStreams: Append = (client, writes) =>
  client.multiStreamAppend(
    writes.map(({ streamName, record, revision }) => ({
      streamName,
      expectedState: stateOf(revision),
      events: [record],
    })),
  );

/** By asking for nothing: a server that knows the call refuses that in another way than one that does not. */
const appendOf = async (client: KurrentDBClient): Promise<Append> => {
  try {
    await client.appendRecords([]);
  } catch (error) {
    if (error instanceof UnsupportedError) return appendStreams;
  }
  return appendRecords;
};

/**
 * What is left of appending when everything but KurrentDB is left out: the same records in the same transactions,
 * one after the other, by the client alone, which knows where every stream ends.
 * @param log begins the names of the streams
 * @param batch events in a transaction, each in a stream of its own
 */
export const bareAppends = async (
  url: string,
  log: string,
  batch: number,
  events: number,
): Promise<Contender> => {
  const client = KurrentDBClient.connectionString(url);
  const append = await appendOf(client);
  const streams = Array.from({ length: batch }, () => nextStream());
  let version = 0;
  const commitOne = async (): Promise<void> => {
    if (version === eventsInStream) {
      version = 0;
      for (let index = 0; index < batch; index += 1) streams[index] = nextStream();
    }
    version += 1;
    await append(
      client,
      streams.flatMap((stream) => writesOf(log, stream, version)),
    );
  };
  return {
    name: `bare client, transactions of ${batch}`,
    run: async () => {
      const batches = Math.ceil(events / batch);
      for (let index = 0; index < batches; index += 1) await commitOne();
      return batches * batch;
    },
    close: () => client.dispose(),
  };
};

/** The client's subscription to the same streams of all, from the first of so many events to the last. */
export const bareSubscription = (url: string, log: string, events: number): Contender => {
  const client = KurrentDBClient.connectionString(url);
  return {
    name: 'bare subscribeToAll',
    run: async () => {
      const tally = new Tally();
      const all = tally.next(events);
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [`${log}.`] }),
      });
      subscription.on('data', ({ event }) => tally.came(event ? 1 : 0));
      await all;
      await subscription.unsubscribe();
      return events;
    },
    close: () => client.dispose(),
  };
};
