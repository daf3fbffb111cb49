import { DateTime, IANAZone } from 'luxon';

/** UTC instants, ISO 8601 with milliseconds: the first that is in it, and the first that is not any more. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const day = /^[12]\d{3}(?:-\d\d(?:-\d\d)?)?$/;
const units = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** Whether a time zone goes by this name in the IANA database. */
export const isZone = (name: string): boolean => /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);

/**
 * A year, month or day as it is on the calendar of a zone, with its 23 or 25 hours where the clocks change.
 * @param text `2026`, `2026-11` or `2026-11-03`, from the year 1000 to 2999
 * @param zone by its IANA name
 * @returns undefined where the calendar has no such day
 */
export const periodOf = (text: string, zone: string): Period | undefined => {
  if (!day.test(text)) return undefined;
  const unit = units[text.length as keyof typeof units];
  const begin = DateTime.fromISO(text, { zone }).startOf(unit);
  if (!begin.isValid) return undefined;
  const instant = (moment: DateTime) => new Date(moment.toMillis()).toISOString();
  return { from: instant(begin), to: instant(begin.plus({ [unit]: 1 }).startOf(unit)) };
};
