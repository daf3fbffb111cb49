import { SingleBar } from 'cli-progress';

export interface Progress {
  update(value: number, payload: Record<string, string | number>): void;
  stop(): void;
}

/**
 * A progress bar on standard error; where that is no terminal, nothing but the caller's own lines.
 * @param format as in cli-progress, e.g. `{bar} {value}/{total} {text}`
 */
export const progressBar = (
  format: string,
  total: number,
  payload: Record<string, string | number> = {},
): Progress => {
  const bar = new SingleBar({
    format,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    emptyOnZero: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  bar.start(total, 0, payload);
  return { update: (value, more) => bar.update(value, more), stop: () => bar.stop() };
};

export const count = (value: number): string => value.toLocaleString('en');
