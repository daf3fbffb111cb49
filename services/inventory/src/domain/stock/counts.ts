/**
 * Counts in a ledger's own time. A count says what was there at its moment, whatever the ledger knew:
 * a movement of an earlier moment is in it, one of a later moment stands on top of it. Entries of the
 * same moment follow each other as they were told, so a batch of one time means what its order says,
 * and of two counts of one moment the one told last corrects the other.
 */
export interface Count {
  readonly counted: number;
  /** When whoever counted says it was, UTC ISO 8601. */
  readonly countedAt: string;
  /** The moment it stands for, UTC ISO 8601. */
  readonly asOf: string;
  /** Why it was counted, in words for people. */
  readonly reason?: string | undefined;
}

/**
 * Nobody has counted what is still to come: a count that claims a later moment than it was told at,
 * by a wrong clock say, stands for that moment. It would otherwise absorb what moves until then.
 * @param recordedAt when the count was told, UTC ISO 8601
 */
export const countOf = (counted: number, countedAt: string, recordedAt: string, reason?: string): Count => ({
  counted,
  countedAt,
  asOf: countedAt < recordedAt ? countedAt : recordedAt,
  ...(reason !== undefined && { reason }),
});

/**
 * Moments a ledger remembers. A system that reports its stock as a count every few minutes would
 * otherwise fill the memory with them. What is told of a time before all of them is put right at the
 * oldest: the figures from that moment on are exact, only those in between hold it too long.
 */
export const rememberedCounts = 64;

/** @param moments the latest counts, each moment once, oldest first */
export const remembering = (moments: readonly string[], moment: string): readonly string[] =>
  moments.includes(moment) ? moments : [...moments, moment].toSorted().slice(-rememberedCounts);

/** The count that saw what happened at a time, if one was told already. */
export const firstCountAfter = (moments: readonly string[], time: string): string | undefined =>
  moments.find((moment) => moment > time);

/** Units by which entries of later moments moved a ledger; entries of the moment itself came before. */
export const movedAfter = (
  entries: readonly { readonly time?: string; readonly data: unknown }[],
  moment: string,
): number =>
  entries
    .filter(({ time = '' }) => time > moment)
    .reduce((sum, { data }) => sum + ((data as { delta?: number }).delta ?? 0), 0);
