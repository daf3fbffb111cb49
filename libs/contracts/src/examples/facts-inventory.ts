import { availabilityPolicy } from './availability-policy.ts';
import type { FactExamples } from './tables.ts';
import {
  collectedInYork,
  decisionId,
  fulfilments,
  messageId,
  mug,
  mugs,
  orderId,
  purchaseOrder,
  returnId,
  saleId,
  sentFromLeeds,
  teapot,
} from './story.ts';

const mugsAtLeeds = { sku: mug, location: 'leeds' };
const countedAt = '2026-03-01T07:30:00Z';
const late = true;
const reservation = {
  ...mugsAtLeeds,
  reservationId: `${orderId}/${sentFromLeeds.fulfilmentId}/${mugs.lineId}`,
  orderId,
  fulfilmentId: sentFromLeeds.fulfilmentId,
  lineId: mugs.lineId,
  quantity: 2,
};

/** Each is in the ledger once as it comes in time and, where that may be, once as it is told late. */
export const inventoryExamples: FactExamples<'inventory'> = {
  'tributary.availability.policy-set.v1': [availabilityPolicy],
  'tributary.inventory.received.v1': [
    { ...mugsAtLeeds, delta: 48, purchaseOrder },
    { ...mugsAtLeeds, delta: 12, late },
  ],
  'tributary.inventory.counted.v1': [
    { ...mugsAtLeeds, delta: -1, counted: 24, countedAt },
    { ...mugsAtLeeds, delta: -1, counted: 24, countedAt, reason: 'reconciliation' },
    { ...mugsAtLeeds, delta: 1, counted: 25, countedAt: '2026-02-28T07:30:00Z', late },
  ],
  'tributary.inventory.count-restated.v1': [
    { ...mugsAtLeeds, delta: -12, countedAt, toldLate: 'tributary.inventory.received.v1' },
  ],
  'tributary.inventory.adjusted.v1': [
    { ...mugsAtLeeds, delta: -1, reason: 'damaged' },
    { ...mugsAtLeeds, delta: -1, reason: 'not-found', missedOf: reservation.reservationId, late },
  ],
  'tributary.inventory.sold.v1': [
    { ...mugsAtLeeds, delta: -1, orderId: saleId, lineId: '1' },
    { ...mugsAtLeeds, delta: -1, orderId: saleId, lineId: '1', late },
  ],
  'tributary.inventory.moved-out.v1': [
    { sku: teapot, location: 'leeds', delta: -3, to: 'york', reason: 'For the shop window.' },
    { sku: teapot, location: 'leeds', delta: -3, to: 'york', late },
  ],
  'tributary.inventory.moved-in.v1': [
    { sku: teapot, location: 'york', delta: 3, from: 'leeds', reason: 'For the shop window.' },
    { sku: teapot, location: 'york', delta: 3, from: 'leeds', late },
  ],
  'tributary.inventory.issued.v1': [
    { ...reservation, delta: -2 },
    { ...reservation, delta: -2, beyond: 1, late },
  ],
  'tributary.inventory.returned.v1': [
    { ...mugsAtLeeds, delta: 1, orderId, returnId, lineId: '1' },
    { ...mugsAtLeeds, delta: 1, returnId: 'R-311', late },
  ],
  'tributary.inventory.reserved.v1': [reservation],
  'tributary.inventory.released.v1': [{ ...reservation, quantity: 1, reason: 'order cancelled' }],
  'tributary.inventory.reservation-broken.v1': [
    { ...reservation, quantity: 1, reason: 'counted fewer than promised' },
  ],
  'tributary.inventory.supply-expected.v1': [
    { ...mugsAtLeeds, purchaseOrder, quantity: 48, expectedAt: '2026-03-12T08:00:00Z' },
  ],
  'tributary.inventory.fact-ignored.v1': [
    {
      ...mugsAtLeeds,
      messageId,
      messageType: 'tributary.stock.counted.v1',
      code: 'imported-history',
      reason: 'told as history',
    },
  ],
  'tributary.allocation.reserved.v1': [{ orderId, decisionId, attempt: 1, fulfilments }],
  'tributary.allocation.refused.v1': [
    { orderId, decisionId, attempt: 1, short: [{ ...mugsAtLeeds, requested: 2, available: 1 }] },
  ],
  'tributary.allocation.broken.v1': [
    {
      sku: teapot,
      location: collectedInYork.location,
      orderId,
      fulfilmentId: collectedInYork.fulfilmentId,
      lineId: '2',
      quantity: 1,
      reason: 'counted fewer than promised',
    },
  ],
};
