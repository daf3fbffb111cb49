import { t } from '../words/words.ts';
import { locale as ownLocale } from '../words/own.ts';
/** Where and how the viewer reads time. Left out, the browser's own zone and the locale of the page hold. */
export interface Viewer {
  readonly zone?: string;
  readonly locale?: string;
}

const formatter = (options: Intl.DateTimeFormatOptions, { zone, locale = ownLocale }: Viewer) =>
  new Intl.DateTimeFormat(locale, { ...options, ...(zone === undefined ? {} : { timeZone: zone }) });

const isMoment = (iso: string): boolean => !Number.isNaN(Date.parse(iso));

/** The short name of the viewer's zone at that instant (summer and winter differ): "CEST", "GMT+5:30". */
export const zoneName = (iso: string, viewer: Viewer = {}): string => {
  if (!isMoment(iso)) return '';
  const parts = formatter({ timeZoneName: 'short' }, viewer).formatToParts(new Date(iso));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
};

/** Day and time to the second in the viewer's zone, zone named. Text that is no instant is shown as it came. */
export const formatMoment = (iso: string, viewer: Viewer = {}): string => {
  if (!isMoment(iso)) return iso;
  const options = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  return `${formatter(options, viewer).format(new Date(iso))} ${zoneName(iso, viewer)}`;
};

/** For dense lists whose heading names the zone: no seconds, the year only when it is not `now`'s. */
export const formatBrief = (iso: string, now: Date, viewer: Viewer = {}): string => {
  if (!isMoment(iso)) return iso;
  const year = (date: Date) => formatter({ year: 'numeric' }, viewer).format(date);
  const at = new Date(iso);
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  };
  return formatter(year(at) === year(now) ? options : { ...options, year: 'numeric' }, viewer).format(at);
};

/** Hours and minutes in the viewer's zone. */
export const formatClock = (iso: string, viewer: Viewer = {}): string =>
  isMoment(iso) ? formatter({ hour: '2-digit', minute: '2-digit' }, viewer).format(new Date(iso)) : iso;

/** A calendar day of the business (`2026-11-23`): it has no zone, so none may shift it. */
export const formatBusinessDate = (day: string, locale = ownLocale): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    : day;

const minute = 60_000;
const spans = [
  ['day', 1440 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** "3 hours later" when something was recorded more than a minute after it happened, else undefined. */
export const recordedLater = (at: string, recordedAt: string, locale = ownLocale): string | undefined => {
  const gap = Date.parse(recordedAt) - Date.parse(at);
  if (!(gap > minute)) return undefined;
  const [unit, size] = spans.find(([, span]) => gap >= span) ?? spans[2];
  const amount = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(gap / size),
  );
  return t('{amount} later', { amount });
};

/**
 * Which entries of a history say how much later they were recorded: the first of those that came
 * together. A system that reports an afternoon at once was late once, not with each fact.
 * @param entries in the order shown
 * @returns for each entry the words, or undefined
 */
export const recordedLaterOnce = (
  entries: readonly { readonly at: string; readonly recordedAt: string }[],
  locale = ownLocale,
): (string | undefined)[] => {
  let before = Number.NaN;
  return entries.map(({ at, recordedAt }) => {
    const recorded = Date.parse(recordedAt);
    const together = Math.abs(recorded - before) <= minute;
    before = recorded;
    return together ? undefined : recordedLater(at, recordedAt, locale);
  });
};

/** The instants that bound a viewer's local days, for filters: from the first day's start to the start of the day after the last. */
export const dayBounds = (first: string, last: string): { from: string; to: string } => {
  const end = new Date(`${last}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return { from: new Date(`${first}T00:00:00`).toISOString(), to: end.toISOString() };
};
