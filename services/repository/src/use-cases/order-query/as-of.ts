/**
 * Which orders are late changes from moment to moment: a list of them is read to its end as of the moment at
 * which its first part was asked for, which its cursors keep.
 */
const kept = /^(\d{1,15})\.(.*)$/s;

/** @param now UTC ISO 8601 */
export const cursorAsOf = (now: string, cursor: string): string => `${Date.parse(now)}.${cursor}`;

/**
 * The moment of a list and its cursor in the store.
 * @param now for the first part: UTC ISO 8601
 */
export const asOf = (
  cursor: string | undefined,
  now: string,
): { readonly now: string; readonly cursor?: string | undefined } => {
  const [, moment, place] = kept.exec(cursor ?? '') ?? [];
  return moment === undefined
    ? { now, cursor }
    : { now: new Date(Number(moment)).toISOString(), cursor: place };
};
