import { DateTime } from 'luxon';

export const ZONE = 'Europe/London';

/** A moment of the file: as an instant, and as the day and month it was in London. */
export interface Moment {
  /** RFC 3339, UTC. */
  utc: string;
  date: string;
  month: string;
}

const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/;

/**
 * A London wall-clock time (`YYYY-MM-DD HH:MM[:SS]`) as an instant; `undefined` when it is no such time.
 * A time in the hour that a clock change repeats is taken as summer time, one in the hour it leaves out as
 * an hour later.
 */
export const londonTime = (text: string): Moment | undefined => {
  const parts = local.exec(text.trim());
  if (!parts) return undefined;
  const [, date, time] = parts as unknown as [string, string, string];
  const stated = DateTime.fromISO(`${date}T${time}`, { zone: ZONE });
  // Left alone, luxon chooses between the two by today's offset; the earlier one is the same on every day.
  const earliest = stated.isValid ? stated.getPossibleOffsets()[0]! : stated;
  const utc = earliest.toUTC().toISO({ suppressMilliseconds: true });
  return utc === null ? undefined : { utc, date, month: date.slice(0, 7) };
};

/** `londonTime`, computed once for a run of rows with the same time. */
export const londonTimes = (): ((text: string) => Moment | undefined) => {
  let last = '';
  let moment: Moment | undefined;
  return (text) => {
    if (text !== last) {
      last = text;
      moment = londonTime(text);
    }
    return moment;
  };
};
