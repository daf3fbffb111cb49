/**
 * A canary is one file that breaks exactly the rule it is named for, or, without a rule, one that
 * the table of who may know whom allows. It is planted in a scratch copy of the floor plan.
 */
export interface Canary {
  /** What a reader should learn from it. */
  readonly says: string;
  /** Where it is planted, from the root of the repository. */
  readonly file: string;
  readonly code: string;
  /** The rule that must report it; absent when nothing may be reported. */
  readonly rule?: string;
}

export const planted = (rule: string, says: string, file: string, ...code: string[]): Canary => ({
  rule,
  says,
  file,
  code: `${code.join('\n')}\n`,
});

export const allowed = (says: string, file: string, ...code: string[]): Canary => ({
  says,
  file,
  code: `${code.join('\n')}\n`,
});
