/**
 * What becomes of a request to a simulated store: it is done and answered; it never arrives; or it is done and the
 * answer never arrives, so that whoever asked cannot tell the two apart.
 */
export type Fate = 'done' | 'lost' | 'answer-lost';

/** What befalls the requests of one process. */
export interface Weather {
  /** Resolves when a request arrives, with what becomes of it. */
  request(kind: 'append' | 'read'): Promise<Fate>;
}

/** Everything arrives at once. */
export const calm: Weather = { request: () => Promise.resolve('done') };
