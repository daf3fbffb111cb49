import { Refused, Unreachable } from '../api/problem.ts';
import { persist } from './persistence.ts';

/** Attempts that end one after the other as told: a number is how far one came before it broke. */
const attempts = (...ends: (number | 'done' | Error)[]) => {
  let reached = 0;
  let made = 0;
  const find = () => ({ url: `http://127.0.0.1:${made}`, key: 'k' });
  const urls: string[] = [];
  const run = async ({ url }: { url: string }) => {
    urls.push(url);
    const end = ends[made];
    made += 1;
    if (end === 'done') return 'done';
    if (end instanceof Error) throw end;
    reached = Math.max(reached, end ?? 0);
    throw new Unreachable('The connection broke.');
  };
  return { find, run, reached: () => reached, onLost: () => undefined, urls };
};

const back = async () => true;

describe('An import whose platform goes away', () => {
  it('goes on from the start at wherever the platform is then', async () => {
    const story = attempts(100, 200, 'done');
    expect(await persist({ ...story, untilBack: back })).toBe('done');
    expect(story.urls).toEqual(['http://127.0.0.1:0', 'http://127.0.0.1:1', 'http://127.0.0.1:2']);
  });

  it('gives up when it stays away, and says that the same command resumes', async () => {
    await expect(persist({ ...attempts(100), untilBack: async () => false })).rejects.toThrow(
      /same command.*resumes/,
    );
  });

  it('gives up when attempts come no further', async () => {
    const story = attempts(100, 100, 100, 100, 'done');
    await expect(persist({ ...story, untilBack: back })).rejects.toThrow(/same command/);
    expect(story.urls).toHaveLength(4);
  });

  it('does not try again what was refused for good', async () => {
    const refused = new Refused({
      status: 422,
      code: 'unreadable-file',
      detail: 'No CSV.',
      retryable: false,
    });
    const story = attempts(refused, 'done');
    await expect(persist({ ...story, untilBack: back })).rejects.toBe(refused);
  });

  it('tries again what the platform asks to try again', async () => {
    const busy = new Refused({ status: 503, code: 'store-unavailable', detail: 'Later.', retryable: true });
    expect(await persist({ ...attempts(busy, 'done'), untilBack: back })).toBe('done');
  });
});
