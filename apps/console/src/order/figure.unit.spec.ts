import type { MoneyStep } from '../api/order.ts';
import { factsOf } from './figure.ts';

const step = (eventId: string, moved: Partial<MoneyStep>): MoneyStep => ({
  eventId,
  type: 'tributary.order.placed.v2',
  at: '2026-03-02T12:00:00.000Z',
  what: eventId,
  due: 0,
  captured: 0,
  refunded: 0,
  goodwill: 0,
  owed: 0,
  ...moved,
});
const steps = [
  step('placed', { due: 1_000, owed: 1_000 }),
  step('captured', { captured: 1_250, owed: -250 }),
  step('refunded', { refunded: 250, owed: 0 }),
];
const idsOf = (facts: readonly MoneyStep[]) => facts.map(({ eventId }) => eventId);

describe('A figure of the money', () => {
  it('is the sum of the facts that moved it', () => {
    expect(idsOf(factsOf('due', steps))).toEqual(['placed']);
    expect(idsOf(factsOf('captured', steps))).toEqual(['captured']);
    expect(idsOf(factsOf('refunded', steps))).toEqual(['refunded']);
  });

  it('follows from all of them, where it is what is owed', () => {
    expect(factsOf('owed', steps)).toBe(steps);
  });
});
