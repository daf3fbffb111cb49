import type { LocationId, LocationUpdated, OrderId, RuleSet, SourcingRequest } from '@tributary/contracts';
import { type Network, defaultRuleSet } from '../network/network.ts';
import type { StockLevels } from './candidates.ts';
import { decideSourcing } from './decide-sourcing.ts';

const london = { latitude: 51.5074, longitude: -0.1278 };

const place = (locationId: string, more: Partial<LocationUpdated> = {}): LocationUpdated => ({
  locationId: locationId as LocationId,
  name: locationId,
  kind: 'warehouse',
  address: { country: 'GB', coordinates: london },
  capabilities: ['ship', 'pickup'],
  ...more,
});
const networkOf = (
  locations: LocationUpdated[],
  constraints: Partial<RuleSet['constraints']> = {},
): Network => {
  const ruleSet = defaultRuleSet('GBP');
  return {
    locations: new Map(locations.map((one) => [one.locationId, one])),
    ruleSet: { ...ruleSet, constraints: { ...ruleSet.constraints, ...constraints } },
  };
};
const line = (lineId: string, sku: string, quantity: number, pickupAt?: string) =>
  ({
    lineId,
    sku,
    quantity,
    method: pickupAt ? 'pickup' : 'ship',
    ...(pickupAt && { pickupAt }),
  }) as SourcingRequest['lines'][number];

type Levels = Record<string, number>;
/** Levels by `SKU@location`. */
const levelsOf =
  (stock: Levels): StockLevels =>
  (sku) =>
    new Map(
      Object.entries(stock).flatMap(([key, units]) => {
        const [of, location] = key.split('@');
        return of === sku ? [[location as LocationId, units]] : [];
      }),
    );
const decide = (
  lines: SourcingRequest['lines'],
  network: Network,
  stock: Levels,
  {
    whenShort = 'backorder',
    excluded = [],
    shipTo = { country: 'GB', coordinates: london },
  }: {
    whenShort?: 'backorder' | 'reject';
    excluded?: string[];
    shipTo?: SourcingRequest['shipTo'];
  } = {},
) =>
  decideSourcing(
    {
      orderId: 'web.1' as OrderId,
      decisionId: 'web.1/1',
      attempt: 1,
      cause: 'placed',
      request: {
        channel: 'web',
        whenShort,
        shipTo,
        lines,
      } as SourcingRequest,
      excluded: new Set(excluded as LocationId[]),
    },
    network,
    levelsOf(stock),
  );
const fulfilment = (fulfilmentId: string, ...lines: [lineId: string, sku: string, quantity: number][]) => ({
  fulfilmentId,
  location: fulfilmentId.slice(3),
  method: fulfilmentId.startsWith('P') ? 'pickup' : 'ship',
  lines: lines.map(([lineId, sku, quantity]) => ({ lineId, sku, quantity })),
});
const unsourced = (lineId: string, sku: string, quantity: number) => ({
  lineId,
  sku,
  quantity,
  reason: 'not enough stock in the network',
});

describe('A sourcing decision', () => {
  it('serves the whole order from the cheapest location that has it, and says what it costs and why others lost', () => {
    const network = networkOf([
      place('hub'),
      place('leeds', { kind: 'store' }),
      place('york', { capabilities: ['pickup'] }),
    ]);
    expect(
      decide([line('1', 'LAMP', 2)], network, { 'LAMP@hub': 5, 'LAMP@leeds': 2, 'LAMP@york': 9 }),
    ).toStrictEqual({
      orderId: 'web.1',
      decisionId: 'web.1/1',
      attempt: 1,
      cause: 'placed',
      request: {
        channel: 'web',
        whenShort: 'backorder',
        shipTo: { country: 'GB', coordinates: london },
        lines: [line('1', 'LAMP', 2)],
      },
      ruleSet: { ruleSetId: 'default', version: 1 },
      outcome: 'planned',
      fulfilments: [fulfilment('S1-hub', ['1', 'LAMP', 2])],
      unsourced: [],
      cost: { currency: 'GBP', total: 570, packages: 450, units: 120, distance: 0 },
      candidates: [
        { location: 'hub', distanceKm: 0, stock: { 1: 5 }, verdict: 'chosen' },
        {
          location: 'leeds',
          distanceKm: 0,
          stock: { 1: 2 },
          verdict: 'costlier',
          planCost: 690,
          reason: 'would cost 6.90 GBP alone',
        },
        { location: 'york', distanceKm: 0, stock: { 1: 9 }, verdict: 'excluded', reason: 'cannot ship' },
      ],
      excluded: [],
    });
  });

  it('tells one that would cost the same from one that would cost more, and from one that lacks goods', () => {
    const { candidates } = decide(
      [line('1', 'MUG', 2)],
      networkOf([place('a'), place('b'), place('c', { kind: 'store' }), place('d')]),
      { 'MUG@a': 2, 'MUG@b': 2, 'MUG@c': 2, 'MUG@d': 1 },
    );
    expect(candidates.map(({ location, verdict, reason }) => [location, verdict, reason])).toEqual([
      ['a', 'chosen', undefined],
      ['b', 'tied', 'would cost the same alone, 5.70 GBP'],
      ['c', 'costlier', 'would cost 6.90 GBP alone'],
      ['d', 'incomplete', 'has not all of MUG'],
    ]);
  });

  it('measures from the middle of a postal area where an address tells no coordinates, and records it', () => {
    const areas = { areas: new Map([['N1', { ...london, definedAt: '' }]]) };
    const network = {
      ...networkOf([place('hub'), place('depot', { address: { country: 'GB', postalCode: 'N1 9GU' } })]),
      postalAreas: new Map([['GB', areas]]),
    };
    const shipTo = { country: 'GB', postalCode: 'n1 1aa' };
    const stock = { 'MUG@hub': 1, 'MUG@depot': 1 };
    const decision = decide([line('1', 'MUG', 1)], network, stock, { shipTo });
    expect(decision.request.shipTo).toEqual({ ...shipTo, coordinates: london, locatedBy: 'postal-code' });
    expect(decision.candidates.map(({ location, distanceKm }) => [location, distanceKm])).toEqual([
      ['depot', 0],
      ['hub', 0],
    ]);
  });

  it('says why a location may not serve', () => {
    const network = networkOf(
      [
        place('closed', { active: false }),
        place('empty'),
        place('failed'),
        place('far', { address: { country: 'FR', coordinates: { latitude: 48.8566, longitude: 2.3522 } } }),
        place('hub'),
        place('shut'),
      ],
      { excludedLocations: ['shut' as LocationId], maxDistanceKm: 300 },
    );
    const everywhere = Object.fromEntries(
      ['closed', 'failed', 'far', 'hub', 'shut'].map((id) => [`LAMP@${id}`, 1]),
    );
    const { candidates } = decide([line('1', 'LAMP', 1)], network, everywhere, { excluded: ['failed'] });
    expect(candidates.map(({ location, reason }) => [location, reason])).toEqual([
      ['hub', undefined],
      ['closed', 'not active'],
      ['empty', 'no stock of what is asked for'],
      ['failed', 'could not serve this order before'],
      ['far', '344 km away, at most 300 allowed'],
      ['shut', 'excluded by the rule set'],
    ]);
  });

  it('names those that came closest and counts the others by reason', () => {
    const network = networkOf(
      [
        place('hub'),
        ...Array.from({ length: 9 }, (_, n) => place(`whole-${n}`, { kind: 'store' })),
        place('half'),
        ...Array.from({ length: 7 }, (_, n) => place(`closed-${n}`, { active: false })),
        place('empty'),
      ],
      {},
    );
    const stock = Object.fromEntries(
      [...network.locations.keys()].map((id) => [`LAMP@${id}`, id === 'half' ? 1 : id === 'empty' ? 0 : 2]),
    );
    const { candidates, others } = decide([line('1', 'LAMP', 2)], network, stock);
    expect(candidates.map(({ location, verdict }) => [location, verdict])).toEqual([
      ['hub', 'chosen'],
      ...[0, 1, 2, 3, 4].map((n) => [`whole-${n}`, 'costlier']),
      ...[0, 1, 2, 3, 4].map((n) => [`closed-${n}`, 'excluded']),
    ]);
    expect(others).toEqual([
      { verdict: 'costlier', reason: 'would cost more', locations: 4 },
      { verdict: 'incomplete', reason: 'has not all of what is asked for', locations: 1 },
      { verdict: 'excluded', reason: 'not active', locations: 2 },
      { verdict: 'excluded', reason: 'no stock of what is asked for', locations: 1 },
    ]);
  });

  it('of a long order says briefly what a location has and what it lacks', () => {
    const lines = Array.from({ length: 60 }, (_, n) => line(`${n}`, `SKU-${n}`, 1));
    const stock = Object.fromEntries(lines.map(({ sku }, n) => [`${sku}@${n < 2 ? 'leeds' : 'hub'}`, 1]));
    const { candidates, fulfilments } = decide(
      lines,
      networkOf([place('hub'), place('leeds'), place('york')]),
      {
        ...stock,
        'SKU-5@york': 1,
      },
    );
    expect(fulfilments).toHaveLength(2);
    expect(candidates.find(({ location }) => location === 'leeds')?.stock).toEqual({ 0: 1, 1: 1 });
    expect(candidates.find(({ location }) => location === 'york')).toEqual({
      location: 'york',
      distanceKm: 0,
      verdict: 'incomplete',
      stock: { 5: 1 },
      reason: 'has not all of SKU-0, SKU-1, SKU-2, SKU-3, SKU-4 and 54 more',
    });
  });

  it('keeps back what the rule set keeps for the shop', () => {
    const network = networkOf([place('leeds', { kind: 'store' })], {
      keepBack: { store: 2, warehouse: 0, 'drop-shipper': 0 },
    });
    const { fulfilments, unsourced: left } = decide([line('1', 'LAMP', 2)], network, { 'LAMP@leeds': 3 });
    expect(fulfilments).toEqual([fulfilment('S1-leeds', ['1', 'LAMP', 1])]);
    expect(left).toEqual([unsourced('1', 'LAMP', 1)]);
  });

  it('splits a line over locations when none has all of it, and leaves what nobody has', () => {
    const {
      outcome,
      fulfilments,
      unsourced: left,
    } = decide([line('1', 'LAMP', 9)], networkOf([place('hub'), place('leeds')]), {
      'LAMP@hub': 3,
      'LAMP@leeds': 4,
    });
    expect(outcome).toBe('partly-planned');
    expect(fulfilments).toEqual([
      fulfilment('S1-leeds', ['1', 'LAMP', 4]),
      fulfilment('S1-hub', ['1', 'LAMP', 3]),
    ]);
    expect(left).toEqual([unsourced('1', 'LAMP', 2)]);
  });

  it('plans nothing at all when the channel rejects short orders, and says which lines are short', () => {
    const decision = decide(
      [line('1', 'LAMP', 1), line('2', 'VASE', 1)],
      networkOf([place('hub')]),
      { 'LAMP@hub': 1 },
      { whenShort: 'reject' },
    );
    expect(decision).toMatchObject({ outcome: 'unsourceable', fulfilments: [], cost: { total: 0 } });
    expect(decision.unsourced).toEqual([
      { ...unsourced('1', 'LAMP', 1), reason: 'refused with the rest of the order, which is short' },
      unsourced('2', 'VASE', 1),
    ]);
  });

  it('does not plan a unit twice for two lines of one SKU', () => {
    const lines = [line('1', 'LAMP', 3), line('2', 'LAMP', 3), line('3', 'VASE', 1)];
    const { fulfilments, unsourced: left } = decide(lines, networkOf([place('hub')]), {
      'LAMP@hub': 5,
      'VASE@hub': 1,
    });
    expect(fulfilments).toEqual([fulfilment('S1-hub', ['1', 'LAMP', 3], ['3', 'VASE', 1], ['2', 'LAMP', 2])]);
    expect(left).toEqual([unsourced('2', 'LAMP', 1)]);
  });

  it('stays within the most fulfilments allowed, though more would be cheaper', () => {
    const far = { country: 'FR', coordinates: { latitude: 48.8566, longitude: 2.3522 } };
    const locations = [place('a'), place('b'), place('distant', { address: far, kind: 'store' })];
    const stock = { 'LAMP@a': 30, 'VASE@b': 30, 'LAMP@distant': 30, 'VASE@distant': 30 };
    const lines = [line('1', 'LAMP', 30), line('2', 'VASE', 30)];
    const at = (maxFulfilments: number) =>
      decide(lines, networkOf(locations, { maxFulfilments }), stock).fulfilments.map((one) => one.location);
    expect(at(2)).toEqual(['a', 'b']);
    expect(at(1)).toEqual(['distant']);
  });

  it('serves everything all the same when no plan keeps to the most fulfilments allowed', () => {
    const lines = [line('1', 'LAMP', 1), line('2', 'VASE', 1)];
    const decision = decide(lines, networkOf([place('a'), place('b')], { maxFulfilments: 1 }), {
      'LAMP@a': 1,
      'VASE@b': 1,
    });
    expect(decision.outcome).toBe('planned');
    expect(decision.fulfilments).toHaveLength(2);
  });
});

describe('A pickup', () => {
  const network = networkOf([
    place('hub'),
    place('leeds', { kind: 'store' }),
    place('york', { capabilities: ['ship'] }),
  ]);

  it('is served where the customer collects, and nowhere else', () => {
    const decision = decide([line('1', 'LAMP', 2, 'leeds')], network, { 'LAMP@hub': 9, 'LAMP@leeds': 1 });
    expect(decision.fulfilments).toEqual([fulfilment('P1-leeds', ['1', 'LAMP', 1])]);
    expect(decision.unsourced).toEqual([unsourced('1', 'LAMP', 1)]);
  });

  it('waits when the place is unknown or hands nothing over', () => {
    const nowhere = decide([line('1', 'LAMP', 1, 'york'), line('2', 'LAMP', 1, 'atlantis')], network, {
      'LAMP@york': 9,
      'LAMP@atlantis': 9,
    });
    expect(nowhere.outcome).toBe('unsourceable');
  });

  it('comes first: what is shipped from there draws on what it leaves', () => {
    const lines = [line('1', 'LAMP', 2), line('2', 'LAMP', 2, 'leeds')];
    const decision = decide(lines, networkOf([place('leeds')]), { 'LAMP@leeds': 3 });
    expect(decision.fulfilments).toEqual([
      fulfilment('S1-leeds', ['1', 'LAMP', 1]),
      fulfilment('P1-leeds', ['2', 'LAMP', 2]),
    ]);
    expect(decision.unsourced).toEqual([unsourced('1', 'LAMP', 1)]);
  });
});
