import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, type Readable, finished } from 'node:stream';
import { Problem, cutOff, timedOut } from './problem.ts';

/** How often in its patience a file is looked at: it is that much later at most that it is given up. */
const looks = 4;

/**
 * A file as it comes, apart from its connection: whoever ends reading early can still answer. It may take as long as
 * bytes of it come; where none came for a while it fails with Problem 408, and its connection ends with the answer.
 * @param body what the request holds: itself, or that unpacked
 * @param patience milliseconds without a byte
 * @returns a stream that also fails with Problem 400 `cut-off`, which nobody is left to hear
 */
export const arrivingFile = (
  request: IncomingMessage,
  response: ServerResponse,
  body: Readable,
  patience: number,
): Readable => {
  const file = body.pipe(new PassThrough());
  // Whoever reads it hears of its errors; there may be nobody.
  file.on('error', () => {});
  finished(body, (error) => {
    if (error) file.destroy(error instanceof Problem ? error : cutOff());
  });
  let before = request.socket.bytesRead;
  let quiet = 0;
  const looking = setInterval(() => {
    const { bytesRead } = request.socket;
    // What lies here unread waits for us, not for its sender.
    quiet = bytesRead === before && request.readableLength === 0 ? quiet + 1 : 0;
    before = bytesRead;
    if (quiet < looks) return;
    clearInterval(looking);
    const hangUp = () => request.socket.destroySoon();
    if (response.writableFinished) hangUp();
    else response.once('finish', hangUp);
    file.destroy(timedOut());
  }, patience / looks);
  const stop = () => clearInterval(looking);
  request.once('end', stop).once('close', stop);
  return file;
};
