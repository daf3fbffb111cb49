import { Timestamp } from '@tributary/contracts';
import { z } from 'zod';

/**
 * Parameters by which something is asked for as it was, on both axes.
 * @param what it is, in the words of the document: `The order`
 */
export const momentParameters = (what: string) => ({
  asOf: Timestamp.optional().describe(
    `${what} as it was true at this moment: what had happened by then, told whenever.`,
  ),
  knownAt: Timestamp.optional().describe(
    `${what} as it was known at this moment: what had been recorded by then.`,
  ),
});

/** A moment that was asked for as facts have theirs, to be compared with as text. */
export const utc = (moment: string): string => new Date(moment).toISOString();

/** The moment that was asked for, an axis that is left out being now; undefined where neither is named. */
export const momentOf = ({
  asOf,
  knownAt,
}: {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}) => {
  if ((asOf ?? knownAt) === undefined) return undefined;
  return {
    ...(asOf !== undefined && { asOf: utc(asOf) }),
    ...(knownAt !== undefined && { knownAt: utc(knownAt) }),
  };
};

/** What asks for a setting as it was in force at a moment; it holds from when it is set, so one axis says all. */
export const InForceQuery = z.strictObject({
  asOf: Timestamp.optional().describe('As it was in force at this moment; as it is now where left out.'),
});
export type InForceQuery = z.infer<typeof InForceQuery>;
