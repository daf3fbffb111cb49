const hour = 3_600_000;
const day = 24 * hour;

/** A business date’s figures may be taken as reported until so many hours after it ended. */
export const mostClosingHours = 72;

/** The moment, UTC milliseconds, at which a business date begins: dates are taken as days of UTC. */
const beginOf = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

/** When a business date is closed, UTC milliseconds. @param hours after its end, at most `mostClosingHours` */
export const closeOf = (date: string, hours: number): number => beginOf(date) + day + hours * hour;

/**
 * When a fact was recorded, as precisely as it is kept: by the hour (`2026-03-02T13`) while the date may be
 * closed, which is from its begin to 72 hours after its end; else by the day (`2026-03-09`). Both in UTC.
 * @param recordedTime UTC ISO 8601
 */
export const recordedIn = (date: string, recordedTime: string): string => {
  const at = Date.parse(recordedTime);
  const byTheHour = at >= beginOf(date) && at < closeOf(date, mostClosingHours);
  return recordedTime.slice(0, byTheHour ? 13 : 10);
};

/** Whether all that was recorded in such an hour or day was known at a moment, UTC milliseconds: it had ended. */
export const wasKnown = (recorded: string, at: number): boolean =>
  (recorded.length === 13 ? Date.parse(`${recorded}:00:00.000Z`) + hour : beginOf(recorded) + day) <= at;
