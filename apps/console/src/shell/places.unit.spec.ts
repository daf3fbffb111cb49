import { belowAndMore, placesFor } from './places.ts';

const roomsOf = (role: Parameters<typeof placesFor>[0]) => placesFor(role).map(({ to }) => to);

describe('The navigation', () => {
  it('leads an administrator to every room', () => {
    expect(roomsOf('admin')).toEqual([
      '/overview',
      '/orders',
      '/new-order',
      '/stock',
      '/queues',
      '/returns-desk',
      '/quarantine',
      '/waiting',
      '/returns',
      '/reconciliation',
      '/settings',
      '/admin',
    ]);
  });

  it.each(['csr', 'supervisor', 'associate', 'analyst'] as const)(
    'leads %s to no room of those who repair and set',
    (role) => {
      const rooms = roomsOf(role);
      expect(rooms).toContain('/queues');
      for (const room of ['/quarantine', '/reconciliation', '/settings']) expect(rooms).not.toContain(room);
    },
  );

  it('leads to no other room than all may use until it is known who asks', () => {
    expect(roomsOf(undefined)).toEqual(['/overview', '/orders', '/stock', '/queues', '/returns-desk']);
  });

  it('has no more rooms below on a phone than fit, and leaves none out', () => {
    const { below, more } = belowAndMore(placesFor('admin'));
    expect([below.length, more.length]).toEqual([4, 8]);
    expect([...below, ...more]).toEqual(placesFor('admin'));
    expect(belowAndMore(placesFor('associate'))).toEqual({ below: placesFor('associate'), more: [] });
  });
});
