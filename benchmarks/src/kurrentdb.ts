import { randomBytes } from 'node:crypto';
import { openKurrentEventLog } from '@tributary/event-store/kurrentdb';
import { startKurrentDouble } from '@tributary/event-store/kurrentdb-double';
import { appendAtOnce } from './append.ts';
import { bareAppends, bareSubscription } from './bare-kurrent.ts';
import { type Contender, type Report, compare } from './measure.ts';

const title = 'KurrentDB event log';
const unit = 'event';
const rounds = 9;

/** Callers at once, and events in a round. */
const crowds = [
  { callers: 1, events: 200 },
  { callers: 16, events: 1_600 },
  { callers: 64, events: 3_200 },
];
/** Events that are followed. */
const followed = 20_000;

/** Where it is measured, and the least ratio there; a double has none. */
interface Place {
  readonly url: string;
  readonly name: string;
  readonly goal: number;
}

/** Streams of one measurement, told by their names. */
const newLog = (): string => `bench_${randomBytes(6).toString('hex')}`;

const ourAppends = async (url: string, callers: number, events: number): Promise<Contender> => {
  const log = await openKurrentEventLog({ url, name: newLog() });
  const store = log.forService('order');
  return {
    name: `event log, ${callers} at once`,
    run: () => appendAtOnce(store, callers, events),
    close: () => log.close(),
  };
};

const appending = async ({ url, name, goal }: Place, { callers, events }: (typeof crowds)[number]) =>
  compare({
    title: `${name} append, ${callers} at once`,
    ours: await ourAppends(url, callers, events),
    theirs: await bareAppends(url, newLog(), callers, events),
    unit,
    goal,
    rounds,
  });

const ourFollow = async (url: string, name: string): Promise<Contender> => {
  const log = await openKurrentEventLog({ url, name });
  const store = log.forService('order');
  await appendAtOnce(store, 256, followed);
  return {
    name: 'event log, followed',
    run: async () => {
      const ending = new AbortController();
      let came = 0;
      for await (const batch of log.all.follow(0, ending.signal)) {
        came += batch.length;
        if (came >= followed) ending.abort();
      }
      return came;
    },
    close: () => log.close(),
  };
};

const following = async ({ url, name, goal }: Place): Promise<Report> => {
  const log = newLog();
  return compare({
    title: `${name} follow`,
    ours: await ourFollow(url, log),
    theirs: bareSubscription(url, log, followed),
    unit,
    goal,
    rounds,
  });
};

const measurements: readonly ((place: Place) => Promise<Report>)[] = [
  ...crowds.map((crowd) => (place: Place) => appending(place, crowd)),
  following,
];

/** Each on a double of its own: all that is recorded there stays in memory. */
const onDoubles = async (): Promise<Report[]> => {
  console.log('on a double: figures of the protocol in one process, not of the server');
  const reports: Report[] = [];
  for (const measure of measurements) {
    const double = await startKurrentDouble();
    try {
      reports.push(await measure({ url: double.url, name: 'KurrentDB double', goal: 0 }));
    } finally {
      double.stop();
    }
  }
  return reports;
};

/**
 * The event log in KurrentDB beside the client alone on the same server, which writes the same records and reads
 * the same streams. Only the clients' CPU is counted. With `--double` on a double of the protocol, without goals.
 */
export const kurrentdb = async (): Promise<readonly Report[]> => {
  if (process.argv.includes('--double')) return onDoubles();
  const url = process.env['KURRENTDB_URL'];
  if (!url) return [{ title, skipped: 'KURRENTDB_URL names no server' }];
  const reports: Report[] = [];
  for (const measure of measurements) reports.push(await measure({ url, name: 'KurrentDB', goal: 0.7 }));
  return reports;
};
