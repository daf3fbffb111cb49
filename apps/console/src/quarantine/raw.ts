import { t } from '../words/words.ts';
/** A message as text to read and edit: JSON laid out, anything else as it came. */
export const textOf = (raw: unknown): string => {
  if (typeof raw !== 'string') return JSON.stringify(raw, null, 2) ?? '';
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
};

/** What an edited text says, or why it is no JSON object. */
export const parseEdited = (text: string): { readonly value: object } | { readonly fault: string } => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value }
      : { fault: t("A message is one JSON object: '{' … '}'.") };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};
