import { evolveAreas, middleOf, noAreas, placeOf } from './postal-areas.ts';

const defined = (
  country: string,
  codes: Readonly<Record<string, number>>,
  time = '2026-01-01T00:00:00.000Z',
) => ({
  type: 'tributary.postal-areas.defined.v1' as const,
  data: {
    country,
    areas: Object.entries(codes).map(([postalCode, latitude]) => ({ postalCode, latitude, longitude: 0 })),
  },
  time,
});
const areasWith = (...codes: readonly string[]) =>
  evolveAreas(noAreas, defined('XX', Object.fromEntries(codes.map((code, index) => [code, index + 1]))));

describe('A postal code', () => {
  it.each([
    // Of LS1, although the text begins as LS14 does.
    ['GB', ['LS14', 'LS1'], 'LS1 4AP', 2],
    ['GB', ['LS14', 'LS1'], 'ls14 1ab', 1],
    ['GB', ['EC1A', 'EC1'], 'EC1A 1BB', 1],
    ['GB', ['LS14', 'LS1'], 'LS1', 2],
    ['CA', ['K1A'], 'k1a-0b1', 1],
    ['IE', ['D02'], 'D02 X285', 1],
    ['US', ['94103'], '94103-1234', 1],
    ['BR', ['01000-000'], '01000000', 1],
    ['NL', ['1012'], '1012 AB', 1],
    ['DE', ['10115'], '10115', 1],
  ])('of %s lies in its area: of %j, %s', (country, known, code, latitude) => {
    expect(middleOf(areasWith(...known), country, code)).toEqual({ latitude, longitude: 0 });
  });

  it.each([
    ['DE', ['10115'], '10117'],
    ['GB', ['LS14'], 'LS1 4AP'],
    ['GB', ['LS1'], ''],
    ['GB', ['LS1'], '?'],
  ])('of %s lies nowhere that is known: of %j, %s', (country, known, code) => {
    expect(middleOf(areasWith(...known), country, code)).toBeUndefined();
  });

  it('lies where it was last said to lie, however late it is told', () => {
    const now = evolveAreas(areasWith('LS1'), defined('GB', { LS1: 50 }, '2026-02-01T00:00:00.000Z'));
    const late = evolveAreas(now, defined('GB', { LS1: 40, LS2: 41 }, '2026-01-02T00:00:00.000Z'));
    expect([middleOf(late, 'GB', 'LS1')?.latitude, middleOf(late, 'GB', 'LS2')?.latitude]).toEqual([50, 41]);
  });

  it('says where an address lies only where the address itself does not', () => {
    const byCountry = new Map([['GB', areasWith('LS1')]]);
    const address = { country: 'GB', postalCode: 'LS1 4AP' };
    const coordinates = { latitude: 7, longitude: 8 };
    expect(placeOf({ ...address, coordinates }, byCountry)).toEqual(coordinates);
    expect(placeOf(address, byCountry)).toEqual({ latitude: 1, longitude: 0 });
    expect(placeOf({ ...address, country: 'DE' }, byCountry)).toBeUndefined();
    expect(placeOf({ country: 'GB' }, byCountry)).toBeUndefined();
    expect(placeOf(undefined, byCountry)).toBeUndefined();
  });
});
