import {
  type AppendRecordInput,
  type AppendStreamState,
  KurrentDBClient,
  jsonEvent,
} from '@kurrent/kurrentdb-client';
import { type KurrentDouble, type KurrentDoubleOptions, startKurrentDouble } from './index.ts';

type Event = ReturnType<typeof jsonEvent>;

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** An event whose id and data are a number. */
const event = (number: number, type = 'counted'): Event =>
  jsonEvent({ id: uuid(number), type, data: { number }, metadata: { cause: 'spec' } });
const record = (streamName: string, number: number): AppendRecordInput => ({
  streamName,
  record: event(number) as AppendRecordInput['record'],
});
const check = (streamName: string, expectedState: AppendStreamState) => ({
  type: 'stream_state' as const,
  streamName,
  expectedState,
});

describe('The double of KurrentDB', () => {
  const doubles: KurrentDouble[] = [];
  const clients: KurrentDBClient[] = [];

  const started = async (options: KurrentDoubleOptions = {}) => {
    const double = await startKurrentDouble(options);
    doubles.push(double);
    const client = KurrentDBClient.connectionString`${double.url}`;
    clients.push(client);
    return { double, client };
  };
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    for (const double of doubles.splice(0)) double.stop();
  });

  /** What a stream shows: revision and number of each event. */
  const shown = async (client: KurrentDBClient, stream: string) => {
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
  const inAll = async (client: KurrentDBClient, options: Parameters<KurrentDBClient['readAll']>[0] = {}) => {
    const found = [];
    for await (const { event } of client.readAll(options)) found.push(event!);
    return found;
  };
  const refusal = async (attempt: Promise<unknown>) => {
    const error = await attempt.then(
      () => ({ type: 'not refused' }),
      (error: unknown) => error,
    );
    return error as Error & { readonly type: string; readonly [detail: string]: unknown };
  };

  it.each([
    ['24.10', 'unsupported', 'unsupported'],
    ['25.1', 'made', 'unsupported'],
    ['26.1', 'made', 'made'],
  ] as const)('of version %s: several streams %s, checked records %s', async (version, several, checked) => {
    const { client } = await started({ version });
    const told = async (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'made',
        (error: { type: string }) => error.type,
      );
    const appends = [{ streamName: 'a', expectedState: 'no_stream' as const, events: [event(1) as never] }];
    expect(await told(client.multiStreamAppend(appends))).toBe(several);
    expect(await told(client.appendRecords([record('b', 2)]))).toBe(checked);
  });

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
      expect(refused.type).toBe('append-consistency-violation');
      expect(refused['violations']).toEqual([
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
      expect(type).toBe(passes ? 'not refused' : 'append-consistency-violation');
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
});
