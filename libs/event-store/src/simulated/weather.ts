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

/**
 * One request to a server, and the way back of its answer or refusal.
 * @param atServer what it does when the request arrives, at once or in a while
 * @param away what is thrown where either was lost
 */
export const asked = async <T>(
  weather: Weather,
  kind: 'write' | 'read',
  atServer: () => T | Promise<T>,
  away: () => Error,
): Promise<T> => {
  const fate = await weather.request(kind);
  const answer = fate === 'lost' ? undefined : await answerOf(atServer);
  await weather.answered(kind);
  if (answer === undefined || fate === 'answer-lost') throw away();
  return answer();
};

const answerOf = async <T>(atServer: () => T | Promise<T>): Promise<() => T> => {
  try {
    const answer = await atServer();
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
};
