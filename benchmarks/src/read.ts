import { requestOf, sendAll } from './connection.ts';
import { type Report, compare, median, percentile, reportOf, seconds } from './measure.ts';
import { type Server, startEmptyServer, startPlatform, untilReady, untilSettled } from './processes.ts';
import { reading } from './reading.ts';
import { sampleLog } from './sample-log.ts';
import { chance, orderEvent, sampleOrder } from './sample-orders.ts';
import { get, listPath, listsAsked, orderPath, ordersAsked } from './sample-reads.ts';

const events = 1_000_000;
const rounds = 5;
/** Requests one after the other, to say how long one takes when nothing else happens. */
const alone = 1_500;

/** A tenth of what a list of 25 among 10.7k orders took Vendure 3.7 on this machine's kind (18–20 ms). */
const listGoal = 1.8;

/** The request of the `http` benchmark: the empty handler that reads and validates an order. */
const emptyOrder = (() => {
  const body = JSON.stringify(orderEvent(sampleOrder(0, chance(17))));
  const request = requestOf({ method: 'POST', path: '/orders', body });
  return () => request;
})();

const listTimes = async (server: Server, next: () => Buffer): Promise<readonly number[]> => {
  const times: number[] = [];
  let left = alone;
  await sendAll(
    server.url,
    1,
    () => ((left -= 1) >= 0 ? next() : undefined),
    (took) => times.push(took),
  );
  return times;
};

/** One order by its id, and a list by channel, status and the last thirty days, among 200,000 orders. */
export const read = async (): Promise<readonly Report[]> => {
  const { folder, orders } = await sampleLog(events);
  const platform = await startPlatform(folder);
  const empty = await startEmptyServer();
  try {
    await untilReady(platform.url);
    await untilSettled(platform.url);
    const [nextOrder, nextList] = [ordersAsked(orders), listsAsked()];
    const byId = () => orderPath(nextOrder());
    const list = () => listPath(nextList());
    const reports: Report[] = [];
    for (const [what, next] of [
      ['order by id', byId],
      ['filtered list of 25', list],
    ] as const) {
      const ours = reading('platform', platform, () => get(`/v1${next()}`));
      const emptyGet = reading('empty GET handler', empty, () => get(next()));
      const emptyPost = reading('empty POST handler', empty, emptyOrder);
      const shape = { ours, unit: 'request', by: 'cpu', rounds } as const;
      reports.push(
        await compare({ ...shape, title: `${what} over HTTP, 200,000 orders`, theirs: emptyPost, goal: 0.5 }),
        await compare({ ...shape, title: `${what}, against an empty GET`, theirs: emptyGet, goal: 0 }),
      );
    }
    const cpu = platform.cpu();
    const times = await listTimes(platform, () => get(`/v1${list()}`));
    const p50 = median(times);
    return [
      ...reports,
      reportOf({
        name: 'filtered list of 25, one request at a time',
        ours: `p50 ${seconds(p50)}, p99 ${seconds(percentile(times, 99))}`,
        limit: 'Vendure 3.7: p50 18 ms, not in this run',
        ratio: (p50 / 18).toFixed(2),
        cpu: `${Math.round((platform.cpu() - cpu) / alone)} µs/request`,
        goal: `p50 ≤ ${listGoal} ms`,
        met: p50 <= listGoal,
      }),
    ];
  } finally {
    await platform.stop();
    await empty.stop();
  }
};
