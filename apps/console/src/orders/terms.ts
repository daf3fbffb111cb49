import { type TypedTerm, termsOf } from '@tributary/contracts/order-query/syntax';
import { t } from '../words/words.ts';

/** A term of what was typed, as people read it, and the text without it. */
export interface Chip {
  /** Names the term among the others, for as long as the text is the same. */
  readonly at: number;
  readonly text: string;
  readonly without: string;
}

/** Every term of a text, in its order, by the grammar that the platform reads it by. */
export const chipsOf = (q: string): readonly Chip[] =>
  termsOf(q).map((term) => ({ at: term.at, text: wordsOf(term), without: taken(q, term) }));

const wordsOf = (term: TypedTerm): string => {
  switch (term.is) {
    case 'words':
      return term.not ? t('not {text}', { text: term.value.text }) : term.value.text;
    case 'unread':
      return term.text;
    case 'condition': {
      const values = term.values.map(({ text }) => text).join(t(' or '));
      return `${term.field.text.toLowerCase()}${term.not ? t(' is not') : ':'} ${values}`;
    }
    default:
      return term satisfies never;
  }
};

const taken = (q: string, { at, text }: TypedTerm): string =>
  [q.slice(0, at).trim(), q.slice(at + text.length).trim()].filter((part) => part !== '').join(' ');
