import { lineAttributes, orderAttributes } from './attributes.ts';
import type { InboundExamples } from './tables.ts';
import {
  address,
  askedRefund,
  charges,
  customer,
  mug,
  mugSerials,
  oneMug,
  orderId,
  otherAddress,
  payments,
  pricedMugs,
  pricedTeapot,
  promisedBy,
  returnId,
  teapot,
  teapotSerial,
  total,
} from './story.ts';

const soldMug = { lineId: '1', sku: mug, name: 'Blue mug', quantity: 1, unitPrice: '9.90' };

/** What channels, tills and payment providers tell of an order. */
export const orderMessages = {
  'tributary.order.captured.v1': [
    {
      channel: 'web',
      number: '100045',
      currency: 'EUR',
      customer,
      shipTo: address,
      lines: [
        { ...pricedMugs, method: 'ship', attributes: lineAttributes },
        { ...pricedTeapot, amountOverride: true, method: 'pickup', pickupAt: 'york', promisedBy },
      ],
      promisedBy,
      attributes: orderAttributes,
      charges,
      payments,
      total,
      whenShort: 'backorder',
      holds: [
        { reason: 'fraud', note: 'A new customer, and a large order.' },
        { reason: 'payment', until: 'paid' },
      ],
      note: 'Please wrap the mugs.',
    },
    {
      channel: 'marketplace-eu',
      number: 'M-77120',
      currency: 'EUR',
      lines: [soldMug],
      sourcing: 'elsewhere',
      completedAt: '2026-01-15T16:30:00Z',
    },
  ],
  'tributary.order.change-requested.v1': [
    {
      orderId,
      change: { kind: 'deliver-to', shipTo: otherAddress },
      reason: 'They are a present for her sister.',
    },
  ],
  'tributary.order.cancel-requested.v1': [
    { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'One mug is enough.' },
  ],
  'tributary.order.hold-requested.v1': [
    { orderId, reason: 'payment', until: 'paid', note: 'The card was refused; she pays by transfer.' },
  ],
  'tributary.order.release-requested.v1': [
    { orderId, reason: 'fraud', note: 'Known from the store in Leeds.' },
  ],
  'tributary.sale.recorded.v1': [
    {
      channel: 'pos',
      number: 'L1-20260302-0017',
      location: 'leeds',
      currency: 'EUR',
      customer,
      lines: [{ ...soldMug, amount: 890, amountOverride: true, serials: ['MB-26-00305'] }],
      charges: [{ code: 'gift-wrap', name: 'Gift wrap', amount: 200 }],
      payments: [{ paymentId: 'P-1', method: 'cash', amount: 1_090, status: 'captured' }],
      total: 1_090,
    },
    // An exchange: one of the mugs came back, and a teapot was bought for 15.00 more.
    {
      channel: 'pos',
      number: 'L1-20260305-0004',
      location: 'leeds',
      currency: 'EUR',
      lines: [
        {
          ...soldMug,
          quantity: -1,
          returnOf: { orderId, lineId: '1' },
          disposition: 'restock',
        },
        { lineId: '2', sku: teapot, name: 'White teapot', quantity: 1, unitPrice: '24.90' },
      ],
      payments: [{ paymentId: 'P-1', method: 'cash', amount: 1_500, status: 'captured' }],
      total: 1_500,
    },
  ],
  'tributary.payment.authorised.v1': [
    { orderId, paymentId: 'P-1', method: 'card', amount: total, currency: 'EUR' },
  ],
  'tributary.payment.captured.v1': [
    { orderId, paymentId: 'P-1', method: 'card', captureId: 'CAP-1', amount: 2_470, currency: 'EUR' },
  ],
  'tributary.payment.failed.v1': [
    { orderId, paymentId: 'P-2', method: 'paypal', currency: 'EUR', reason: 'The account has no cover.' },
  ],
  'tributary.payment.voided.v1': [
    { orderId, paymentId: 'P-3', currency: 'EUR', reason: 'The customer pays by card instead.' },
  ],
  'tributary.payment.expired.v1': [
    { orderId, paymentId: 'P-4', currency: 'EUR', reason: 'Seven days went by.' },
  ],
  'tributary.refund.issued.v1': [
    {
      orderId,
      refundId: 'RF-1',
      paymentId: 'P-1',
      amount: 990,
      currency: 'EUR',
      reason: 'One mug came back.',
    },
  ],
  'tributary.refund.failed.v1': [
    { orderId, refundId: askedRefund.refundId, currency: 'EUR', reason: 'The card has expired.' },
  ],
  'tributary.return.received.v1': [
    {
      returnId,
      orderId,
      location: 'leeds',
      currency: 'EUR',
      customer,
      lines: [
        {
          orderId,
          ...oneMug,
          name: 'Blue mug',
          unitPrice: '9.90',
          refund: 990,
          disposition: 'restock',
          serials: [mugSerials[0]!],
        },
      ],
      charges: [{ code: 'restocking', name: 'Restocking fee', amount: 100 }],
      reason: 'One mug is enough.',
    },
    // A blind return: nobody knows the order.
    { returnId: 'R-311', currency: 'EUR', lines: [{ sku: teapot, quantity: 1, serials: [teapotSerial] }] },
  ],
} satisfies Partial<InboundExamples>;
