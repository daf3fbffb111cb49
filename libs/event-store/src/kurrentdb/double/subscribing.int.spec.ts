import { once } from 'node:events';
import { END, START, streamNameFilter } from '@kurrent/kurrentdb-client';
import { bareClients, event, inAll } from './bare-client.ts';

describe('A subscription to the double of KurrentDB', () => {
  const { started, ended } = bareClients();
  afterEach(ended);

  const places = ({ event }: { event?: { streamId: string; revision: bigint } }) =>
    `${event!.streamId}@${event!.revision}`;

  /** The first events that a subscription brings. */
  const taken = async (subscription: AsyncIterable<Parameters<typeof places>[0]>, count: number) => {
    const found: string[] = [];
    for await (const resolved of subscription) {
      found.push(places(resolved));
      if (found.length === count) break;
    }
    return found;
  };

  it('brings what is after a position, says that it has caught up, and brings what comes', async () => {
    const { client } = await started();
    await client.appendToStream('a', [event(1), event(2)]);
    const [first] = await inAll(client);
    const subscription = client.subscribeToAll({ fromPosition: first!.position! });
    const caughtUp = once(subscription, 'caughtUp');
    const found = taken(subscription, 2);
    await caughtUp;
    await client.appendToStream('b', event(3));
    expect(await found).toEqual(['a@1', 'b@0']);
  });

  it('filters by prefixes, and tells how far it looked', async () => {
    const { client } = await started();
    await client.appendToStream('other', [event(1), event(2), event(3)]);
    const told: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['a-', 'b-'],
      maxSearchWindow: 2,
      checkpointInterval: 1,
      checkpointReached: (_, { commit }) => void told.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    const caughtUp = once(subscription, 'caughtUp');
    const found = taken(subscription, 2);
    await caughtUp;
    const positions = (await inAll(client)).map(({ position }) => position!.commit);
    expect(told).toEqual([positions[1], positions[2]]);
    await client.appendToStream('a-1', event(4));
    await client.appendToStream('other', event(5));
    await client.appendToStream('b-1', event(6));
    expect(await found).toEqual(['a-1@0', 'b-1@0']);
  });

  it('follows one stream', async () => {
    const { client } = await started();
    await client.appendToStream('a', [event(1), event(2)]);
    const subscription = client.subscribeToStream('a', { fromRevision: 0n });
    const found = taken(subscription, 2);
    await client.appendToStream('b', event(3));
    await client.appendToStream('a', event(4));
    expect(await found).toEqual(['a@1', 'a@2']);
  });

  it.each([
    ['subscriptions are dropped', 'dropSubscriptions'],
    ['connections are', 'dropConnections'],
    ['the server stops', 'stop'],
  ] as const)('ends where %s', async (_, end) => {
    const { double, client } = await started();
    const subscription = client.subscribeToAll({ fromPosition: END });
    await once(subscription, 'confirmation');
    expect(double.subscriptions).toBe(1);
    const failed = once(subscription, 'error').catch((error: unknown) => [error]);
    double[end]();
    expect(await failed).toMatchObject([{ type: 'unavailable' }]);
  });
});
