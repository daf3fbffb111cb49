import type { Location } from '../api/locations.ts';
import { addressLine, countWords, matching, placeOf, whatItDoes } from './locationWords.ts';

const leeds: Location = {
  locationId: 'leeds',
  name: 'Leeds, Briggate',
  kind: 'store',
  address: {
    street: '40 Briggate',
    city: 'Leeds',
    postalCode: 'LS1 6HD',
    country: 'GB',
    coordinates: { latitude: 53.797, longitude: -1.542 },
  },
  zone: 'Europe/London',
  capabilities: ['ship', 'pickup'],
};
const dc: Location = {
  locationId: 'dc-1',
  name: 'Central',
  kind: 'warehouse',
  address: {},
  capabilities: ['ship'],
  active: false,
};

describe('A location in words', () => {
  it.each([
    [['ship', 'pickup'], 'Store that sends goods and hands them over'],
    [['ship'], 'Store that sends goods'],
    [['pickup'], 'Store that hands goods over'],
    [[], 'Store that neither sends goods nor hands them over'],
  ] as const)('that can %j is one of what it does', (capabilities, words) => {
    expect(whatItDoes({ ...leeds, capabilities: [...capabilities] })).toBe(words);
  });

  it('has its address, coordinates and zone, as far as they are known', () => {
    expect([addressLine(leeds.address), placeOf(leeds)]).toEqual([
      '40 Briggate, LS1 6HD Leeds, GB',
      '53.797, -1.542 · Europe/London',
    ]);
    expect([addressLine(dc.address), placeOf(dc)]).toEqual(['', '']);
  });

  it('is found by a part of its name or its id, in capitals or not', () => {
    const found = (typed: string) => matching([leeds, dc], typed).map(({ locationId }) => locationId);
    expect(found(' BRIGG')).toEqual(['leeds']);
    expect(found('DC-')).toEqual(['dc-1']);
    expect(found('')).toEqual(['leeds', 'dc-1']);
    expect(found('york')).toEqual([]);
  });

  it('is counted as open unless it is said to be closed', () => {
    expect(countWords([leeds, dc, { ...dc, active: true }])).toBe('2 open, 1 closed');
  });
});
