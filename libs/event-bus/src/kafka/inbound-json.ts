import { jsonTextOf } from '@tributary/contracts';

/**
 * JSON that a stranger wrote, bounded as over HTTP.
 * @returns its value, or why it is not taken; never throws, whatever the bytes are
 */
export const readJson = (bytes: Buffer): { readonly value: unknown } | { readonly reason: string } => {
  const read = jsonTextOf(bytes, 'message');
  if ('code' in read) return { reason: read.reason };
  try {
    return { value: JSON.parse(read.text, harmless) as unknown };
  } catch (error) {
    return { reason: `The message is not acceptable JSON: ${(error as Error).message.slice(0, 200)}` };
  }
};

/** Names that, copied from object to object, would change what all objects are. */
const harmless = (name: string, value: unknown): unknown => {
  const isForged =
    name === '__proto__' ||
    (name === 'constructor' &&
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, 'prototype'));
  if (isForged) throw new SyntaxError(`the name ${name} is not taken`);
  return value;
};
