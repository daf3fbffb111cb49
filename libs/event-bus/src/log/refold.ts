import { typesOn } from '@tributary/contracts';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import type { BatchSubscription, BusMessage, EventBus } from '../port.ts';
import { type Router, UnreadableEvent, logPartition, routerFor } from './routing.ts';

const pageSize = 10_000;

/**
 * A bus that folds the log into a projector at once and ends: for rebuilding and for checking.
 * @param through how far each group's fold goes
 */
export const refoldingBus = (
  log: Pick<EventLog, 'all'>,
  through: (group: string) => Promise<number>,
): Pick<EventBus, 'subscribe'> => ({
  subscribe: async (subscription) => {
    if (subscription.kind !== 'batch') throw new Error(`Group ${subscription.group} keeps no read model.`);
    const end = await through(subscription.group);
    const route = routerFor(subscription);
    const types = typesOn(subscription.topics);
    for (let after = 0; after < end;) {
      const events = (await log.all.readAll(after, pageSize, types)).filter(
        ({ position }) => position <= end,
      );
      after = events.at(-1)?.position ?? end;
      const messages = events.flatMap((event) => readable(route, event));
      await handle(subscription, messages, after);
      subscription.onProgress?.({ partition: logPartition, offset: after });
    }
  },
});

/** An event that cannot be read is parked by the live bus, and so in no document. */
const readable = (route: Router, event: RecordedEvent): readonly BusMessage[] => {
  try {
    const message = route(event);
    return message ? [message] : [];
  } catch (error) {
    if (error instanceof UnreadableEvent) return [];
    throw error;
  }
};

/** What the live model had to park fails here again, and is passed over in the same way. */
const handle = async (
  subscription: BatchSubscription,
  messages: readonly BusMessage[],
  offset: number,
): Promise<void> => {
  const through = { partition: logPartition, offset };
  try {
    await subscription.handle(messages, through);
  } catch (error) {
    if (messages.length === 1) return;
    if (messages.length === 0) throw error;
    const middle = messages.length >> 1;
    await handle(subscription, messages.slice(0, middle), messages[middle - 1]!.offset);
    await handle(subscription, messages.slice(middle), offset);
  }
};
