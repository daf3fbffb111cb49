import { ImportError } from './connector.ts';

/**
 * Whether text in an encoding can be read.
 * @param label as WHATWG lists them, in any case: `windows-1252`, `latin1`, `shift_jis` (https://encoding.spec.whatwg.org/#names-and-labels)
 */
export const isEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
};

/** The marks of the encodings that can be told by one, and what is left of them as UTF-8: nothing. */
const encodings = [
  { label: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
const LONGEST_MARK = 3;

const encodingOf = (start: Uint8Array) =>
  encodings.find(({ mark }) => mark.every((byte, at) => start[at] === byte));

async function* transcoded(chunks: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(label, { fatal: true });
  const encoder = new TextEncoder();
  try {
    for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
    yield encoder.encode(decoder.decode());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new ImportError('unreadable-text', `The file is no ${label.toUpperCase()} from here on.`, {
      cause: error,
    });
  }
}

/**
 * The same text as UTF-8 without a byte-order mark. A mark at its beginning tells more than what was declared
 * (https://encoding.spec.whatwg.org/#decode); bytes of UTF-8 pass as they are. Throws `ImportError` at what is no
 * text in its encoding.
 * @param declared label of the encoding of text without a mark
 */
export async function* utf8Of(
  input: AsyncIterable<Uint8Array>,
  declared = 'utf-8',
): AsyncGenerator<Uint8Array> {
  const chunks = input[Symbol.asyncIterator]();
  let start = new Uint8Array();
  while (start.length < LONGEST_MARK) {
    const { done, value } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  const found = encodingOf(start);
  const rest = withStart(start.subarray(found?.mark.length ?? 0), chunks);
  const { encoding } = new TextDecoder(found?.label ?? declared);
  if (encoding === 'utf-8') yield* rest;
  else yield* transcoded(rest, encoding);
}

async function* withStart(start: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
