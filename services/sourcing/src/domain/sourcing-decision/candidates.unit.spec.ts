import type { LocationId, LocationUpdated, OrderId, SourcingRequest } from '@tributary/contracts';
import fc from 'fast-check';
import { type Network, defaultRuleSet } from '../network/network.ts';
import { type Eligible, type Units, eligiblesOf, withUnits } from './candidates.ts';
import { decideSourcing } from './decide-sourcing.ts';

const place = (locationId: string): LocationUpdated => ({
  locationId: locationId as LocationId,
  name: locationId,
  kind: 'store',
  address: { country: 'GB' },
  capabilities: ['ship'],
});
const unitsOf = (units: Readonly<Record<string, number>>) =>
  new Map(Object.entries(units) as [LocationId, number][]);

describe('Locations found by what they have', () => {
  const skus = ['LAMP', 'MUG', 'VASE'];
  const ids = Array.from({ length: 12 }, (_, index) => `store-${index}`);
  const levels = fc.dictionary(
    fc.constantFrom(...skus),
    fc.dictionary(fc.constantFrom(...ids, 'elsewhere'), fc.nat({ max: 2 }), { maxKeys: 5 }),
  );

  it('are all that have any of the SKUs asked for, in the order of all', () => {
    let few = 0;
    fc.assert(
      fc.property(levels, fc.subarray(skus, { minLength: 1 }), (known, asked) => {
        const stock = (id: string) => (sku: string) => known[sku]?.[id] ?? 0;
        const all = ids.map((id): Eligible => ({
          location: place(id),
          distanceKm: undefined,
          stock: stock(id),
        }));
        const found = eligiblesOf(all, (sku) => unitsOf(known[sku] ?? {})).having(...asked);
        const having = all.filter((one) => asked.some((sku) => one.stock(sku) > 0));
        expect(all.filter((one) => found.includes(one))).toEqual(found);
        expect(having.filter((one) => !found.includes(one))).toEqual([]);
        if (found !== all) {
          few += 1;
          expect(found).toEqual(having);
        }
      }),
    );
    expect(few).toBeGreaterThan(20);
  });
});

describe('Levels with other units of a SKU', () => {
  it('say those of it, and of the others what they said', () => {
    const levels = (sku: string) => unitsOf(sku === 'MUG' ? { leeds: 3 } : { york: 1 });
    const other = withUnits(levels, new Map([['MUG', unitsOf({ hull: 2 })]]));
    expect([...other('MUG')]).toEqual([['hull', 2]]);
    expect([...other('LAMP')]).toEqual([['york', 1]]);
  });
});

describe('Deciding on a long order in a large network', () => {
  /** Units that count how often somebody asks for those of a location. */
  class Watched extends Map<LocationId, number> {
    static asked = 0;
    override get(location: LocationId): number | undefined {
      Watched.asked += 1;
      return super.get(location);
    }
  }

  it('looks at the locations that have some of a line, not at each for each line', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `store-${index}` as LocationId);
    const ruleSet = defaultRuleSet('GBP');
    const network: Network = { locations: new Map(ids.map((id) => [id, place(id)])), ruleSet };
    const lines = Array.from({ length: 200 }, (_, index) => ({
      lineId: `${index + 1}`,
      sku: `SKU-${index}`,
      quantity: 1,
      method: 'ship',
    }));
    // Each SKU at five stores, of which the first twenty have most.
    const known = new Map<string, Units>(
      lines.map(({ sku }, line) => [
        sku,
        new Watched([0, 1, 2, 3, 4].map((step) => [ids[(line % 20) + step * 37 * ((line % 7) + 1)]!, 2])),
      ]),
    );
    const decision = decideSourcing(
      {
        orderId: 'web.1' as OrderId,
        decisionId: 'web.1/1',
        attempt: 1,
        cause: 'placed',
        request: { channel: 'web', whenShort: 'backorder', lines } as unknown as SourcingRequest,
        excluded: new Set(),
      },
      network,
      (sku) => known.get(sku)!,
    );
    expect(decision.outcome).toBe('planned');
    expect(Watched.asked).toBeGreaterThan(lines.length);
    expect(Watched.asked).toBeLessThan((lines.length * ids.length) / 10);
  });
});
