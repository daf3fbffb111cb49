import type { RecordedEvent } from '@tributary/event-store';
import { knownLocation } from './known-location.ts';

const told = (hour: number, active?: boolean): RecordedEvent => ({
  id: `event ${hour}`,
  type: 'tributary.location.defined.v1',
  time: `2026-03-02T${hour}:00:00.000Z`,
  data: { locationId: 'leeds', ...(active !== undefined && { active }) },
  metadata: { source: 'tributary/sourcing' },
  position: hour,
  stream: 'location-network',
  version: hour,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

const known = (...events: RecordedEvent[]) =>
  events.reduce<ReturnType<typeof knownLocation.evolve>>(knownLocation.evolve, undefined);

describe('A location that inventory knows of', () => {
  it('is active until it is said not to be, and again when it is said to be', () => {
    expect(knownLocation.idOf(told(10))).toBe('leeds');
    const opened = { location: 'leeds', active: true, since: '2026-03-02T10:00:00.000Z' };
    expect(known(told(10))).toStrictEqual(opened);
    expect(known(told(10), told(11, false))).toMatchObject({ active: false });
    expect(known(told(10), told(11, false), told(12, true))).toMatchObject({ active: true });
  });

  it('is not changed by what was so before, told late', () => {
    expect(known(told(11, false), told(10))).toMatchObject({ active: false });
  });

  it('is not made by any other fact', () => {
    expect(knownLocation.idOf({ ...told(10), type: 'tributary.sourcing.decided.v1' })).toBeUndefined();
  });
});
