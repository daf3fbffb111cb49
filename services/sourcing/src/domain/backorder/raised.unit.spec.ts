import { type InventoryFact, facts } from '@tributary/contracts';
import { raisedBy } from './raised.ts';

const place = { sku: 'MUG', location: 'leeds' };
const fact = (name: string, data: object): InventoryFact => {
  const type = `tributary.inventory.${name}.v1` as keyof typeof facts.inventory;
  return { type, data: facts.inventory[type].parse({ ...place, ...data }) } as InventoryFact;
};
const held = { reservationId: 'web.1/S1/1', orderId: 'web.1', fulfilmentId: 'S1', lineId: '1', quantity: 2 };

describe('What can be sold is raised', () => {
  it.each([
    ['a receipt', fact('received', { delta: 2 })],
    ['a return', fact('returned', { delta: 1, returnId: 'R1' })],
    ['goods from another location', fact('moved-in', { delta: 1, from: 'york' })],
    ['goods that were found', fact('adjusted', { delta: 1, reason: 'found' })],
    ['a count of more', fact('counted', { delta: 1, counted: 4, countedAt: '2026-03-02T12:00:00.000Z' })],
  ])('by %s', (_, raising) => {
    expect(raisedBy(raising)).toEqual({ ...place, restocked: true });
  });

  it('by the end of a promise, though no goods came in', () => {
    expect(raisedBy(fact('released', { ...held, reason: 'cancelled' }))).toEqual({
      ...place,
      restocked: false,
    });
  });

  it.each([
    ['goods that left', fact('sold', { delta: -1, orderId: 'pos.1', lineId: '1' })],
    ['goods handed out to whom they were promised', fact('issued', { ...held, delta: -2 })],
    ['a promise', fact('reserved', held)],
    ['a count of less', fact('counted', { delta: -1, counted: 4, countedAt: '2026-03-02T12:00:00.000Z' })],
  ])('not by %s', (_, other) => {
    expect(raisedBy(other)).toBeUndefined();
  });
});
