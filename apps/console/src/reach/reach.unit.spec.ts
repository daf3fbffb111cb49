import { reachOver } from './reach.ts';

/** A platform that answers as it is told to; each wait lasts until it is let pass. */
const surroundings = (...answers: boolean[]) => {
  const waits: { readonly milliseconds: number; readonly pass: () => void }[] = [];
  let clock = 0;
  const reach = reachOver({
    probe: () => Promise.resolve(answers.shift() ?? true),
    wait: (milliseconds) =>
      new Promise((pass) => {
        waits.push({ milliseconds, pass });
      }),
    now: () => (clock += 1),
  });
  const seen: string[] = [];
  reach.subscribe(() => seen.push(reach.state().is));
  reach.onReturn(() => seen.push('back'));
  return { reach, waits, seen };
};
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The platform', () => {
  it('is not away for one request that found nobody', async () => {
    const { reach, seen } = surroundings(true);
    reach.missed();
    await settled();
    expect([reach.state(), seen]).toEqual([{ is: 'there' }, []]);
  });

  it('is away since it was first missed, and asked ever more seldom until it answers', async () => {
    const { reach, waits, seen } = surroundings(false, false, false, true);
    reach.missed();
    reach.missed();
    await settled();
    expect(reach.state()).toEqual({ is: 'away', since: 1 });
    for (const index of [0, 1, 2]) {
      waits[index]!.pass();
      await settled();
    }
    expect(waits).toHaveLength(3);
    expect(waits[2]!.milliseconds).toBeGreaterThan(waits[0]!.milliseconds);
    expect(seen).toEqual(['away', 'there', 'back']);
  });

  it('is back as soon as somebody who asks is answered, and may be away again', async () => {
    const { reach, waits, seen } = surroundings(false, true, true, false);
    reach.missed();
    await settled();
    expect(await reach.check()).toBe(true);
    expect(reach.state()).toEqual({ is: 'there' });
    waits[0]!.pass();
    await settled();
    reach.missed();
    await settled();
    expect(seen).toEqual(['away', 'there', 'back', 'away']);
  });
});
