import type { TimelinePolicy } from '../api/settings.ts';
import { type Rows, linesOf, rowsOf } from './rows.ts';

type Rule = TimelinePolicy['rules'][number];
type Value = NonNullable<Rule['where']>['is'][number];

/** What timelines leave out by one rule, as it is entered; what is left blank does not matter. */
export interface EnteredTimelineRule {
  readonly ruleId: string;
  /** One a line. */
  readonly types: string;
  readonly sources: string;
  readonly field: string;
  /** One a line: numbers, `true` and `false` as they are, text too unless it would be taken for one of these. */
  readonly is: string;
  readonly repeated: boolean;
  readonly why: string;
}

export const blankTimelineRule: EnteredTimelineRule = {
  ruleId: '',
  types: '',
  sources: '',
  field: '',
  is: '',
  repeated: false,
  why: '',
};

/** What a line is other than text, or text in quotation marks; undefined where it is plain text. */
const readLine = (line: string): Value | undefined => {
  try {
    const read: unknown = JSON.parse(line);
    return ['string', 'number', 'boolean'].includes(typeof read) ? (read as Value) : undefined;
  } catch {
    return undefined;
  }
};

const valueOf = (line: string): Value => readLine(line) ?? line;

const lineOf = (value: Value): string => {
  const isPlain =
    typeof value === 'string' &&
    value !== '' &&
    value.trim() === value &&
    !value.includes('\n') &&
    readLine(value) === undefined;
  return isPlain ? value : JSON.stringify(value);
};

const draftOfRule = ({ ruleId, types, sources = [], where, repeated, why }: Rule): EnteredTimelineRule => ({
  ruleId,
  types: types.join('\n'),
  sources: sources.join('\n'),
  field: where?.field ?? '',
  is: (where?.is ?? []).map(lineOf).join('\n'),
  repeated: repeated ?? false,
  why,
});

export const draftOfTimelinePolicy = ({ rules }: TimelinePolicy): Rows<EnteredTimelineRule> =>
  rowsOf(rules.map(draftOfRule));

export const timelinePolicyOfDraft = (rows: Rows<EnteredTimelineRule>): TimelinePolicy => ({
  rules: rows.map(({ ruleId, types, sources, field, is, repeated, why }) => {
    const [told, values] = [linesOf(sources), linesOf(is).map(valueOf)];
    return {
      ruleId: ruleId.trim(),
      types: linesOf(types),
      ...(told.length > 0 && { sources: told }),
      ...((field.trim() !== '' || values.length > 0) && { where: { field: field.trim(), is: values } }),
      ...(repeated && { repeated: true as const }),
      why: why.trim(),
    };
  }),
});
