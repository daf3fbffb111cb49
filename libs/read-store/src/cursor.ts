import { BadQuery } from './port.ts';
import type { FieldValue } from './port.ts';

const isOfType = (value: unknown, type: 'text' | 'integer'): value is FieldValue =>
  value === null || (type === 'text' ? typeof value === 'string' : Number.isSafeInteger(value));

/** Opaque to its holder: the query's fingerprint and the last item's sort value and id. */
export const encodeCursor = (fingerprint: string, value: FieldValue, id: string): string =>
  Buffer.from(JSON.stringify([fingerprint, value, id])).toString('base64url');

const parsed = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};

/** @throws BadQuery when the cursor is no cursor, or one of another query */
export const decodeCursor = (
  cursor: string,
  fingerprint: string,
  type: 'text' | 'integer',
): { readonly value: FieldValue; readonly id: string } => {
  const [of, value, id] = typeof cursor === 'string' ? parsed(cursor) : [];
  if (of === undefined) throw new BadQuery('cursor', 'this is not a cursor');
  if (of !== fingerprint) throw new BadQuery('cursor', 'the cursor belongs to another query');
  if (typeof id !== 'string' || !isOfType(value, type)) throw new BadQuery('cursor', 'the cursor is damaged');
  return { value, id };
};
