import fc from 'fast-check';
import { type Tender, routeOf } from './refund-route.ts';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const tender = (paymentId: string, hour: number, captured: number, named = 0): Tender => ({
  paymentId,
  captured,
  named,
  capturedAt: at(hour),
});
const route = (unnamed: number, ...tenders: readonly Tender[]) =>
  Object.fromEntries(routeOf(tenders, unnamed));

describe('A refund that names no payment', () => {
  it('is given back by the payments that took money first', () => {
    expect(route(60, tender('B', 9, 100), tender('A', 10, 50))).toEqual({ B: 60, A: 0 });
    expect(route(120, tender('A', 10, 50), tender('B', 9, 100))).toEqual({ B: 100, A: 20 });
    expect(route(60, tender('B', 9, 50), tender('A', 9, 50))).toEqual({ A: 50, B: 10 });
  });

  it('leaves to a payment what is given back by its name', () => {
    expect(route(60, tender('A', 9, 100, 70), tender('B', 10, 50))).toEqual({ A: 100, B: 30 });
  });

  it('is not moved by what is taken later', () => {
    expect(route(60, tender('A', 9, 100), tender('B', 10, 50))).toEqual({ A: 60, B: 0 });
  });

  it('balances: no payment gives back more than it took or less than by name, and together they give back all that they can', () => {
    const some = fc.uniqueArray(
      fc.record({
        paymentId: fc.constantFrom('A', 'B', 'C', 'D'),
        captured: fc.nat(900),
        share: fc.integer({ min: 0, max: 4 }),
        hour: fc.integer({ min: 8, max: 10 }),
      }),
      { selector: ({ paymentId }) => paymentId },
    );
    fc.assert(
      fc.property(some, fc.nat(2_000), fc.gen(), (all, unnamed, g) => {
        const tenders = all.map(({ paymentId, captured, share, hour }) =>
          tender(paymentId, hour, captured, Math.floor((captured * share) / 4)),
        );
        const given = routeOf(tenders, unnamed);
        for (const { paymentId, captured, named } of tenders) {
          expect(given.get(paymentId)).toBeGreaterThanOrEqual(named);
          expect(given.get(paymentId)).toBeLessThanOrEqual(captured);
        }
        const sum = (of: (one: Tender) => number) => tenders.reduce((total, one) => total + of(one), 0);
        const inAll = sum(({ paymentId }) => given.get(paymentId)!);
        expect(inAll).toBe(
          Math.min(
            sum((one) => one.captured),
            sum((one) => one.named) + unnamed,
          ),
        );
        const { length } = tenders;
        const shuffled = g(fc.shuffledSubarray, tenders, { minLength: length, maxLength: length });
        expect(Object.fromEntries(routeOf(shuffled, unnamed))).toEqual(Object.fromEntries(given));
      }),
      { numRuns: 1_000 },
    );
  });
});
