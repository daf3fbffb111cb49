import type { RecordedEvent } from '@tributary/event-store';
import { following } from './following.ts';

const away = () => Object.assign(new Error('The server does not answer.'), { code: 'store-unavailable' });
const at = (position: number) => ({ position }) as RecordedEvent;

/** A log that goes away after some of its events, each time it is followed. */
const log = (...pieces: readonly (readonly number[] | Error)[]) => {
  const left = [...pieces];
  const asked: number[] = [];
  return {
    asked,
    all: {
      async *follow(after: number) {
        asked.push(after);
        for (let piece; (piece = left.shift());) {
          if (piece instanceof Error) throw piece;
          yield piece.map(at);
        }
      },
    },
  };
};
const positionsOf = async (pages: AsyncIterable<readonly RecordedEvent[]>): Promise<number[]> => {
  const positions: number[] = [];
  for await (const events of pages) positions.push(...events.map(({ position }) => position));
  return positions;
};

describe('Whoever follows a log', () => {
  const { signal } = new AbortController();

  it('goes on from where it was after the store had been away, again and again', async () => {
    const { all, asked } = log([1, 2], away(), away(), [3], away(), [4]);
    expect(await positionsOf(following(all, 0, signal))).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([0, 2, 2, 3]);
  });

  it('is told what else goes wrong', async () => {
    const { all } = log([1], new Error('damaged'));
    await expect(positionsOf(following(all, 0, signal))).rejects.toThrow('damaged');
  });

  it('ends where it is told to while the store is away', async () => {
    const stopping = new AbortController();
    const { all } = log([1], away(), [2]);
    const pages = following(all, 0, stopping.signal);
    expect((await pages.next()).value).toHaveLength(1);
    const next = pages.next();
    stopping.abort();
    expect((await next).done).toBe(true);
  });
});
