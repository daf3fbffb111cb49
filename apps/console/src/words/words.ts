import { IntlMessageFormat } from 'intl-messageformat';
import { Children, type ReactNode } from 'react';
import type { Language } from './language.ts';
import { language, locale } from './own.ts';

type Catalogue = Readonly<Record<string, string>>;

/** English needs no catalogue: its messages are in the code. */
const catalogueOf: Readonly<
  Record<Language, () => Promise<readonly [messages: Catalogue, codes: Catalogue]>>
> = {
  en: async () => [{}, {}],
  de: async () => {
    const [{ default: messages }, { default: codes }] = await Promise.all([
      import('./german.json'),
      import('./german-codes.json'),
    ]);
    return [messages, codes];
  },
};
const [catalogue, codes] = await catalogueOf[language]();

const formats = new Map<string, IntlMessageFormat>();

/** What follows in a message tells words apart that are one in English: `Open##do` is what a button does. */
const apart = /##.*$/;

const formatOf = (message: string): IntlMessageFormat => {
  const known = formats.get(message);
  if (known) return known;
  const format = new IntlMessageFormat(catalogue[message] ?? message.replace(apart, ''), locale);
  formats.set(message, format);
  return format;
};

/**
 * Words in the language of the page.
 * @param message in English, as ICU writes messages: `{name}`, `{count, plural, one {# order} other {# orders}}`
 * @param values what stands in its braces
 */
export const t = (
  message: string,
  values?: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string => formatOf(message).format(values) as string;

type Rich = ReactNode | ((chunks: ReactNode[]) => ReactNode);

/** As `t`, with elements in it: `{moment}` is one, and `<b>…</b>` is made of what is within. */
export const rich = (message: string, values: Readonly<Record<string, Rich>>): ReactNode =>
  Children.toArray(formatOf(message).format<ReactNode>(values as never));

/** Words as they stand within a sentence: English writes them small there, German as it always does. */
export const within = (words: string): string => (language === 'en' ? words.toLowerCase() : words);

/** What a code of the platform is called, of its English words; themselves for one that this console does not know yet. */
export const called = (words: string): string =>
  codes[words] ?? codes[words.charAt(0).toUpperCase() + words.slice(1)] ?? words;
