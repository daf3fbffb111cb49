/**
 * What becomes of a request to a simulated server: it is done and answered; it never arrives; or it is done and the
 * answer never arrives, so that whoever asked cannot tell the two apart.
 */
export type Fate = 'done' | 'lost' | 'answer-lost';

/** What befalls the requests of one process on their way to a server and back. */
export interface Weather {
  /** Resolves when a request arrives, or it is noticed that it never will, with what becomes of it. */
  request(kind: 'write' | 'read'): Promise<Fate>;
  /** Resolves when the answer to one arrives. */
  answered(kind: 'write' | 'read'): Promise<void>;
}

/** Everything arrives at once. */
export const calm: Weather = {
  request: () => Promise.resolve('done'),
  answered: () => Promise.resolve(),
};
