import type * as reconciliation from '../answers/reconciliation.ts';
import { entry } from './answers-order.ts';
import {
  eventId,
  messageId,
  mug,
  mugs,
  orderId,
  packedAt,
  placedAt,
  sentFromLeeds,
  teapot,
} from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const issued = {
  eventId,
  type: 'tributary.inventory.issued.v1',
  version: 5,
  at: packedAt,
  recordedAt: packedAt,
  late: false,
  source: 'tributary/inventory',
  orderId,
  onHand: -2,
  reserved: -2,
};
const different = {
  row: 1,
  verdict: 'different' as const,
  sku: mug,
  location: 'leeds',
  asOf: '2026-03-02T18:00:00.000Z',
  theirs: { onHand: 73, reserved: 2, available: 71 },
  ours: { onHand: 71, reserved: 0, available: 71 },
  difference: { onHand: 2, reserved: 2, available: 0 },
  why: 'not-known-yet' as const,
  entries: [issued],
};
const many = { ...different, why: 'told-later' as const, asOf: placedAt, moreEntries: 12 };
const unreadable = { row: 2, verdict: 'unreadable' as const, fault: '/onHand: expected number' };
const missing = {
  verdict: 'missing' as const,
  sku: teapot,
  location: 'leeds',
  ours: { onHand: 4, reserved: 0, available: 4 },
};

const { fulfilmentId } = sentFromLeeds;
const repaired = {
  sku: mug,
  location: 'leeds',
  now: { onHand: 3, reserved: 2, available: 1 },
  then: { onHand: 1, reserved: 1, available: 0 },
  breaks: [{ orderId, fulfilmentId, lineId: mugs.lineId, quantity: 1 }],
};

const ours = {
  status: 'fulfilled',
  currency: 'EUR',
  total: 5_960,
  paid: 5_960,
  units: 3,
  fulfilled: 3,
  returned: 0,
};
const behind = {
  row: 1,
  verdict: 'different' as const,
  orderId,
  asOf: '2026-03-02T18:00:00.000Z',
  theirs: { ...ours, status: 'allocated', fulfilled: 0 },
  ours,
  differs: ['status' as const, 'fulfilled' as const],
  why: 'not-known-yet' as const,
  facts: [entry],
  moreFacts: 1,
};
const unreadableOrder = { row: 2, verdict: 'unreadable' as const, fault: '/total: expected number' };

export const reconciliationAnswers: ExamplesOf<typeof reconciliation> = {
  ExplainingEntry: [issued],
  StockDifference: [different, many, unreadable, missing],
  StockDifferences: [
    {
      items: [different, unreadable, missing],
      comparedAt: '2026-03-02T18:04:11.000Z',
      rows: 1_200,
      equal: 1_198,
      different: 1,
      unknown: 0,
      missing: 1,
      unreadable: 1,
    },
  ],
  RepairedStock: [repaired],
  StockRepairPreview: [{ items: [repaired] }],
  StockRepairs: [
    {
      items: [
        {
          sku: mug,
          location: 'leeds',
          onHand: 1,
          asOf: '2026-03-02T18:00:00Z',
          reason: 'reconciliation',
          at: placedAt,
          messageId,
        },
      ],
    },
  ],
  DifferingOrder: [behind, unreadableOrder],
  DifferingOrders: [
    {
      items: [behind, unreadableOrder, { verdict: 'missing', orderId, ours }],
      comparedAt: '2026-03-02T18:04:11.000Z',
      rows: 1_200,
      equal: 1_198,
      different: 1,
      unknown: 0,
      missing: 1,
      unreadable: 1,
    },
  ],
};
