const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * The text within `max` UTF-16 units, trimmed: cut before the character that crosses the bound, a character
 * being what a person sees as one.
 */
export const within = (text: string, max: number): string => {
  const trimmed = text.trim();
  if (trimmed.length <= max) return trimmed;
  const { index } = graphemes.segment(trimmed).containing(max)!;
  // One character of hundreds of marks is cut between them, but not inside a surrogate pair.
  const end = index > 0 ? index : max - Number(isHighSurrogate(trimmed.charCodeAt(max - 1)));
  return trimmed.slice(0, end).trim();
};
