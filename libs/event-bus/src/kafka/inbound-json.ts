/** Levels of nesting, as over HTTP: deep nesting costs the parser seconds and overflows stacks later. */
const maxDepth = 32;

/**
 * JSON that a stranger wrote, bounded as over HTTP.
 * @returns its value, or why it is not taken; never throws, whatever the bytes are
 */
export const readJson = (bytes: Buffer): { readonly value: unknown } | { readonly reason: string } => {
  if (nestsDeeperThan(bytes, maxDepth))
    return { reason: `JSON is read to a depth of ${maxDepth}; flatten the message.` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'The message is not valid UTF-8.' };
  }
  try {
    return { value: JSON.parse(text, harmless) as unknown };
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

const code = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openArray: 0x5b,
  closeArray: 0x5d,
} as const;

/** Told without parsing it. Brackets inside strings do not count. */
const nestsDeeperThan = (json: Uint8Array, bound: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (inString) {
      if (byte === code.backslash) index += 1;
      else if (byte === code.quote) inString = false;
    } else if (byte === code.quote) inString = true;
    else if (byte === code.open || byte === code.openArray) {
      depth += 1;
      if (depth > bound) return true;
    } else if (byte === code.close || byte === code.closeArray) depth -= 1;
  }
  return false;
};
