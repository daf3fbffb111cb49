import { BACKWARDS, END, eventTypeFilter, FORWARDS, streamNameFilter } from '@kurrent/kurrentdb-client';
import { bareClients, event, inAll, plainly, refusal, shown } from './bare-client.ts';

describe('A read of the double of KurrentDB', () => {
  const { started, ended } = bareClients();
  afterEach(ended);

  /** Three streams, whose events are numbered in the order of the log. */
  const filled = async () => {
    const { double, client } = await started();
    for (const [index, stream] of [
      'order-1',
      'stock-1',
      'order-2',
      'lease-1',
      'order-1',
      'stock-1',
    ].entries()) {
      await client.appendToStream(stream, event(index, index === 3 ? 'leased' : 'counted'));
    }
    const events = await inAll(client);
    return { double, client, positions: events.map(({ position }) => position!) };
  };
  const numbers = (events: readonly { readonly data: unknown }[]) =>
    events.map(({ data }) => (data as { number: number }).number);

  it('finds positions that ascend with gaps, the same for commit and prepare', async () => {
    const { positions } = await filled();
    const commits = positions.map(({ commit }) => commit);
    expect(commits).toEqual(positions.map(({ prepare }) => prepare));
    expect(commits.every((commit, index) => index === 0 || commit > commits[index - 1]! + 1n)).toBe(true);
  });

  it('goes over all from a position on, and backwards up to it', async () => {
    const { client, positions } = await filled();
    const [, , third] = positions;
    const read = async (options: Parameters<typeof inAll>[1]) => numbers(await inAll(client, options));
    expect(await read({ fromPosition: third! })).toEqual([2, 3, 4, 5]);
    expect(await read({ fromPosition: third!, direction: BACKWARDS })).toEqual([1, 0]);
    expect(await read({ fromPosition: END, direction: BACKWARDS, maxCount: 2 })).toEqual([5, 4]);
  });

  it.each([
    ['prefixes', streamNameFilter({ prefixes: ['order-', 'lease-'] }), [0, 2, 3, 4]],
    ['a regular expression', streamNameFilter({ regex: '^(stock|lease)-1$' }), [1, 3, 5]],
    ['prefixes of types', eventTypeFilter({ prefixes: ['leas'] }), [3]],
  ])('filters all by %s, both ways', async (_, filter, expected) => {
    const { client } = await filled();
    expect(numbers(await inAll(client, { filter }))).toEqual(expected);
    const backwards = await inAll(client, { filter, fromPosition: END, direction: BACKWARDS });
    expect(numbers(backwards)).toEqual(expected.toReversed());
  });

  it('goes over a stream both ways', async () => {
    const { client } = await started();
    await client.appendToStream('a', [event(1), event(2), event(3)]);
    const read = async (options: Parameters<typeof client.readStream>[1]) => {
      const found = [];
      for await (const { event } of client.readStream('a', options)) found.push(event!);
      return numbers(found);
    };
    expect(await read({ fromRevision: 1n, direction: FORWARDS })).toEqual([2, 3]);
    expect(await read({ fromRevision: 1n, direction: BACKWARDS })).toEqual([2, 1]);
    expect(await read({ fromRevision: END, direction: BACKWARDS, maxCount: 1 })).toEqual([3]);
    expect(await shown(client, 'b')).toBe('stream-not-found');
  });

  it('shows of a stream what its metadata leaves', async () => {
    const { client } = await started();
    await client.appendToStream('a', [event(1), event(2), event(3)]);
    await client.setStreamMetadata('a', { truncateBefore: 1 });
    expect(await shown(client, 'a')).toBe('1:2 2:3');
    await client.setStreamMetadata('a', { maxCount: 1 });
    await client.appendToStream('a', event(4), { streamState: 2n });
    expect(await shown(client, 'a')).toBe('3:4');
    expect((await client.getStreamMetadata('a')).metadata).toEqual({ maxCount: 1 });
    expect(numbers(await inAll(client, { filter: streamNameFilter({ prefixes: ['a'] }) }))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it.each([
    ['no stream is expected', 'no_stream' as const],
    ['its last revision is', 1n],
  ])('shows of a deleted stream nothing but what is written later, where %s', async (_, streamState) => {
    const { client } = await started();
    await client.appendToStream('a', [event(1), event(2)]);
    await client.deleteStream('a', { expectedRevision: 1n });
    expect(await shown(client, 'a')).toBe('stream-not-found');
    expect(
      await refusal(client.appendToStream('a', event(3), { streamState: 'stream_exists' })),
    ).toMatchObject({
      type: 'stream-deleted',
    });
    expect(await client.appendToStream('a', event(3), { streamState })).toMatchObject({
      nextExpectedRevision: 2n,
    });
    await client.appendToStream('a', event(4));
    expect(await shown(client, 'a')).toBe('2:3 3:4');
    expect((await client.getStreamMetadata('a')).metadata).toEqual({ truncateBefore: 2 });
  });

  it('fails on a tombstoned stream, as writing to it does', async () => {
    const { client } = await started();
    await client.appendToStream('a', event(1));
    await client.tombstoneStream('a');
    expect(await shown(client, 'a')).toBe('stream-deleted');
    const deleted = { type: 'stream-deleted', streamName: 'a' };
    expect(await refusal(client.appendToStream('a', event(2)))).toMatchObject(deleted);
    expect(await refusal(client.appendToStream('a', event(2), plainly))).toMatchObject(deleted);
    expect(await refusal(client.deleteStream('a'))).toMatchObject(deleted);
    const append = { streamName: 'a', expectedState: 'any' as const, events: [event(2)] };
    expect(await refusal(client.multiStreamAppend([append]))).toMatchObject({
      type: 'stream-tombstoned',
      stream: 'a',
    });
    expect((await inAll(client)).map(({ type }) => type)).toEqual(['counted', '$streamDeleted']);
  });

  it('shows the damage that was done', async () => {
    const { double, client, positions } = await filled();
    double.damage(positions[1]!.commit, Buffer.from('{"number":99}'));
    expect(await shown(client, 'stock-1')).toBe('0:99 1:5');
  });
});
