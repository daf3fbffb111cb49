import type { AskedMoment } from '../api/moment.ts';

const twoDigits = (of: number): string => String(of).padStart(2, '0');

/** An instant as a field of date and time takes it, by the clock of whoever looks; nothing for what is no instant. */
export const fieldOf = (iso: string | undefined): string => {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  return `${day}T${[at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(':')}`;
};

/**
 * The instant of such a field: the end of its second, since moments are shown to the second and what is shown as
 * of it has happened by then.
 */
export const instantOf = (field: string): string | undefined => {
  const at = new Date(field);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setMilliseconds(999);
  return at.toISOString();
};

export const isNow = ({ asOf, knownAt }: AskedMoment): boolean => asOf === undefined && knownAt === undefined;

const isBy = (at: string, moment: string | undefined): boolean =>
  moment === undefined || Date.parse(at) <= Date.parse(moment);

/** Whether an entry is part of the figure of a moment: it had happened by then, was known by then, or both. */
export const countsBy = (
  { at, recordedAt }: { readonly at: string; readonly recordedAt: string },
  { asOf, knownAt }: AskedMoment,
): boolean => isBy(at, asOf) && isBy(recordedAt, knownAt);
