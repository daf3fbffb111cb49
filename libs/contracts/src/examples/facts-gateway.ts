import type { FactExamples, KeyExamples } from './tables.ts';
import { eventId, keyId, messageId, mugs, operator, orderId, shipment, source } from './story.ts';

const received = '2026-03-02T09:14:06.120Z';
const ofMessage = { messageId, source };

export const gatewayExamples: FactExamples<'gateway'> = {
  'tributary.message.quarantined.v1': [
    {
      ...ofMessage,
      code: 'invalid-data',
      reason: 'The data does not fit tributary.order.captured.v1.',
      faults: [
        {
          pointer: '/data/lines/0/quantity',
          message: 'This has to be more than 0.',
          expected: 'number' as const,
        },
        {
          pointer: '/data/payments/0/status',
          message: 'Choose one of: authorised, captured.',
          allowed: ['authorised', 'captured'],
        },
      ],
      raw: '{"specversion":"1.0","id":"order-100046","source":"urn:shop:web","type":"tributary.order.captured.v1","data":{}}',
      type: 'tributary.order.captured.v1',
      receivedAt: received,
    },
    {
      messageId: '5d3b6f0a-2c1e-5b8d-8e7f-60718293a4b5',
      code: 'too-large',
      reason: 'A single event has at most 1,000,000 bytes.',
      faults: [],
      raw: '{"specversion":"1.0","id":"order-100047"',
      whole: {
        bytes: 1_204_331,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      receivedAt: received,
    },
    {
      messageId: '7f1c2a90-4b3d-5c6e-9f80-112233445566',
      code: 'other-currency',
      reason: 'It is in USD: the order is in EUR.',
      faults: [
        {
          pointer: '/data/currency',
          message: 'Name the currency of the order, or leave it out for that one.',
        },
      ],
      raw: '{"specversion":"1.0","id":"3c1d9b52-6a7e-5f80-9b1c-aabbccddeeff/corrected","source":"urn:psp","type":"tributary.payment.captured.v1","data":{"orderId":"web.100046","paymentId":"P1","amount":1980,"currency":"USD"}}',
      source: 'urn:psp',
      type: 'tributary.payment.captured.v1',
      receivedAt: received,
    },
  ],
  'tributary.message.unknown-name.v1': [
    {
      ...ofMessage,
      kind: 'location',
      name: 'york',
      pointer: '/data/lines/1/pickupAt',
      messageType: 'tributary.order.captured.v1',
    },
  ],
  'tributary.message.released.v1': [
    {
      messageId,
      by: operator,
      acceptedAs: eventId,
      reason: 'The shop sent it by an old version.',
      corrections: [{ pointer: '/data/lines/0/quantity', before: '0', after: '2' }],
    },
  ],
  'tributary.message.dismissed.v1': [{ messageId, by: operator, reason: 'A test of the shop.' }],
};

export const keyExamples: KeyExamples = {
  'tributary.key.issued.v1': [
    {
      keyId,
      name: 'web shop',
      role: 'integrator',
      hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      sources: ['urn:shop:*'],
    },
  ],
  'tributary.key.revoked.v1': [{ keyId }],
};

const parked = {
  group: 'repository-orders',
  partition: 'tributary.order.v1:4:3f9c2a1e',
  position: 9_120,
  eventId,
};

export const busExamples: FactExamples<'bus'> = {
  'tributary.message.parked.v1': [
    {
      ...parked,
      eventType: 'tributary.order.delivered.v1',
      subject: `order/order-${orderId}`,
      error: 'RangeError: version 12 was expected, 14 came',
      attempts: 5,
      message: {
        id: eventId,
        type: 'tributary.order.delivered.v1',
        data: { orderId, shipmentId: shipment.shipmentId, lines: [mugs] },
      },
    },
  ],
  'tributary.message.redriven.v1': [parked],
};
