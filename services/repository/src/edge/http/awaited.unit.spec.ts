import { awaited, preferredWait } from './awaited.ts';

describe('A reader who prefers to wait', () => {
  it.each([
    ['wait=5', 5_000],
    ['respond-async, wait=2', 2_000],
    ['Wait = "3"; foo', 3_000],
    ['wait=86400', 10_000],
    ['wait=soon', 0],
    ['awaits=5', 0],
    ['', 0],
    [undefined, 0],
  ])('says %s', (prefer, wait) => {
    expect(preferredWait(prefer)).toBe(wait);
  });

  it('is answered as soon as it is there', async () => {
    const answers = [undefined, undefined, 'here'];
    expect(await awaited(async () => answers.shift(), 10_000)).toBe('here');
    expect(answers).toEqual([]);
  });

  it('is told when it did not come, and without waiting is told at once', async () => {
    let asked = 0;
    const nothing = async () => void (asked += 1);
    expect(await awaited(nothing, 0)).toBeUndefined();
    expect(asked).toBe(1);
    expect(await awaited(nothing, 30)).toBeUndefined();
    expect(asked).toBeGreaterThan(2);
  });

  it('is not looked for any more once nobody waits', async () => {
    let asked = 0;
    const nothing = async () => void (asked += 1);
    expect(await awaited(nothing, 10_000, () => asked === 2)).toBeUndefined();
    expect(asked).toBe(2);
  });
});
