import type { NewEvent } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { Feed } from '../feed/feed.ts';
import { Progress } from './progress.ts';

let ids = 0;
const event = (): NewEvent => ({
  id: `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  type: 'tributary.order.shipped.v1',
  time: '2026-03-02T12:00:00.000Z',
  data: {},
  metadata: { source: 'tributary/order' },
});

describe('How far a webhook has come', () => {
  let log: SqliteEventLog;
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
  });
  afterEach(() => log.close());

  const record = (count: number) =>
    log
      .forService('order')
      .append([{ stream: 'order-1', expectedVersion: 'any', events: Array.from({ length: count }, event) }]);
  const places = async (feed: Feed, cursor: string) => feed.placesAt({ after: cursor });
  const never = () => {
    throw new Error('It was not saved.');
  };

  it('is where it began, then where it was saved', async () => {
    const feed = new Feed([log]);
    await record(2);
    const begins = feed.cursorAt(await feed.placesAt('now'));
    await record(3);
    const progress = () => new Progress('w', feed, log.coordination);
    expect(await places(feed, await progress().load(begins))).toEqual([2]);
    const moving = progress();
    moving.save(feed.cursorAt([4]), never);
    await moving.flush();
    expect(await places(feed, await progress().load(begins))).toEqual([4]);
    expect(await places(feed, await new Progress('other', feed, log.coordination).load(begins))).toEqual([2]);
  });

  it('is the end of a log that was exchanged, as it was when that was noticed', async () => {
    const feed = new Feed([log]);
    await record(5);
    const before = openSqliteEventLog(':memory:');
    const begins = new Feed([before]).cursorAt([7]);
    await before.close();
    const progress = () => new Progress('w', feed, log.coordination);
    expect(await places(feed, await progress().load(begins))).toEqual([5]);
    // Nothing was taken yet, and the process begins anew.
    await record(3);
    expect(await places(feed, await progress().load(begins))).toEqual([5]);
  });
});
