import type * as overview from '../answers/overview.ts';
import { unmatchedReturn } from './facts-order.ts';
import {
  address,
  cursor,
  customer,
  mug,
  mugPrices,
  orderId,
  placedAt,
  returnedAt,
  teapotSerial,
} from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const minute = { minute: '2026-03-02T09:14:00.000Z', channels: { web: 3, pos: 8 } };
const group = { group: 'repository-orders', lag: 0, position: 48_213, parked: 1, following: true };
const cameBack = { ...unmatchedReturn, at: returnedAt };

const product = {
  sku: mug,
  name: 'Blue mug',
  attributes: { category: 'Kitchen' },
  weight: 340,
  prices: mugPrices,
  updatedAt: placedAt,
};
const { id: customerId, ...contact } = customer;
const caller = { customerId, ...contact, addresses: [address], lastOrder: { orderId, placedAt } };
const guest = { name: 'Medora Leigh', phone: '+44 113 496 0001', addresses: [] };

export const overviewAnswers: ExamplesOf<typeof overview> = {
  OrdersInMinute: [minute],
  OrdersPerMinute: [{ minutes: [minute] }],
  ConsumerGroup: [group],
  ConsumerGroupList: [{ items: [group], unreachable: ['sourcing'] }],
  UnmatchedReturn: [
    cameBack,
    {
      ...cameBack,
      lines: cameBack.lines.map((line) => ({
        ...line,
        reason: 'changed-mind',
        serials: [teapotSerial],
      })),
      givenAs: 'store-credit',
    },
  ],
  UnmatchedReturns: [{ items: [cameBack], next: cursor }],
  ProductOnFile: [product],
  FoundProducts: [{ items: [product] }],
  FoundCustomer: [caller, guest],
  FoundCustomers: [{ items: [caller, guest] }],
  CustomerOnFile: [
    { ...customer, addresses: [address], updatedAt: placedAt, orders: '/v1/orders?customer=C-2041' },
  ],
};
