import type * as overview from '../answers/overview.ts';
import { unmatchedReturn } from './facts-order.ts';
import { address, cursor, customer, mug, placedAt, returnedAt } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const minute = { minute: '2026-03-02T09:14:00.000Z', channels: { web: 3, pos: 8 } };
const group = { group: 'repository-orders', lag: 0, position: 48_213, parked: 1, following: true };
const cameBack = { ...unmatchedReturn, at: returnedAt };

export const overviewAnswers: ExamplesOf<typeof overview> = {
  OrdersInMinute: [minute],
  OrdersPerMinute: [{ minutes: [minute] }],
  ConsumerGroup: [group],
  ConsumerGroupList: [{ items: [group], unreachable: ['sourcing'] }],
  UnmatchedReturn: [cameBack],
  UnmatchedReturns: [{ items: [cameBack], next: cursor }],
  ProductOnFile: [
    { sku: mug, name: 'Blue mug', attributes: { category: 'Kitchen' }, weight: 340, updatedAt: placedAt },
  ],
  CustomerOnFile: [
    { ...customer, addresses: [address], updatedAt: placedAt, orders: '/v1/orders?customer=C-2041' },
  ],
};
