import {
  dayBounds,
  formatBrief,
  formatBusinessDate,
  formatClock,
  formatMoment,
  recordedLater,
  zoneName,
} from './time.ts';

const berlin = { zone: 'Europe/Berlin', locale: 'en-GB' };

describe('A moment', () => {
  it('is shown in the zone of the viewer, and the zone is named', () => {
    expect(formatMoment('2026-11-23T09:05:07Z', berlin)).toBe('23 Nov 2026, 10:05:07 CET');
    expect(formatMoment('2026-07-01T22:30:00Z', berlin)).toBe('2 Jul 2026, 00:30:00 CEST');
  });

  it('names the zone as it is on that day, summer or winter', () => {
    expect(zoneName('2026-07-01T12:00:00Z', berlin)).toBe('CEST');
    expect(zoneName('2026-12-01T12:00:00Z', berlin)).toBe('CET');
  });

  it('is shown as it came when it is no instant', () => {
    expect(formatMoment('soon', berlin)).toBe('soon');
    expect(formatClock('soon', berlin)).toBe('soon');
  });

  it('leaves the year out of a list only in the same year', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(formatBrief('2026-03-04T08:00:00Z', now, berlin)).toBe('4 Mar, 09:00');
    expect(formatBrief('2025-03-04T08:00:00Z', now, berlin)).toBe('4 Mar 2025, 09:00');
  });

  it('counts the year turn in the zone of the viewer', () => {
    const now = new Date('2026-12-31T23:30:00Z');
    expect(formatBrief('2027-01-01T05:00:00Z', now, berlin)).toBe('1 Jan, 06:00');
  });
});

describe('A business date', () => {
  it('is the same day wherever it is read', () => {
    expect(formatBusinessDate('2026-11-23', 'en-GB')).toBe('23 Nov 2026');
  });
});

describe('A fact recorded late', () => {
  it('says how much later it was recorded', () => {
    expect(recordedLater('2026-11-23T09:00:00Z', '2026-11-23T09:01:01Z', 'en-GB')).toBe('1 minute later');
    expect(recordedLater('2026-11-23T09:00:00Z', '2026-11-23T12:59:00Z', 'en-GB')).toBe('3 hours later');
    expect(recordedLater('2026-11-20T09:00:00Z', '2026-11-23T12:00:00Z', 'en-GB')).toBe('3 days later');
  });

  it('says nothing up to a minute, or when a clock ran ahead', () => {
    expect(recordedLater('2026-11-23T09:00:00Z', '2026-11-23T09:01:00Z', 'en-GB')).toBeUndefined();
    expect(recordedLater('2026-11-23T10:00:00Z', '2026-11-23T09:00:00Z', 'en-GB')).toBeUndefined();
  });
});

describe('A range of days', () => {
  it('takes in the whole of its last day', () => {
    const { from, to } = dayBounds('2026-11-21', '2026-11-23');
    expect(new Date(from).getHours()).toBe(0);
    expect(new Date(to).getDate()).toBe(24);
    expect(Date.parse(to) - Date.parse(from)).toBe(3 * 24 * 3_600_000);
  });
});
