import { type Language, languageFor, localeFor } from './language.ts';

const storageName = 'tributary.language';

/** In the page; in specs, which have none, English of the United States. */
const { chosen, preferred } =
  typeof document === 'undefined'
    ? { chosen: 'en', preferred: ['en-US'] }
    : { chosen: localStorage.getItem(storageName), preferred: navigator.languages };

/** The language of this page. It stays until the page is loaded anew, so words may be looked up at any time. */
export const language = languageFor(chosen, preferred);

/** How this page writes dates, times and numbers (BCP 47). */
export const locale = localeFor(language, preferred);

/** Has this browser use a language from now on; the page is loaded anew in it. */
export const choose = (chosen: Language): void => {
  localStorage.setItem(storageName, chosen);
  window.location.reload();
};
