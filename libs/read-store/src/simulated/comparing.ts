import type { FieldValue } from '../port.ts';

/** By code point, which is the order of their bytes in UTF-8. */
export const compareTexts = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Null first, numbers by size, texts by code point. */
export const compareValues = (a: FieldValue, b: FieldValue): number => {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));
};
