import { type TimelinePolicy, type TimelineRule, isTypeNamedBy } from '@tributary/contracts';

/** What a rule looks at of a fact. */
export interface WeighedFact {
  readonly type: string;
  /** The system that told it, or the service that decided it. */
  readonly source: string;
  readonly data: unknown;
}

/** Types of facts that the order has before the one that is weighed. */
export type TypesBefore = ReadonlySet<string>;

/**
 * Which rule of a policy leaves a fact out of the timeline: the first that fits it.
 * @returns its id; undefined where the fact is told
 */
export const leftOutBy = (
  { rules }: TimelinePolicy,
  fact: WeighedFact,
  before: TypesBefore,
): string | undefined => rules.find((rule) => fits(rule, fact, before))?.ruleId;

const fits = (
  { types, sources, where, repeated }: TimelineRule,
  { type, source, data }: WeighedFact,
  before: TypesBefore,
): boolean =>
  types.some((name) => isTypeNamedBy(name, type)) &&
  (sources === undefined || sources.includes(source)) &&
  (where === undefined || says(data, where)) &&
  (repeated === undefined || before.has(type));

const says = (data: unknown, { field, is }: NonNullable<TimelineRule['where']>): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.hasOwn(data, field) &&
  is.some((value) => value === (data as Readonly<Record<string, unknown>>)[field]);
