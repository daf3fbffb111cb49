import { canBeSoldInWords } from './canBeSold.ts';

const network = [
  { locationId: 'dc', capabilities: ['ship'] },
  { locationId: 'leeds', capabilities: ['ship', 'pickup'] },
  ...['york', 'hull', 'ripon'].map((locationId) => ({ locationId, capabilities: ['pickup'] })),
];
const at = (stock: Readonly<Record<string, number>>) =>
  Object.entries(stock).map(([location, available]) => ({ location, available }));
const words = (stock: Readonly<Record<string, number>>, pickupAt?: string | null) =>
  canBeSoldInWords(
    at(stock),
    pickupAt === undefined ? { method: 'ship' } : { method: 'pickup', pickupAt: pickupAt ?? undefined },
    network,
    (id) => id.toUpperCase(),
  );

describe('What can be had of a good', () => {
  it('is sent from where goods are sent', () => {
    expect(words({ dc: 5, leeds: 2, york: 9 })).toBe('7 can be sent now.');
    expect(words({ york: 9, dc: 0 })).toBe('None can be sent now.');
  });

  it('is collected in the store that is named, or where there are most', () => {
    expect(words({ dc: 5, york: 2 }, 'york')).toBe('2 can be collected at YORK now.');
    expect(words({ dc: 5 }, 'dc')).toBe('None can be collected at DC now.');
    expect(words({ dc: 5 }, null)).toBe('None can be collected in a store now.');
    expect(words({ york: 2, leeds: 3, dc: 5, hull: 1, ripon: 1 }, null)).toBe(
      'Can be collected now: LEEDS (3), YORK (2), HULL (1) and 1 more.',
    );
  });
});
