import { sendAll } from './connection.ts';
import type { Contender } from './measure.ts';
import type { Server } from './processes.ts';

/** Kept-alive connections, or callers, that ask at once. */
export const readersAtOnce = 32;
/** Requests in a round. */
export const readsInRound = 3_000;

/** A server that is asked over HTTP; its own CPU is counted. */
export const reading = (name: string, server: Server, next: () => Buffer): Contender => ({
  name,
  run: async () => {
    let left = readsInRound;
    await sendAll(server.url, readersAtOnce, () => ((left -= 1) >= 0 ? next() : undefined));
    return readsInRound;
  },
  cpu: () => server.cpu(),
});
