/** One line of a text input; `tooLong` lines carry only their beginning. */
export interface Line {
  number: number;
  bytes: Uint8Array;
  tooLong: boolean;
}

const NEWLINE = 0x0a;
/** How much of an over-long line is kept, so that a person can recognise it. */
const KEPT_OF_TOO_LONG = 1_000;

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 ? parts[0]! : Buffer.concat(parts);

/**
 * Cuts bytes into lines at LF. Never holds more of a line than `maxBytes`, whatever the input.
 * The last line needs no LF.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  let tooLong = false;

  const hold = (part: Uint8Array): void => {
    if (part.length === 0 || tooLong) return;
    size += part.length;
    parts.push(part);
    if (size <= maxBytes) return;
    parts = [joined(parts).slice(0, KEPT_OF_TOO_LONG)];
    tooLong = true;
  };
  const take = (): Line => {
    const line = { number: (number += 1), bytes: joined(parts), tooLong };
    parts = [];
    size = 0;
    tooLong = false;
    return line;
  };

  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
