import { SingleBar } from 'cli-progress';

export interface Progress {
  update(value: number, payload: Record<string, string | number>): void;
  stop(): void;
}

/**
 * A progress bar on standard error.
 * @param format as in cli-progress, e.g. `{bar} {value}/{total} {text}`
 * @param withoutTerminal where that is no terminal: a line every two seconds for somebody who watches, or nothing,
 *   for programs that take what stands there for an error
 */
export const progressBar = (
  format: string,
  total: number,
  payload: Record<string, string | number> = {},
  withoutTerminal: 'lines' | 'nothing' = 'nothing',
): Progress => {
  const bar = new SingleBar({
    format,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    emptyOnZero: true,
    gracefulExit: false,
    stream: process.stderr,
    noTTYOutput: withoutTerminal === 'lines',
    notTTYSchedule: 2_000,
  });
  bar.start(total, 0, payload);
  return { update: (value, more) => bar.update(value, more), stop: () => bar.stop() };
};

export const count = (value: number): string => value.toLocaleString('en');
