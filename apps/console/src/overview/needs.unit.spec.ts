import { consumerNeeds, quarantineNeed, queueNeeds } from './needs.ts';

const consumer = { group: 'orders', position: 1, lag: 0, parked: 0, following: true };

describe('What needs doing', () => {
  it('names every queue, those without an order quietly', () => {
    const needs = queueNeeds([
      { queue: 'held', orders: 2, oldest: '2026-11-23T09:00:00Z' },
      { queue: 'late', orders: 99, isMore: true, oldest: '2026-11-23T08:00:00Z' },
      { queue: 'short', orders: 0 },
    ]);
    expect(needs.slice(0, 4)).toEqual([
      { to: '/queues/held', name: 'Held', count: '2', isOpen: true, oldest: '2026-11-23T09:00:00Z' },
      { to: '/queues/late', name: 'Late', count: '99+', isOpen: true, oldest: '2026-11-23T08:00:00Z' },
      { to: '/queues/short', name: 'Short', count: '0', isOpen: false },
      { to: '/queues/unpaid', name: 'Unpaid', count: undefined, isOpen: false },
    ]);
  });

  it('says that there are more in quarantine than are counted', () => {
    expect(quarantineNeed(200)).toMatchObject({ count: '200+', isOpen: true });
    expect(quarantineNeed(3)).toMatchObject({ count: '3', isOpen: true });
    expect(quarantineNeed(0)).toMatchObject({ count: '0', isOpen: false });
    expect(quarantineNeed(undefined)).toMatchObject({ count: undefined, isOpen: false });
  });

  it('adds up dead letters, and lets a busy moment pass', () => {
    expect(
      consumerNeeds([
        { ...consumer, parked: 2 },
        { ...consumer, group: 'stock', parked: 1, lag: 12 },
      ]),
    ).toMatchObject([
      { name: 'Dead letters', count: '3', isOpen: true },
      { name: 'Events behind', count: '12', isOpen: false, note: 'stock' },
    ]);
    expect(consumerNeeds([{ ...consumer, lag: 1_001 }])[1]).toMatchObject({ isOpen: true, note: 'orders' });
    expect(consumerNeeds(undefined)).toMatchObject([{ count: undefined }, { count: undefined }]);
  });
});
