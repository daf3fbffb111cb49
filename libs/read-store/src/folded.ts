/**
 * Text as words are compared: without case and accents, and without what people leave out when they type.
 * Vowel signs of Indic and South-East Asian scripts stay, since they make other words.
 */

const ASCII = /^[\0-\x7f]*$/;

/**
 * Accents; variation selectors, which pick the shape of one and the same letter; the points and signs of
 * Arabic and Hebrew, which few people type.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?=[\p{scx=Arabic}\p{scx=Hebrew}])\p{M}/gu;

/**
 * Letters that Unicode does not decompose, as they are typed instead: with a stroke or as a ligature; in
 * Arabic what Lucene's ArabicNormalizer and PersianNormalizer make one (alef wasla, alef maksura, teh
 * marbuta, Farsi yeh, yeh barree, keheh, the hehs), without the tatweel. What carries a hamza or madda is
 * decomposed, so these fall with the marks.
 */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ',
  '\u0671': '\u0627', '\u0649': '\u064a', '\u06cc': '\u064a', '\u06d2': '\u064a',
  '\u0629': '\u0647', '\u06c1': '\u0647', '\u06d5': '\u0647', '\u06a9': '\u0643', '\u0640': '',
}; // prettier-ignore
const TYPED_OTHERWISE = new RegExp(`[${Object.keys(TYPED_AS).join('')}]`, 'g');

const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * Marks after the thirtieth in a row, as in Unicode's Stream-Safe Text Format (UAX 15), whose number is more than
 * any word has: to put marks in order takes the square of their number. The halfwidth sound marks of Katakana
 * are letters that become marks.
 */
const TOO_MANY_MARKS = /(?<=[\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** The same for texts that mean the same words to whoever types them; ASCII is only put in lower case. */
export const folded = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .replace(TOO_MANY_MARKS, '')
        .normalize('NFKD')
        .toLowerCase()
        .replace(OPTIONAL_MARKS, '')
        .replace(TYPED_OTHERWISE, (letter) => TYPED_AS[letter] ?? letter)
        // Both rows of ten begin at a multiple of 16.
        .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
