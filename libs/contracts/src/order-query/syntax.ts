import { type Grammar, type Node, type Semantics, grammar } from 'ohm-js';
import type { Typed } from './fault.ts';

/** A value as it was typed; within quotation marks a `*` and what looks like a bound are themselves. */
export interface TypedValue extends Typed {
  readonly quoted: boolean;
}

/** A term as it was typed, or what is none. */
export type TypedTerm =
  | (Typed & {
      readonly is: 'condition';
      readonly not: boolean;
      readonly field: Typed;
      readonly values: readonly TypedValue[];
    })
  | (Typed & { readonly is: 'words'; readonly not: boolean; readonly value: TypedValue })
  | (Typed & { readonly is: 'unread' });

/** A span as it was typed: what it begins and ends with, and whether these are in it. */
export interface TypedSpan {
  readonly from?: { readonly text: string; readonly included: boolean };
  readonly to?: { readonly text: string; readonly included: boolean };
}

/**
 * Every text is read: what is no term is `unread`, so that its fault can be told in words. A group holds
 * values, no groups: how deep a text is nested is bounded by the grammar. Ohm remembers what it has read at
 * each place (packrat), so that a text takes time as it is long, whatever it says.
 */
const source = String.raw`OrderQuery {
  query = space* (term space*)*
  term = minus? name ":" values -- condition
       | minus? phrase          -- phrase
       | minus? plain           -- plain
       | (~space any)+          -- unread
  minus = "-" &(~space any)
  name = letter (letter | digit | "-" | "_" | ".")*
  values = group | value
  group = "(" space* listed (or listed)* space* ")" &edge
  or = space+ caseInsensitive<"or"> space+
  value = phrase | word
  listed = phrase | listedWord
  phrase = "\"" quoted+ "\"" &(edge | ")")
  quoted = escaped | ~"\"" any
  escaped = "\\" any
  word = ~"(" ~"\"" (~space any)+
  listedWord = ~"(" ~"\"" (~space ~")" any)+
  plain = ~named ~"(" ~"\"" (~space any)+
  named = name ":"
  edge = space | end
}
Span {
  span = ">=" point        -- from
       | ">" point         -- after
       | "<=" point        -- to
       | "<" point         -- before
       | point ".." point  -- between
       | point             -- one
  point = (~".." any)+
}`;

interface Language {
  readonly query: Grammar;
  readonly span: Grammar;
  readonly terms: Semantics;
  readonly spans: Semantics;
}

const typed = ({ source: { startIdx: at, contents: text } }: Node): Typed => ({ at, text });
const valueOf = (node: Node): TypedValue => node['value'] as TypedValue;
const isThere = (node: Node): boolean => node.children.length > 0;

const termsIn = (query: Grammar): Semantics =>
  query
    .createSemantics()
    .addAttribute<unknown>('value', {
      phrase: (open, quoted, _close, _edge) => ({
        at: open.source.startIdx,
        text: quoted.children
          .map(({ sourceString: text }) => (text.length > 1 ? text.slice(1) : text))
          .join(''),
        quoted: true,
      }),
      word: (all) => bare(all),
      listedWord: (all) => bare(all),
      plain: (all) => bare(all),
    })
    .addAttribute<unknown>('values', {
      group: (_open, _before, first, _or, others, _after, _close, _edge) =>
        [first, ...others.children].map(valueOf),
      value: (one) => [valueOf(one)],
    })
    .addAttribute<unknown>('term', {
      term_condition(minus, name, _colon, values) {
        return {
          ...typed(this),
          is: 'condition',
          not: isThere(minus),
          field: typed(name),
          values: values['values'] as unknown,
        };
      },
      term_phrase(minus, phrase) {
        return { ...typed(this), is: 'words', not: isThere(minus), value: valueOf(phrase) };
      },
      term_plain(minus, plain) {
        return { ...typed(this), is: 'words', not: isThere(minus), value: valueOf(plain) };
      },
      term_unread(_all) {
        return { ...typed(this), is: 'unread' };
      },
    })
    .addAttribute<unknown>('terms', {
      query: (_before, terms, _after) => terms.children.map((term) => term['term'] as unknown),
    });

/** Signs one by one: the place of the first, and the text of all. */
const bare = (signs: Node): TypedValue => ({
  at: signs.source.startIdx,
  text: signs.sourceString,
  quoted: false,
});

const spansIn = (span: Grammar): Semantics => {
  const bound = ({ sourceString: text }: Node, included: boolean) => ({ text, included });
  return span.createSemantics().addAttribute<unknown>('span', {
    span_from: (_sign, point) => ({ from: bound(point, true) }),
    span_after: (_sign, point) => ({ from: bound(point, false) }),
    span_to: (_sign, point) => ({ to: bound(point, true) }),
    span_before: (_sign, point) => ({ to: bound(point, false) }),
    span_between: (from, _dots, to) => ({ from: bound(from, true), to: bound(to, true) }),
    span_one: (point) => ({ from: bound(point, true), to: bound(point, true) }),
  });
};

/** Made when it is first asked for: most who load the contracts ask for no orders. */
let made: Language | undefined;
const language = (): Language => {
  if (made) return made;
  const [queries, spans] = source.split(/^(?=Span )/m);
  const [query, span] = [grammar(queries!), grammar(spans!)];
  made = { query, span, terms: termsIn(query), spans: spansIn(span) };
  return made;
};

/** The terms of a text, in their order. Time grows as the text is long. */
export const termsOf = (text: string): readonly TypedTerm[] => {
  const { query, terms } = language();
  return terms(query.match(text))['terms'] as readonly TypedTerm[];
};

/** The span that a value tells: `>100`, `50..100`, `100`; undefined where it is none. */
export const spanOf = (text: string): TypedSpan | undefined => {
  const { span, spans } = language();
  const match = span.match(text);
  return match.succeeded() ? (spans(match)['span'] as TypedSpan) : undefined;
};
