import { Settings } from 'luxon';
import { londonTime } from './london-time.ts';

describe('London time', () => {
  const now = Settings.now;
  afterEach(() => {
    Settings.now = now;
    Settings.resetCaches();
  });

  it.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])(
    'is the same instant whether the import runs in winter or in summer (%s)',
    (today) => {
      Settings.now = () => Date.parse(today);
      Settings.resetCaches();
      const texts = [
        '2010-10-31 01:30:00',
        '2010-10-31 02:00:00',
        '2010-03-28 01:30:00',
        '2010-07-15 12:00:00',
      ];
      expect(texts.map((text) => londonTime(text)?.utc)).toEqual([
        '2010-10-31T00:30:00Z',
        '2010-10-31T02:00:00Z',
        '2010-03-28T01:30:00Z',
        '2010-07-15T11:00:00Z',
      ]);
    },
  );

  it('reads minutes without seconds, and nothing that is no time', () => {
    expect(londonTime('2010-07-15T12:00')).toEqual({
      utc: '2010-07-15T11:00:00Z',
      date: '2010-07-15',
      month: '2010-07',
    });
    for (const text of ['', '2010-02-30 10:00:00', '2010-07-15', '2010-07-15 25:00:00', '12/1/2010 8:26']) {
      expect(londonTime(text)).toBeUndefined();
    }
  });
});
