import { ToldEvent } from '../../domain/feed/told-event.ts';
import type { FeedPart } from '../../use-cases/feed/feed.ts';
import { type FeedForm, feedText } from './feed-text.ts';

const told = (id: string, text = '') => ({
  told: new ToldEvent({
    position: 1,
    stream: 'order/order-web.1',
    version: 1,
    id,
    type: 'tributary.order.shipped.v1',
    time: '2026-03-02T12:00:00.000Z',
    recordedTime: '2026-03-02T12:00:00.000Z',
    data: { text },
    metadata: { source: 'tributary/order' },
  }),
  cursor: `after-${id}`,
});

const textOf = async (parts: readonly FeedPart[], form: FeedForm, limit?: number) => {
  let ended = false;
  const given = (async function* () {
    try {
      yield* parts;
      await Promise.resolve();
    } finally {
      ended = true;
    }
  })();
  const pieces: string[] = [];
  for await (const piece of feedText(given, { form, limit, cursor: 'start' })) pieces.push(piece);
  expect(ended).toBe(true);
  return pieces;
};
const lines = (pieces: readonly string[]) =>
  pieces
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { id, cursor } = JSON.parse(line) as { id?: string; cursor: string };
      return [id, cursor];
    });

const two: readonly FeedPart[] = [
  { events: [told('a'), told('b')], cursor: 'after-b-and-more' },
  { events: [told('c')], cursor: 'after-c-and-more' },
];

describe('The text of the feed', () => {
  it('is a line an event, and at its end how far it was looked through', async () => {
    expect(lines(await textOf(two, 'ndjson'))).toEqual([
      ['a', 'after-a'],
      ['b', 'after-b'],
      ['c', 'after-c'],
      [undefined, 'after-c-and-more'],
    ]);
    expect(lines(await textOf([], 'ndjson'))).toEqual([[undefined, 'start']]);
  });

  it('has no more events than are asked for, and goes on right after the last of them', async () => {
    expect(lines(await textOf(two, 'ndjson', 1))).toEqual([
      ['a', 'after-a'],
      [undefined, 'after-a'],
    ]);
    expect(lines(await textOf(two, 'ndjson', 2)).at(-1)).toEqual([undefined, 'after-b']);
    expect(lines(await textOf(two, 'ndjson', 3))).toHaveLength(4);
  });

  it('is an event each with its id as server-sent events, a mark an id alone', async () => {
    const [opening, first] = await textOf(two.slice(1), 'event-stream');
    expect(opening).toBe('retry: 2000\n\n');
    expect(first).toMatch(/^id: after-c\ndata: \{.*"cursor":"after-c"\}\n\n$/);
    expect((await textOf([], 'event-stream')).at(-1)).toBe('id: start\n\n');
  });

  it('comes in pieces, however much there is at once', async () => {
    const events = Array.from({ length: 50 }, (_, index) => told(`e${index}`, 'x'.repeat(5_000)));
    const pieces = await textOf([{ events, cursor: 'end' }], 'ndjson');
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(72_000);
    expect(lines(pieces)).toHaveLength(51);
  });
});
