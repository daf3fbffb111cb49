import { after, momentsOf } from './moments.ts';

const entry = (type: string, at: string, recordedAt: string) => ({
  type: `tributary.order.${type}.v1`,
  at: `2026-03-02T${at}:00.000Z`,
  recordedAt: `2026-03-02T${recordedAt}:00.000Z`,
});
const entries = [
  entry('fact-parked', '08:00', '09:00'),
  entry('placed', '10:00', '10:01'),
  entry('allocated', '10:01', '10:01'),
  entry('shipped', '10:30', '12:00'),
  entry('cancelled', '11:00', '11:00'),
];
const clocks = (moments: readonly string[]) => moments.map((moment) => moment.slice(11, 16));

describe('The moments of an order', () => {
  it('are those at which something happened since it was placed, in that order, each once', () => {
    expect(clocks(momentsOf(entries, 'happened'))).toEqual(['10:00', '10:01', '10:30', '11:00']);
  });

  it('are, by what was known, those at which something was recorded', () => {
    expect(clocks(momentsOf(entries, 'recorded'))).toEqual(['10:01', '11:00', '12:00']);
  });

  it('are none where it is not placed', () => {
    expect(momentsOf(entries.slice(0, 1), 'happened')).toEqual([]);
  });

  it('leave after one what had not happened, or was not known', () => {
    const moment = '2026-03-02T11:00:00.000Z';
    expect(after(entries, 'happened', moment)).toEqual([]);
    expect(after(entries, 'recorded', moment)).toEqual([entries[3]]);
  });
});
