import { type QueryFault, type Read, type Typed, faulty, read, readAll } from './fault.ts';
import {
  type Kind,
  type OrderField,
  attributeName,
  attributePrefix,
  fieldNames,
  orderFields,
} from './fields.ts';
import { didYouMean } from './nearest.ts';
import { type TypedTerm, termsOf } from './syntax.ts';
import { type Test, testOf } from './values.ts';

/** Something that holds of an order: any of the tests, or none where it is negated. */
export interface Condition {
  readonly field: OrderField;
  readonly not: boolean;
  readonly any: readonly Test[];
}

/** What was asked for: all conditions hold, and the words are found on the order. */
export interface OrderQuery {
  readonly conditions: readonly Condition[];
  /** As they were typed, without quotation marks; empty where none was. */
  readonly words: string;
}

/** Most characters of a text, and most values and words in it. */
export const longestQuery = 500;
export const mostTerms = 30;

/** A term that was read: words, or tests of a field; those of one `key` are alternatives. */
type Term = { readonly words: string } | (Condition & { readonly key: string; readonly typed: Typed });

/**
 * What a text asks for, such as `status:(held OR backordered) -channel:web placed:2026-11 "garcía"`.
 * @param zone where days begin, by its IANA name
 * @returns the query, or the first fault of the text
 */
export const readOrderQuery = (text: string, zone = 'UTC'): Read<OrderQuery> => {
  const found = readText(text, zone);
  if ('read' in found) return found;
  // People count what they see; an emoji is two units of UTF-16.
  return { fault: { ...found.fault, at: [...text.slice(0, found.fault.at)].length } };
};

const readText = (text: string, zone: string): Read<OrderQuery> => {
  if (text.length > longestQuery)
    return faulty({ at: longestQuery, text: '' }, `At most ${longestQuery} characters are read.`);
  const typed = termsOf(text);
  const late = typed.find((_, at) => sizeOf(typed.slice(0, at + 1)) > mostTerms);
  if (late) return faulty(late, `At most ${mostTerms} values and words are read.`);
  const terms = readAll(typed.map((term) => termOf(term, zone)));
  return 'fault' in terms ? terms : joined(terms.read);
};

/** A fault in a sentence that says where it is, characters counted from 1. */
export const faultText = ({ at, part, message }: QueryFault): string =>
  `At character ${at + 1}${part === '' ? '' : `, “${part}”`}: ${message}`;

const sizeOf = (terms: readonly TypedTerm[]): number =>
  terms.reduce((sum, term) => sum + (term.is === 'condition' ? term.values.length : 1), 0);

const termOf = (term: TypedTerm, zone: string): Read<Term> => {
  switch (term.is) {
    case 'unread':
      return faulty(term, whyUnread(term.text));
    case 'words':
      return wordsOf(term);
    case 'condition':
      return conditionOf(term, zone);
    default:
      return term satisfies never;
  }
};

const whyUnread = (text: string): string => {
  if (text.includes('('))
    return 'Parentheses stand behind a field, around values with OR between them: status:(held OR backordered). In quotation marks they are themselves.';
  if (text.includes('"'))
    return 'Quotation marks stand around a word or several, and a space behind them; \\" is one within.';
  return 'A value stands behind the colon, without a space.';
};

const wordsOf = ({ at, text, not, value }: TypedTerm & { is: 'words' }): Read<Term> => {
  const typed = { at, text };
  if (not) return faulty(typed, 'Words cannot be left out, only values of a field: -channel:web.');
  if (!value.quoted && ['AND', 'OR', 'NOT'].includes(value.text))
    return faulty(
      typed,
      'All terms hold; OR stands between values of a field, status:(held OR backordered), and - before a field leaves its values out.',
    );
  if (!value.quoted && /^\/.+\/[a-z]*$/.test(value.text))
    return faulty(typed, 'Regular expressions are not read.');
  return read({ words: value.text });
};

const conditionOf = (term: TypedTerm & { is: 'condition' }, zone: string): Read<Term> => {
  const { at, text, not, field: typed, values } = term;
  const found = fieldOf(typed);
  if ('fault' in found) return found;
  const { field, kind, name } = found.read;
  const own = values.map((value) =>
    field === 'attribute' ? attributeOf(name, value) : read({ name, value }),
  );
  const named = readAll(own);
  if ('fault' in named) return named;
  const any = readAll(
    named.read.map(({ name: attribute, value }) => {
      const test = testOf(typed.text, kind, value, zone);
      return 'fault' in test || attribute === undefined ? test : read(ofAttribute(attribute, test.read));
    }),
  );
  if ('fault' in any) return any;
  const key = [field, ...new Set(named.read.map(({ name: attribute }) => attribute ?? ''))].join(' ');
  return read({ field, key, not, any: any.read, typed: { at, text } });
};

const fieldOf = (typed: Typed): Read<{ field: OrderField; kind: Kind; name?: string }> => {
  const name = typed.text.toLowerCase();
  if (Object.hasOwn(orderFields, name)) {
    const field = name as OrderField;
    return read({ field, kind: orderFields[field] });
  }
  if (!name.startsWith(attributePrefix))
    return faulty(
      typed,
      `There is no such field.${didYouMean(name, fieldNames)} Fields are ${fieldNames.join(', ')}; what is no field stands in quotation marks.`,
    );
  const attribute = name.slice(attributePrefix.length);
  return attributeName.test(attribute)
    ? read({ field: 'attribute', kind: orderFields.attribute, name: attribute })
    : faulty(typed, 'An attribute is named by 1–40 letters, digits or hyphens: attr.gift-wrap:festive.');
};

/** `attribute:name:value` is `attr.name:value`. */
const attributeOf = <V extends Typed>(
  name: string | undefined,
  value: V,
): Read<{ name?: string; value: V }> => {
  if (name !== undefined) return read({ name, value });
  const colon = value.text.indexOf(':');
  const own = value.text.slice(0, Math.max(colon, 0)).toLowerCase();
  return attributeName.test(own) && colon < value.text.length - 1
    ? read({ name: own, value: { ...value, at: value.at + colon + 1, text: value.text.slice(colon + 1) } })
    : faulty(
        value,
        'An attribute is given with its name: attribute:gift-wrap:festive, or attr.gift-wrap:festive.',
      );
};

const ofAttribute = (name: string, test: Test): Test =>
  test.is === 'name' ? { ...test, value: `${name}:${test.value}` } : test;

/** Terms of the same field are alternatives, or what is left out. */
const joined = (terms: readonly Term[]): Read<OrderQuery> => {
  const conditions = new Map<string, Condition>();
  for (const term of terms) {
    if ('words' in term) continue;
    const { field, key, not, any, typed } = term;
    const kept = `${not ? '-' : ''}${key}`;
    const all = [...(conditions.get(kept)?.any ?? []), ...any];
    if (!not && isEverything(all))
      return faulty(
        typed,
        `Together with ${field} before it this leaves nothing out. A range is one value: ${field}:FROM..TO.`,
      );
    conditions.set(kept, { field, not, any: all });
  }
  const words = terms.flatMap((term) => ('words' in term ? [term.words] : [])).join(' ');
  return read({ conditions: [...conditions.values()], words });
};

/** `total:>50 total:<100` is any total: whoever typed it meant both to hold. */
const isEverything = (tests: readonly Test[]): boolean => {
  const open = tests.flatMap((test) => ('span' in test && !(test.span.from && test.span.to) ? [test] : []));
  const from = open.flatMap(({ is, span }) => (span.from ? [comparable(is, span.from.value)] : []));
  const to = open.flatMap(({ is, span }) => (span.to ? [comparable(is, span.to.value)] : []));
  return from.some((least) => to.some((most) => least <= most));
};

const comparable = (is: 'number' | 'period', value: string): number =>
  is === 'number' ? Number(value) : Date.parse(value);
