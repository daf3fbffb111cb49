import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Allowed values that are told in a sentence; `allowed` of a fault has more. */
const mostTold = 12;

const kinds: Readonly<Record<string, string>> = {
  string: 'A text',
  number: 'A number',
  int: 'A whole number',
  boolean: 'Yes or no (true or false)',
  array: 'A list',
  tuple: 'A list',
  object: 'A group of fields',
  record: 'A group of fields',
};

const formats: Readonly<Record<string, string>> = {
  datetime: 'A moment with its offset is expected, such as 2026-03-02T09:14:06Z.',
  date: 'A day is expected, such as 2026-03-02.',
  time: 'A time of day is expected, such as 09:30.',
  email: 'An e-mail address is expected.',
  url: 'A web address is expected, such as https://example.com.',
};

const given = (input: unknown): string => {
  if (input === null) return 'nothing (null)';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return 'a text';
  if (typeof input === 'boolean') return String(input);
  return typeof input === 'number' ? 'a number' : 'a group of fields';
};

const ofKind = (expected: string, input: unknown): string => {
  const kind = kinds[expected];
  if (input === undefined)
    return kind ? `This is missing: ${kind.toLowerCase()} is expected.` : 'This is missing.';
  // A number with a fraction is a number all the same: what lacks is said instead.
  if (expected === 'int' && typeof input === 'number')
    return 'A whole number is expected, and this has a fraction or is too large.';
  return kind
    ? `${kind} is expected, and this is ${given(input)}.`
    : `${given(input)} is not expected here.`.replace(/^./, (first) => first.toUpperCase());
};

const things: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
};

/** @param bound "at least", "at most"; of numbers also "more than", "less than" */
const bounded = (origin: string, bound: string, count: number | bigint): string => {
  const thing = things[origin];
  return thing
    ? `This has to have ${bound} ${count} ${thing[Number(count) === 1 ? 0 : 1]}.`
    : `This has to be ${bound} ${count}.`;
};

const oneOf = (values: readonly unknown[]): string => {
  const told = values.slice(0, mostTold).map(String).join(', ');
  if (values.length === 1) return `Only ${told} is allowed.`;
  return `Choose one of: ${told}${values.length > mostTold ? ' …' : '.'}`;
};

/**
 * What is wrong at a place, in words for people who know the trade and no schema; for `safeParse`. What a schema
 * says itself goes before it.
 */
export const plainWords = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return ofKind(issue.expected, issue.input);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'This is empty.';
      return bounded(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return bounded(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written as it has to be.';
    case 'not_multiple_of':
      return `A multiple of ${issue.divisor} is expected.`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options)
        : 'This has none of the forms that are known here.';
    case 'invalid_key':
      return 'This name is not allowed here.';
    default:
      return undefined;
  }
};
