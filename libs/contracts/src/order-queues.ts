/** For what an order stands among those that need a person, each in a word; one order may need somebody for several. */
export const orderQueues = ['held', 'short', 'unpaid', 'expired', 'proposals', 'waiting'] as const;
export type OrderQueue = (typeof orderQueues)[number];
