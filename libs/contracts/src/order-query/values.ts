import { normalName } from '../identifiers.ts';
import { type Read, faulty, read } from './fault.ts';
import type { Kind } from './fields.ts';
import { didYouMean } from './nearest.ts';
import { periodOf } from './period.ts';
import type { Span } from './spans.ts';
import { type TypedSpan, type TypedValue, spanOf } from './syntax.ts';

/** What a value of a row is compared with. */
export type Test =
  /** The whole of a name, or its beginning. */
  | { readonly is: 'name'; readonly value: string; readonly beginning: boolean }
  /** Decimal text: major units of the order's currency, or a count. */
  | { readonly is: 'number'; readonly span: Span<string> }
  /** UTC instants, ISO 8601 with milliseconds. */
  | { readonly is: 'period'; readonly span: Span<string> }
  | { readonly is: 'flag'; readonly value: boolean };

export type NameTest = Test & { readonly is: 'name' };

/** A name, or its beginning with a `*` at the end, as it is compared. */
export const nameTestOf = (text: string): NameTest =>
  text.endsWith('*')
    ? { is: 'name', value: normalName(text.slice(0, -1)), beginning: true }
    : { is: 'name', value: normalName(text), beginning: false };

export const isNamedBy = ({ value, beginning }: NameTest, name: string): boolean =>
  beginning ? name.startsWith(value) : name === value;

const flags: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
const amount = /^-?\d{1,13}(?:\.\d{1,4})?$/;
const count = /^\d{1,9}$/;

/**
 * A value by the kind of its field.
 * @param zone where days begin, by its IANA name
 */
export const testOf = (field: string, kind: Kind, value: TypedValue, zone: string): Read<Test> => {
  if (!value.quoted && /^\/.+\/[a-z]*$/.test(value.text))
    return faulty(
      value,
      `Regular expressions are not read. A name is found by its beginning: ${field}:MUG*.`,
    );
  switch (kind.kind) {
    case 'name':
      return nameOf(field, kind, value);
    case 'one': {
      const meant = kind.of.find((one) => one === value.text.toLowerCase());
      if (meant !== undefined) return read({ is: 'name', value: meant, beginning: false });
      return faulty(value, `${field} is one of ${kind.of.join(', ')}.${didYouMean(value.text, kind.of)}`);
    }
    case 'amount':
      return numberOf(
        value,
        amount,
        `${field} is an amount in the order’s currency: ${field}:>100, ${field}:50..99.90.`,
      );
    case 'count':
      return numberOf(value, count, `${field} is a whole number: ${field}:3, ${field}:>10, ${field}:2..5.`);
    case 'period':
      return periodTest(field, value, zone);
    case 'flag': {
      const flag = flags[value.text.toLowerCase()];
      return flag === undefined ? faulty(value, `${field} is yes or no.`) : read({ is: 'flag', value: flag });
    }
    default:
      return kind satisfies never;
  }
};

const nameOf = (field: string, { lower, whole }: Kind & { kind: 'name' }, value: TypedValue): Read<Test> => {
  const { quoted, text } = value;
  const written = lower ? text.toLowerCase() : text;
  const star = quoted ? -1 : text.indexOf('*');
  if (star < 0) {
    const name = whole?.safeParse(written);
    if (name && !name.success) return faulty(value, name.error.issues[0]!.message);
    return read({ is: 'name', value: name?.data ?? normalName(written), beginning: false });
  }
  if (star < text.length - 1)
    return faulty(value, `A * stands at the end: ${field}:MUG*. In quotation marks it is itself.`);
  return read({ is: 'name', value: normalName(written.slice(0, -1)), beginning: true });
};

const numberOf = (value: TypedValue, form: RegExp, allowed: string): Read<Test> => {
  const span = spanOf(value.text);
  if (span === undefined || endsOf(span).some(({ text }) => !form.test(text))) return faulty(value, allowed);
  const bound = (end: TypedSpan['from']) => end && { value: end.text, included: end.included };
  if (span.from && span.to && Number(span.from.text) > Number(span.to.text)) return faulty(value, backwards);
  return read({ is: 'number', span: spanBetween(bound(span.from), bound(span.to)) });
};

/** A day that is not included begins the span where it ends, and ends it where it begins. */
const periodTest = (field: string, value: TypedValue, zone: string): Read<Test> => {
  const span = spanOf(value.text);
  const allowed = `${field} is a day, a month or a year, or a range of them: 2026-11-03, 2026-11, >=2026-11-01, 2026-11-01..2026-11-15.`;
  if (span === undefined) return faulty(value, allowed);
  const [first, last] = [span.from, span.to].map((end) => end && periodOf(end.text, zone));
  if ((span.from && !first) || (span.to && !last)) return faulty(value, allowed);
  const from = first && { value: span.from!.included ? first.from : first.to, included: true };
  const to = last && { value: span.to!.included ? last.to : last.from, included: false };
  if (from && to && from.value >= to.value) return faulty(value, backwards);
  return read({ is: 'period', span: spanBetween(from, to) });
};

const backwards = 'The range ends before it begins.';
const endsOf = ({ from, to }: TypedSpan) => [from, to].filter((end) => end !== undefined);
const spanBetween = (
  from: Span<string>['from'] | undefined,
  to: Span<string>['to'] | undefined,
): Span<string> => ({
  ...(from && { from }),
  ...(to && { to }),
});
