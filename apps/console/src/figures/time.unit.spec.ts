import {
  dayBounds,
  formatBrief,
  formatBusinessDate,
  formatClock,
  formatMoment,
  recordedLater,
  recordedLaterOnce,
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

describe('A history that was told late', () => {
  const entry = (at: string, recordedAt: string) => ({
    at: `2026-11-23T${at}:00Z`,
    recordedAt: `2026-11-23T${recordedAt}Z`,
  });

  it('says so once for what was told together, and again for what came later still', () => {
    expect(
      recordedLaterOnce(
        [
          entry('09:00', '11:00:00'),
          entry('09:05', '11:00:02'),
          entry('09:40', '11:00:55'),
          entry('09:41', '12:00:00'),
          entry('12:30', '12:30:01'),
        ],
        'en-GB',
      ),
    ).toEqual(['2 hours later', undefined, undefined, '2 hours later', undefined]);
  });

  it('says so for one late fact among those told at once', () => {
    expect(
      recordedLaterOnce(
        [entry('09:00', '09:00:01'), entry('09:05', '10:06:00'), entry('09:10', '09:10:01')],
        'en-GB',
      ),
    ).toEqual([undefined, '1 hour later', undefined]);
  });
});
