import { countsBy, fieldOf, instantOf, isNow } from './moment.ts';

const clock = (of: string) => `2026-03-02T${of}:00.000Z`;
const toldLate = { at: clock('10:00'), recordedAt: clock('12:00') };

describe('A moment that is looked at', () => {
  it('stands in its field to the second, and is the end of that second', () => {
    const field = fieldOf('2026-03-02T10:00:07.431Z');
    expect(field).toMatch(/^2026-03-0\dT\d\d:\d\d:07$/);
    expect(instantOf(field)).toBe('2026-03-02T10:00:07.999Z');
  });

  it('is none where nothing, or no instant, is entered', () => {
    expect([fieldOf(undefined), fieldOf('yesterday')]).toEqual(['', '']);
    expect([instantOf(''), instantOf('yesterday')]).toEqual([undefined, undefined]);
    expect([isNow({}), isNow({ knownAt: clock('10:00') })]).toEqual([true, false]);
  });

  it.each([
    [{}, true],
    [{ asOf: clock('10:00') }, true],
    [{ asOf: clock('09:59') }, false],
    [{ knownAt: clock('11:00') }, false],
    [{ knownAt: clock('12:00') }, true],
    [{ asOf: clock('11:00'), knownAt: clock('11:00') }, false],
  ])('%j has what happened at ten and was told at twelve: %s', (moment, counts) => {
    expect(countsBy(toldLate, moment)).toBe(counts);
  });

  it('may be written in another zone', () => {
    expect(countsBy(toldLate, { asOf: '2026-03-02T11:00:00+01:00' })).toBe(true);
  });
});
