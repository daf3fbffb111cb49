/**
 * Of SQLite's primary result codes (https://sqlite.org/rescode.html) those that are the file's, the disk's or another
 * process's doing: asked again later, or after somebody made room or mended the file, the same succeeds.
 */
export const away: ReadonlyMap<number, string> = new Map([
  [5, 'another process writes to it'],
  [6, 'it is locked'],
  [7, 'there is no memory left'],
  [8, 'it can only be read'],
  [9, 'the work was interrupted'],
  [10, 'the disk fails'],
  [11, 'it is damaged'],
  [13, 'the disk is full'],
  [14, 'it cannot be opened'],
  [15, 'its locks do not work'],
  [26, 'it is no database'],
]);

interface Thrown {
  readonly errcode?: unknown;
}

/** An extended code holds the primary one in its lowest byte. */
export const primaryCodeOf = (error: unknown): number =>
  Number((Object(error) as Thrown).errcode ?? 0) & 0xff;

/** Of those, the ones that say what the file holds: a part of it is lost, or it never was one. */
const damaged: ReadonlySet<number> = new Set([11, 26]);

/** What is wrong with what the file holds, where that is what SQLite threw for. */
export const damageIn = (error: unknown): string | undefined => {
  const code = primaryCodeOf(error);
  return damaged.has(code) ? `${away.get(code)} (SQLite ${code})` : undefined;
};
