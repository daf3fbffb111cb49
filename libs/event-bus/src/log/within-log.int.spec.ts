import { factTopics } from '@tributary/contracts';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { Subscription } from '../port.ts';
import { openLogBus } from './index.ts';

const subscriptions: readonly Subscription[] = [
  { kind: 'message', group: 'order', topics: [factTopics.order], handle: () => Promise.resolve() },
  {
    kind: 'batch',
    group: 'repository-orders',
    topics: [factTopics.order],
    checkpoints: () => Promise.resolve({ log: 7 }),
    handle: () => Promise.resolve(),
  },
];

describe('A group that has come further than its log', () => {
  it.each(subscriptions)(
    'is refused with its place and the end of the log, as a $kind group',
    async (subscription) => {
      const log = openSqliteEventLog(':memory:');
      log.checkpoints.save('order', 7);
      await log.checkpoints.flush();
      const bus = openLogBus({ log, checkpoints: log.checkpoints });
      await expect(bus.subscribe(subscription)).rejects.toThrow(
        `Group ${subscription.group} has come to 7, and the log ends at 0`,
      );
      await bus.close();
      await log.close();
    },
  );
});
