/** For what an order stands among those that need a person, each in a word; one order may need somebody for several. */
export const standingQueues = [
  'held',
  'short',
  'unpaid',
  'expired',
  'refund',
  'proposals',
  'waiting',
] as const;
export type StandingQueue = (typeof standingQueues)[number];

/** All queues that can be asked for: an order comes to stand in `late` as time passes, without a fact. */
export const orderQueues = ['held', 'late', ...standingQueues.slice(1)] as readonly [
  'held',
  'late',
  ...Exclude<StandingQueue, 'held'>[],
];
export type OrderQueue = StandingQueue | 'late';
