import type { OrderPage } from '@tributary/contracts';

const at = '2026-01-01T00:00:00.000Z';
const quantities = {
  ordered: 1,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: 1,
  delivered: 1,
  returned: 0,
};
const line = { sku: 'SKU-1', name: '', quantity: 1, unitPrice: '10.00', amount: 1000 };
const taken = [
  { lineId: '1', sku: 'SKU-1', quantity: 1 },
  { lineId: '2', sku: 'SKU-2', quantity: 2 },
];
const fulfilment = { fulfilmentId: 'S1-dc-1', location: 'store-1' };

/** An order with a bit of all that many orders have, what is told most often last. */
const page: OrderPage = {
  orderId: 'web.1000',
  channel: 'web',
  number: '1000',
  kind: 'order',
  status: 'partly-fulfilled',
  placedAt: at,
  updatedAt: at,
  imported: true,
  businessDate: '2026-01-01',
  returns: [
    {
      returnId: 'R-1',
      location: 'store-1',
      at,
      lines: [{ ...taken[0]!, disposition: 'restock' }],
      refund: 1000,
    },
  ],
  refunds: [{ refundId: 'RF-1', paymentId: 'P-1', amount: 1000, status: 'issued', reason: '' }],
  customer: { id: 'C-1', name: '', email: '@example.com', phone: '+49' },
  shipTo: {
    name: '',
    street: '',
    city: '',
    postalCode: '',
    country: 'DE',
    coordinates: { latitude: 5, longitude: 1 },
  },
  currency: 'EUR',
  money: {
    lines: 1000,
    charges: 490,
    total: 1490,
    cancelled: 490,
    due: 1490,
    authorised: 0,
    captured: 1490,
    refunded: 0,
    refundedForReturns: 0,
    owed: 0,
    uncovered: 1490,
  },
  lines: [
    { ...line, lineId: '1', method: 'pickup', pickupAt: 'store-1', quantities },
    { ...line, lineId: '2', sku: 'SKU-2', quantity: 2, method: 'ship', quantities },
  ],
  charges: [{ code: 'shipping', amount: 490 }],
  payments: [
    { paymentId: 'P-1', method: 'card', amount: 1000, status: 'captured', capturedAt: at },
    { paymentId: 'P-2', method: 'card', amount: 1000, status: 'authorised' },
  ],
  fulfilments: [
    {
      ...fulfilment,
      method: 'pickup',
      lines: taken,
      status: 'offered',
      shipments: [],
      updatedAt: at,
    },
    {
      ...fulfilment,
      method: 'ship',
      lines: taken,
      status: 'delivered',
      shipments: [{ shipmentId: 'SH-1', carrier: 'Royal Mail', tracking: 'JD01', status: 'dispatched', at }],
      updatedAt: at,
    },
  ],
  waiting: [],
  rev: 3,
  queues: ['unpaid'],
};

/** JSON of an order page as they commonly are: what a packed one is made small by. */
export const typicalOrderPage: string = JSON.stringify(page);
