import type * as customers from '../answers/customers.ts';
import { heldRow, row, saleRow, unpaidRow } from './answers-order.ts';
import { address, customer, keyId, linkedCustomer, messageId, mug, placedAt, teapot } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const { customerId, why, evidence } = linkedCustomer;
const link = { customerId, why, evidence, linkedBy: `csr:${keyId}`, linkedAt: placedAt };

/** Ada Lovelace buys on the web and in Leeds, and brings some of it back. */
const overview: ExamplesOf<typeof customers>['CustomerOverview'][0] = {
  customer: { ...customer, id: 'C-2041', addresses: [address], updatedAt: placedAt },
  foundBy: [
    { by: 'id', value: 'C-2041', orders: 5, why: 'itself' },
    { by: 'id', value: linkedCustomer.value, orders: 1, why: 'linked', links: [link] },
    { by: 'email', value: 'ada@example.com', orders: 1, why: 'on-file' },
  ],
  mayAlsoBe: [
    {
      by: 'id',
      value: 'C-3310',
      name: 'A. Lovelace',
      orders: 2,
      shared: [{ by: 'phone', value: customer.phone, orders: 2, onFile: true }],
    },
  ],
  orders: {
    count: 7,
    open: 1,
    cancelled: 1,
    first: '2025-06-14T10:02:00.000Z',
    last: placedAt,
    everyDays: 43.5,
  },
  value: [{ currency: 'EUR', ordered: 31_240, paid: 28_770, refunded: 990, average: 5_207 }],
  channels: [
    { channel: 'web', orders: 5 },
    { channel: 'pos', orders: 2 },
  ],
  stores: [{ location: 'leeds', orders: 2 }],
  goods: [
    { sku: mug, name: 'Blue mug', units: 9, returned: 1, orders: 4, last: placedAt },
    { sku: teapot, units: 1, returned: 0, orders: 1, last: placedAt },
  ],
  returns: { orders: 1, units: 1, ofUnits: 12 },
  open: [row, heldRow, unpaidRow],
  newest: [row, saleRow],
};

export const customerAnswers: ExamplesOf<typeof customers> = {
  CustomerLink: [link],
  CustomerLinkAnswer: [{ ...linkedCustomer, linked: true, at: placedAt, messageId }],
  CustomerOverview: [
    overview,
    {
      ...overview,
      askedAs: { by: 'id', value: linkedCustomer.value },
      moreIdentities: true,
      orders: { ...overview.orders, more: true },
    },
  ],
};
