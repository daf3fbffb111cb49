/** Languages of the console, each in its own words. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
const languageOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/**
 * The language of a visitor: the one they chose, else the first of their browser's that there is, else English.
 * @param chosen what was chosen before, if anything was
 * @param preferred tags of BCP 47, best first
 */
export const languageFor = (chosen: string | null, preferred: readonly string[]): Language =>
  [chosen ?? '', ...preferred.map(languageOf)].find(isLanguage) ?? 'en';

/** For whom no variety of the language is set: English of those whose own it is not is the British. */
const plainest: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de' };

/**
 * How dates, times and numbers are written in a language: as in the visitor's own variety of it, where they have one.
 * @param preferred tags of BCP 47, best first
 */
export const localeFor = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => languageOf(tag) === language) ?? plainest[language];
