import type * as queues from '../answers/queues.ts';
import { placedAt } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type QueueAnswers = ExamplesOf<typeof queues>;

const short: QueueAnswers['OrderQueueCount'][0] = { queue: 'short', orders: 3, oldest: placedAt };
const unpaid: QueueAnswers['OrderQueueCount'][0] = {
  queue: 'unpaid',
  orders: 99,
  isMore: true,
  oldest: placedAt,
};

export const queueAnswers: QueueAnswers = {
  OrderQueueCount: [short, unpaid],
  OrderQueues: [{ items: [{ queue: 'held', orders: 0 }, short, unpaid] }],
};
