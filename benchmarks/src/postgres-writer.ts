import { openPostgresEventLog } from '@tributary/event-store/postgres';
import { appendAtOnce } from './append.ts';

/** One of several processes that write one log. Started by `postgres-processes.ts`, which says how much. */
export interface WriterTask {
  readonly callers: number;
  readonly events: number;
}

/** What it answers, once open and after each task. */
export interface WriterAnswer {
  readonly appended: number;
  /** User and system CPU it has used so far, in microseconds. */
  readonly cpu: number;
}

const [url, schema, kind] = process.argv.slice(2) as [string, string, string];
const log = await openPostgresEventLog({ url, schema });
const store = log.forService('order');

const answer = (appended: number): void => {
  const { user, system } = process.cpuUsage();
  process.send!({ appended, cpu: user + system } satisfies WriterAnswer);
};

process.on('message', ({ callers, events }: WriterTask) => {
  void appendAtOnce(store, callers, events, kind).then(answer);
});
process.once('disconnect', () => void log.close());
answer(0);
