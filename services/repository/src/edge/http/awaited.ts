import { setTimeout as delay } from 'node:timers/promises';

/** The longest that a reader may ask to wait, in milliseconds. */
const longestWait = 10_000;
/** Between two looks, in milliseconds: the first comes soon, since most of what is awaited is under way. */
const [firstPause, longestPause] = [20, 200];

/**
 * How long a request prefers to wait for its answer: `Prefer: wait=5` (RFC 7240, section 4.3), in
 * milliseconds. A preference that cannot be read is ignored, as the RFC has it; a longer one than is
 * granted is cut.
 */
export const preferredWait = (prefer: string | undefined): number => {
  const wait = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:[,;]|$)/i.exec(prefer ?? '');
  return Math.min(Number(wait?.[1] ?? 0) * 1_000, longestWait);
};

/**
 * What is read, looked for again until it is there or the time is over. What was published a moment
 * ago is on its way through the services, on any replica: whoever asks in the same breath need not
 * come back.
 * @param wait milliseconds
 * @param left tells that nobody waits for the answer any more
 */
export const awaited = async <T>(
  read: () => Promise<T | undefined>,
  wait: number,
  left: () => boolean = () => false,
): Promise<T | undefined> => {
  const end = performance.now() + wait;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const found = await read();
    const rest = end - performance.now();
    if (found !== undefined || rest <= 0 || left()) return found;
    await delay(Math.min(pause, rest));
  }
};
