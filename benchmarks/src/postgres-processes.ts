import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Contender } from './measure.ts';
import type { WriterAnswer, WriterTask } from './postgres-writer.ts';

/** Processes that append to one log, each through its own adapter. */
export interface Writers {
  /** The first so many of them at once; events are those of a round together. */
  contender(processes: number, callers: number, events: number): Contender;
  stop(): Promise<void>;
}

interface Writer {
  readonly child: ChildProcess;
  cpu: number;
}

/** @throws Error it ended before it answered */
const answerOf = async (writer: Writer): Promise<number> => {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const [answer] = (await Promise.race([
      once(writer.child, 'message', { signal }),
      once(writer.child, 'exit', { signal }).then(([code]) => {
        throw new Error(`A process that appends ended with ${code}.`);
      }),
    ])) as [WriterAnswer];
    writer.cpu = answer.cpu;
    return answer.appended;
  } finally {
    ended.abort();
  }
};

const startWriter = async (url: string, schema: string, number: number): Promise<Writer> => {
  const file = path.join(import.meta.dirname, 'postgres-writer.js');
  const writer = { child: fork(file, [url, schema, `writer${number}`]), cpu: 0 };
  await answerOf(writer);
  return writer;
};

const contenderOf = (writers: readonly Writer[], callers: number, events: number): Contender => ({
  name: `${writers.length} ${writers.length === 1 ? 'process' : 'processes'}, ${callers} callers in each`,
  run: async () => {
    const task: WriterTask = { callers, events: events / writers.length };
    const appended = writers.map((writer) => {
      writer.child.send(task);
      return answerOf(writer);
    });
    return (await Promise.all(appended)).reduce((sum, each) => sum + each, 0);
  },
  cpu: () => writers.reduce((sum, { cpu }) => sum + cpu, 0),
});

const stopWriter = async ({ child }: Writer): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
};

/**
 * @param schema the log they write, created when it is missing
 * @throws Error one of them did not start; none is left running
 */
export const startWriters = async (url: string, schema: string, processes: number): Promise<Writers> => {
  const writers: Writer[] = [];
  const stop = async (): Promise<void> => void (await Promise.all(writers.map(stopWriter)));
  try {
    for (let number = 1; number <= processes; number += 1)
      writers.push(await startWriter(url, schema, number));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    contender: (count, callers, events) => contenderOf(writers.slice(0, count), callers, events),
    stop,
  };
};
