import { channelsOf, lastFullMinute, slowest } from './counting.ts';

const minutes = [
  { minute: '2026-11-23T09:00:00Z', channels: { web: 2, pos: 9 } },
  { minute: '2026-11-23T09:01:00Z', channels: { web: 4 } },
  { minute: '2026-11-23T09:02:00Z', channels: { app: 1 } },
];

describe('Orders a minute', () => {
  it('names the busiest channel first', () => {
    expect(channelsOf(minutes)).toEqual(['pos', 'web', 'app']);
  });

  it('does not take the running minute for a drop', () => {
    expect(lastFullMinute(minutes, Date.parse('2026-11-23T09:02:30Z'))).toBe(4);
  });

  it('is zero when nothing is known', () => {
    expect(lastFullMinute([], 0)).toBe(0);
  });
});

describe('The consumers', () => {
  it('are judged by the one furthest behind', () => {
    const consumer = { position: 1, parked: 0, following: true };
    expect(
      slowest([
        { ...consumer, group: 'a', lag: 2 },
        { ...consumer, group: 'b', lag: 7 },
      ])?.group,
    ).toBe('b');
    expect(slowest([])).toBeUndefined();
  });
});
