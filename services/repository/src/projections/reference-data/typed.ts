import { phoneDigits } from '@tributary/contracts';

/** A person's text without case and accents, as the words it is made of. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Fewer digits than these are found in too many numbers. */
const leastDigits = 4;

/** The digits that were typed where they may be of a phone number, in any writing; undefined where they are none. */
export const typedDigits = (typed: string): string | undefined => {
  if (!/^[\d\s+()./-]+$/.test(typed)) return undefined;
  const digits = phoneDigits(typed);
  return digits.length < leastDigits ? undefined : digits;
};

/** The ends of a phone number, so that it is found by its last digits: `1234567` as `34567` and `4567`, too. */
export const phoneEnds = (phone: string): string[] => {
  const digits = phoneDigits(phone);
  return Array.from({ length: Math.max(0, digits.length - leastDigits + 1) }, (_, at) => digits.slice(at));
};

/** The word a store is asked for, since it takes one unfinished word: the longest tells most. */
export const tellingWord = (typed: string): string | undefined =>
  wordsOf(typed).reduce<string | undefined>(
    (longest, word) => (longest === undefined || word.length > longest.length ? word : longest),
    undefined,
  );

/** Whether every word that was typed is a word of these texts, or the beginning of one. */
export const beginWords = (typed: string, texts: readonly (string | undefined)[]): boolean => {
  const words = texts.flatMap((text = '') => wordsOf(text));
  const begun = wordsOf(typed);
  return begun.length > 0 && begun.every((one) => words.some((word) => word.startsWith(one)));
};

interface Contact {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Whether what was typed is of this contact: words, or digits in a row of the phone number. */
export const isTypedOf = (typed: string, { id, name, email, phone }: Contact): boolean => {
  if (beginWords(typed, [id, name, email])) return true;
  const digits = typedDigits(typed);
  return digits !== undefined && phoneDigits(phone ?? '').includes(digits);
};
