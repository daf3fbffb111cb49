import type { AppendStreamState } from '@kurrent/kurrentdb-client';
import { bareClients, check, event, inAll, of, plainly, record, refusal, shown } from './bare-client.ts';

describe('The double of KurrentDB', () => {
  const { started, ended } = bareClients();
  afterEach(ended);

  it.each([
    ['24.10', 'unsupported', 'unsupported'],
    ['25.1', 'none', 'unsupported'],
    ['26.1', 'none', 'none'],
  ] as const)(
    'of version %s refuses: several streams %s, checked records %s',
    async (version, several, checked) => {
      const { client } = await started({ version });
      expect(await refusal(client.multiStreamAppend([of('a', 'no_stream', 1)]))).toMatchObject({
        type: several,
      });
      expect(await refusal(client.appendRecords([record('b', 2)]))).toMatchObject({ type: checked });
    },
  );

  describe('of version 26.1', () => {
    it('keeps the order of records whose streams take turns, and answers with the last revisions', async () => {
      const { client } = await started();
      const written = await client.appendRecords([
        record('a', 1),
        record('b', 2),
        record('a', 3),
        record('b', 4),
      ]);
      const events = await inAll(client, {});
      expect(events.map(({ streamId, revision }) => `${streamId}@${revision}`)).toEqual([
        'a@0',
        'b@0',
        'a@1',
        'b@1',
      ]);
      expect(written.responses).toEqual([
        { streamName: 'a', revision: 1n },
        { streamName: 'b', revision: 1n },
      ]);
      expect(written.position).toBe(events.at(-1)!.position!.commit);
    });

    it('writes nothing where a check fails, and names each that did with what it found', async () => {
      const { client } = await started();
      await client.appendRecords([
        record('moved', 1),
        record('moved', 2),
        record('gone', 3),
        record('ended', 4),
      ]);
      await client.deleteStream('gone');
      await client.tombstoneStream('ended');
      const refused = await refusal(
        client.appendRecords(
          [record('new', 5), record('ended', 6)],
          [
            check('moved', 0n),
            check('moved', 1n),
            check('gone', 'stream_exists'),
            check('absent', 3n),
            check('moved', 0n),
          ],
        ),
      );
      expect(refused).toHaveProperty('violations', [
        { checkIndex: 0, streamName: 'ended', expectedState: 'any', actualState: -100n },
        { checkIndex: 4, streamName: 'moved', expectedState: 0n, actualState: 1n },
        { checkIndex: 2, streamName: 'gone', expectedState: 'stream_exists', actualState: -10n },
        { checkIndex: 3, streamName: 'absent', expectedState: 3n, actualState: 'no_stream' },
      ]);
      expect(await shown(client, 'new')).toBe('stream-not-found');
    });

    it.each<[string, AppendStreamState, boolean]>([
      ['moved', 1n, true],
      ['moved', 'stream_exists', true],
      ['moved', 'no_stream', false],
      ['gone', 'no_stream', true],
      ['gone', 0n, false],
      ['ended', 'no_stream', true],
      ['ended', 'stream_exists', false],
      ['absent', 'no_stream', true],
      ['absent', 'stream_exists', false],
    ])('lets a stream that is only checked (%s, %s) pass: %s', async (stream, expected, passes) => {
      const { client } = await started();
      await client.appendRecords([
        record('moved', 1),
        record('moved', 2),
        record('gone', 3),
        record('ended', 4),
      ]);
      await client.deleteStream('gone');
      await client.tombstoneStream('ended');
      const { type } = await refusal(client.appendRecords([record('new', 5)], [check(stream, expected)]));
      expect(type).toBe(passes ? 'none' : 'append-consistency-violation');
    });

    it('answers the same records again as the first time, as long as its checks hold', async () => {
      const { client } = await started();
      await client.appendRecords([record('checked', 1)]);
      const append = () =>
        client.appendRecords(
          [record('a', 2), record('b', 3)],
          [check('a', 'no_stream'), check('b', 'no_stream'), check('checked', 0n)],
        );
      const first = await append();
      await client.appendRecords([record('a', 4)]);
      expect(await append()).toEqual(first);
      await client.appendRecords([record('checked', 5)]);
      expect(await refusal(append())).toMatchObject({
        violations: [{ checkIndex: 2, streamName: 'checked', actualState: 1n }],
      });
    });

    it('refuses an append of nothing', async () => {
      const { client } = await started();
      expect(await refusal(client.appendRecords([]))).toMatchObject({ code: 3 });
    });

    it('takes a name that differs only in case for the one before it', async () => {
      const { client } = await started();
      const { responses } = await client.appendRecords([record('Order-1', 1), record('order-1', 2)]);
      expect(responses).toEqual([{ streamName: 'Order-1', revision: 1n }]);
    });
  });

  describe('knows records again', () => {
    it('with an expected revision whenever that was, without one among the last only', async () => {
      const { client } = await started({ idempotencyWindow: 2 });
      const append = (stream: string, streamState: AppendStreamState, number: number) =>
        client.appendToStream(stream, event(number), { streamState });
      const first = await append('a', 'no_stream', 1);
      expect(await append('a', 'any', 1)).toEqual(first);
      await append('b', 'any', 2);
      await append('b', 'any', 3);
      expect(await append('a', 'no_stream', 1)).toEqual(first);
      expect((await append('a', 'any', 1)).nextExpectedRevision).toBe(1n);
      expect(await shown(client, 'a')).toBe('0:1 1:1');
    });

    it('all of a session, or none of it', async () => {
      const { client } = await started({ version: '25.1' });
      const first = await client.multiStreamAppend([of('a', 'no_stream', 1), of('b', 'no_stream', 2)]);
      await client.appendToStream('a', event(3));
      expect(await client.multiStreamAppend([of('a', 'no_stream', 1), of('b', 'no_stream', 2)])).toEqual(
        first,
      );
      const mixed = client.multiStreamAppend([of('a', 'no_stream', 1), of('c', 'no_stream', 4)]);
      expect(await refusal(mixed)).toMatchObject({ type: 'wrong-expected-version', streamName: 'a' });
      const partly = client.appendToStream('a', [event(1), event(5)], { streamState: 'no_stream' });
      expect(await refusal(partly)).toMatchObject({ type: 'wrong-expected-version', actualState: 1n });
    });
  });

  it.each<[AppendStreamState, AppendStreamState, AppendStreamState]>([
    ['empty', 'stream_exists', 'no_stream'],
    ['empty', 0n, 'no_stream'],
    ['full', 'no_stream', 1n],
    ['full', 5n, 1n],
  ] as never)(
    'refuses to write a stream that is %s where %s is expected',
    async (stream, streamState, actualState) => {
      const { client } = await started();
      await client.appendToStream('full', [event(1), event(2)]);
      const refused = {
        type: 'wrong-expected-version',
        streamName: stream,
        expectedState: streamState,
        actualState,
      };
      expect(await refusal(client.appendToStream(stream as string, event(3), { streamState }))).toMatchObject(
        refused,
      );
      const plain = client.appendToStream(stream as string, event(3), { streamState, ...plainly });
      expect(await refusal(plain)).toMatchObject(refused);
      const session = client.multiStreamAppend([of('b', 'any', 4), of(stream as string, streamState, 3)]);
      expect(await refusal(session)).toMatchObject(refused);
      expect(await shown(client, 'b')).toBe('stream-not-found');
    },
  );

  it('shows as metadata the properties of records, with what the server adds to them', async () => {
    const { client } = await started();
    await client.appendToStream('plain', event(1));
    await client.appendRecords([record('detailed', 2)]);
    expect((await inAll(client)).map(({ metadata }) => metadata)).toEqual([
      { cause: 'spec' },
      { cause: 'spec', '$schema.name': 'counted', '$schema.format': 'Json' },
    ]);
  });

  describe('bounds an append', () => {
    const large = (number: number, bytes: number) => ({
      ...event(number),
      data: { text: 'x'.repeat(bytes) },
    });

    it('to a size altogether', async () => {
      const { client } = await started({ maxAppendSize: 1000 });
      const events = [large(1, 600), large(2, 600)];
      const appendTooLarge = { type: 'maximum-append-size-exceeded', maxAppendSize: 1000 };
      expect(await refusal(client.appendToStream('a', events))).toMatchObject(appendTooLarge);
      expect(await refusal(client.appendToStream('a', events, plainly))).toMatchObject(appendTooLarge);
      const tooLarge = { type: 'transaction-max-size-exceeded', maxSize: 1000 };
      const session = client.multiStreamAppend([{ streamName: 'a', expectedState: 'any', events }]);
      expect(await refusal(session)).toMatchObject(tooLarge);
      const records = events.map((record) => ({ streamName: 'a', record }));
      expect(await refusal(client.appendRecords(records))).toMatchObject(tooLarge);
    });

    it('to a size of each record', async () => {
      const { client } = await started({ maxRecordSize: 500 });
      expect(await refusal(client.appendRecords([{ streamName: 'a', record: large(1, 600) }]))).toMatchObject(
        { type: 'append-record-size-exceeded', stream: 'a', maxSize: 500, recordId: event(1).id },
      );
    });

    it.each(['with space', 'übel', 'slash/ed', ''])(
      'to types unlike "%s" where several streams are',
      async (type) => {
        const { client } = await started();
        const append = { streamName: 'a', expectedState: 'any' as const, events: [event(1, type)] };
        expect(await refusal(client.multiStreamAppend([append]))).toMatchObject({ code: 3 });
      },
    );

    it('to one mention of a stream in a session, in any case', async () => {
      const { client } = await started({ version: '25.1' });
      const twice = client.multiStreamAppend([of('Order', 'any', 1), of('order', 'any', 2)]);
      expect(await refusal(twice)).toMatchObject({ code: 3 });
    });
  });
});
