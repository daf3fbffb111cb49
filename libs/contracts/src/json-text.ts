/** Levels of nesting in JSON that a stranger wrote: deep nesting costs the parser seconds and overflows stacks later. */
export const maxDepth = 32;
/** Bytes of one event as JSON in UTF-8, without white space between its parts; of one line in a file, as it stands there. */
export const maxEventBytes = 1_000_000;

const code = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openArray: 0x5b,
  closeArray: 0x5d,
} as const;

/** Whether JSON text nests deeper than a bound, without parsing it. Brackets inside strings do not count. */
export const nestsDeeperThan = (text: Uint8Array, bound: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index];
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

/** Why bytes are not read as JSON. */
export interface Unread {
  readonly code: 'too-deep' | 'not-utf8';
  readonly reason: string;
}

/**
 * Bytes as text to be parsed as JSON, bounded in depth before that.
 * @param what they are, for the reason: `body` or `message`
 */
export const jsonTextOf = (bytes: Uint8Array, what: string): { readonly text: string } | Unread => {
  if (nestsDeeperThan(bytes, maxDepth))
    return { code: 'too-deep', reason: `JSON is read to a depth of ${maxDepth}; flatten the message.` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { code: 'not-utf8', reason: `The ${what} is not valid UTF-8.` };
  }
};
