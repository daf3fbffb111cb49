import type { OrderId } from '@tributary/contracts';
import fc from 'fast-check';
import { OpenReservations, type Reservation } from './open-reservations.ts';

const reservation = (number: number, quantity: number): Reservation => ({
  reservationId: `web.${number}/S1-leeds/1`,
  orderId: `web.${number}` as OrderId,
  fulfilmentId: 'S1-leeds',
  lineId: '1',
  quantity,
});

interface Step {
  readonly number: number;
  /** 0 ends it. */
  readonly quantity: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  number: fc.nat({ max: 600 }),
  quantity: fc.integer({ min: 0, max: 3 }),
});
const steps = fc.array(step, { maxLength: 1_500, size: 'max' });

const taken = (open: OpenReservations, { number, quantity }: Step): OpenReservations =>
  quantity === 0 ? open.without(`web.${number}/S1-leeds/1`) : open.with(reservation(number, quantity));

/** As a map tells it, which keeps the order in which names came. */
const expected = (all: readonly Step[]): ReadonlyMap<string, Reservation> => {
  const open = new Map<string, Reservation>();
  for (const { number, quantity } of all) {
    const { reservationId } = reservation(number, quantity);
    if (quantity === 0) open.delete(reservationId);
    else open.set(reservationId, reservation(number, quantity));
  }
  return open;
};

const told = (open: OpenReservations) => [open.size, open.units(), open.values()];

describe('Open reservations', () => {
  it('are found by name and told in the order they were made, whatever was made and ended', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const open = all.reduce(taken, OpenReservations.none);
        const map = expected(all);
        const values = [...map.values()];
        expect(told(open)).toEqual([
          map.size,
          values.reduce((sum, { quantity }) => sum + quantity, 0),
          values,
        ]);
        for (const { number } of all) {
          const { reservationId } = reservation(number, 1);
          expect(open.get(reservationId)).toEqual(map.get(reservationId));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stay as they are when one more is made or one ends', () => {
    fc.assert(
      fc.property(steps, step, (all, next) => {
        const open = all.reduce(taken, OpenReservations.none);
        const before = told(open);
        taken(open, next);
        expect(told(open)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('are the same when they are read back in their order', () => {
    const open = OpenReservations.of([3, 1, 2].map((number) => reservation(number, number))).without(
      reservation(1, 1).reservationId,
    );
    expect(OpenReservations.of(open.values()).values()).toEqual([reservation(3, 3), reservation(2, 2)]);
  });
});
