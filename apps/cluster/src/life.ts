import type { Cluster, Ended, Replica } from '@tributary/testing/cluster';

/** A process stops within less; what does not is ended, in milliseconds. */
const longestStop = 19_500;
/** npm hands on the Ctrl-C that a terminal has sent already: a second one, from a person, comes later. */
const echo = 1_000;
const lastLines = 20;

/** Somebody asks for the end, perhaps again. */
const stopSignals = (onAgain: () => void) => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let since: number | undefined;
  const hear = () => {
    if (since === undefined) resolve();
    else if (performance.now() - since > echo) onAgain();
    since ??= performance.now();
  };
  for (const signal of signals) process.on(signal, hear);
  return { asked, letGo: () => signals.forEach((signal) => process.off(signal, hear)) };
};

/** Which process ended, how, and what it said last. */
const obituary = ({ name, log, output }: Replica, { code, signal }: Omit<Ended, 'took'>): string => {
  const lines = output.trimEnd().split('\n').slice(-lastLines);
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return [`${name} ended ${how}; the last lines of ${log}:`, ...lines.map((line) => `  ${line}`)].join('\n');
};

/**
 * Starts a cluster and stays until the work on it is done, somebody asks for the end, or one of its processes
 * ends; then ends the others.
 * @param work begun when all are ready; it resolves with an exit code, and soon once its signal aborts
 * @returns the exit code: that of the work, 0 where somebody asked, 1 where a process ended
 */
export const live = async (
  cluster: Cluster,
  say: (line: string) => void,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> => {
  const stopping = new AbortController();
  const since = performance.now();
  const { asked, letGo } = stopSignals(() => void cluster.end('SIGKILL'));
  const onReady = ({ name, url }: Replica) =>
    say(`  ${name.padEnd(13)} ready at ${url} after ${((performance.now() - since) / 1_000).toFixed(1)} s`);
  let working: Promise<number> | undefined;
  const done = cluster.startAll(onReady).then(() => (working = work(stopping.signal)));
  const died = Promise.race(
    cluster.replicas.map(async (replica) => {
      const ended = await replica.ended;
      if (!stopping.signal.aborted) say(obituary(replica, ended));
      return 1;
    }),
  );
  // A start that fails because a process ended is told by its end.
  const over = done.catch((error: unknown) => {
    if (cluster.replicas.every(({ lives }) => lives)) throw error;
    return died;
  });
  try {
    return await Promise.race([asked.then(() => 0), died, over]);
  } finally {
    stopping.abort();
    say('Stopping');
    const last = setTimeout(() => void cluster.end('SIGKILL'), longestStop);
    await Promise.all([cluster.end('SIGTERM'), working?.catch(() => 1)]);
    clearTimeout(last);
    letGo();
  }
};
