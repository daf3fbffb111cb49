import { folded } from './folded.ts';
import { askedOf, isUnspaced, keptOf, piecesOf } from './unspaced.ts';

/**
 * What a word is, the same for every adapter: letters and digits without case and accents. A compound
 * such as `jo.smith@example.com` or `web.100045` is kept as its parts and as the joins that start at
 * each part (`josmithexamplecom`, `smithexamplecom`, `examplecom`), so it is found whole, by a part,
 * and however its separators are typed. A phone number is found with or without country code,
 * leading zero and spaces. A word is also found by its beginning of three characters or more, and inside a
 * run of a script without spaces by any part of the run.
 */

export interface Term {
  readonly word: string;
  readonly prefix: boolean;
}

/** One must hold; each alternative holds when all its terms do. */
export type Clause = readonly (readonly Term[])[];

/** Raised when a text gives other words than before, or these are kept otherwise: what is stored is built again. */
export const WORDS_VERSION = 4;

const LONGEST_WORD = 64;
/** A compound of more parts (a URL, a path) is indexed by its parts only. */
const MOST_PARTS = 8;
const SHORTEST_PREFIX = 3;
const PHONE_DIGITS = { least: 7, most: 15 };

/** Of the characters and pairs in runs without spaces: those of a thousand characters, more where some repeat. */
const MOST_UNSPACED = 2_000;

const ASCII = /^[\0-\x7f]*$/;
/** What stands between words; other signs (`.`, `@`, `-`, `/` …) join the parts of a compound. */
const CHUNK = /[^\s,;()[\]{}<>"|*]+/g;
const NUMERIC_CHUNK = /^\+?[\d./-]*\d[\d./-]*$/;
const MIXED = /\d[^\d]|[^\d]\d/;

const partsOf = (chunk: string): readonly string[] =>
  chunk.match(ASCII.test(chunk) ? /[a-z0-9]+/g : /[\p{L}\p{N}\p{M}]+/gu) ?? [];

const clip = (word: string): string => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word);

const chunksOf = (text: string): readonly string[] => folded(text).match(CHUNK) ?? [];

/** The forms under which a phone number may be asked for; empty when the digits are too few or too many. */
const phoneForms = (run: readonly string[]): readonly string[] => {
  const written = run.join('');
  const digits = written.replace(/\D/g, '');
  if (digits.length < PHONE_DIGITS.least || digits.length > PHONE_DIGITS.most) return [];
  const international = written.startsWith('+') || digits.startsWith('00');
  const bare = digits.replace(/^0+/, '');
  const national = international ? [1, 2, 3].map((countryCode) => bare.slice(countryCode)) : [];
  return [...new Set([digits, bare, ...national])].filter((form) => form.length >= PHONE_DIGITS.least - 1);
};

/** Chunks in order, neighbouring numbers (`+49 170 1234567`) together. */
const runsOf = (chunks: readonly string[]): readonly (readonly string[])[] => {
  const runs: string[][] = [];
  let numeric = false;
  for (const chunk of chunks) {
    const isNumeric = NUMERIC_CHUNK.test(chunk);
    if (isNumeric && numeric && !chunk.startsWith('+')) runs.at(-1)?.push(chunk);
    else runs.push([chunk]);
    numeric = isNumeric;
  }
  return runs;
};

const addChunk = (words: Set<string>, parts: readonly string[]): void => {
  for (const part of parts) {
    words.add(clip(part));
    // A number stays findable without the letters stuck to it: 85123A by 85123.
    if (MIXED.test(part)) for (const number of part.match(/\d{3,}/g) ?? []) words.add(clip(number));
  }
  if (parts.length > MOST_PARTS) return;
  let join = parts.at(-1) ?? '';
  for (let at = parts.length - 2; at >= 0; at--) {
    join = `${parts[at]}${join}`;
    words.add(clip(join));
  }
};

const addUnspaced = (words: Set<string>, parts: readonly string[], unspaced: Set<string>): void => {
  for (const piece of parts.filter(isUnspaced).flatMap(piecesOf)) {
    words.add(clip(piece));
    if (!isUnspaced(piece)) continue;
    for (const word of keptOf(piece)) {
      if (unspaced.size === MOST_UNSPACED) return;
      unspaced.add(clip(word));
    }
  }
};

/**
 * Every word under which a document with this text is found, each once. Numbers on separate lines
 * are never read as one phone number. Runs without spaces give at most 2,000 characters and pairs; what
 * comes after is found by its beginning only.
 */
export const wordsOf = (text: string): ReadonlySet<string> => {
  const words = new Set<string>();
  const unspaced = new Set<string>();
  for (const run of text.split('\n').flatMap((line) => runsOf(chunksOf(line)))) {
    for (const parts of run.map(partsOf)) {
      addChunk(words, parts);
      addUnspaced(words, parts, unspaced);
    }
    if (run.length > 1 || NUMERIC_CHUNK.test(run[0] ?? '')) {
      for (const form of phoneForms(run)) words.add(form);
    }
  }
  for (const word of unspaced) words.add(word);
  return words;
};

const term = (word: string, prefix: boolean): Term => ({
  word: clip(word),
  prefix: prefix && word.length >= SHORTEST_PREFIX,
});

/** A compound counts as a prefix wherever it stands: `jo.smith` is the beginning of an address. */
const chunkTerms = (parts: readonly string[], last: boolean): readonly Term[] => {
  if (parts.length > MOST_PARTS) return parts.map((part, at) => term(part, last && at === parts.length - 1));
  return parts.length === 0 ? [] : [term(parts.join(''), last || parts.length > 1)];
};

const unspacedTerms = (parts: readonly string[], last: boolean): readonly Term[] => {
  const pieces = parts.flatMap(piecesOf);
  return pieces.flatMap((piece, at) =>
    isUnspaced(piece)
      ? askedOf(piece).map((word) => term(word, false))
      : [term(piece, last && at === pieces.length - 1)],
  );
};

/** A chunk is found as it is typed and, with a script without spaces in it, where a run holds it. */
const chunkClause = (chunk: string, last: boolean): Clause => {
  const parts = partsOf(chunk);
  const typed = chunkTerms(parts, last);
  return parts.some(isUnspaced) ? [typed, unspacedTerms(parts, last)] : [typed];
};

/** What a document must hold to match the words as typed: every clause. Empty when nothing was asked. */
export const clausesOf = (typed: string): readonly Clause[] => {
  const runs = runsOf(chunksOf(typed).filter((chunk) => partsOf(chunk).length > 0));
  return runs.flatMap((run, at) => {
    const last = at === runs.length - 1;
    const each = run.map((chunk, position) => chunkClause(chunk, last && position === run.length - 1));
    const forms = NUMERIC_CHUNK.test(run[0] ?? '') ? phoneForms(run) : [];
    if (forms.length === 0) return each;
    return [[each.flat(2), ...forms.map((form) => [term(form, last)])]];
  });
};
