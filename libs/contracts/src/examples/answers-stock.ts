import type * as stock from '../answers/stock.ts';
import { availabilityPolicy } from './availability-policy.ts';
import { cursor, eventId, messageId, mug, packedAt, purchaseOrder } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const mugsAtLeeds = { sku: mug, location: 'leeds', onHand: 71, reserved: 2 };
const position = { ...mugsAtLeeds, available: 69, updatedAt: packedAt };
const unsold = { ...position, location: 'hull', notSold: 'location-inactive' as const };
const availability = { sku: mug, available: 69, locations: [{ location: 'leeds', available: 69 }] };
const toldToMarketplace = {
  sku: mug,
  channel: 'marketplace-eu',
  available: 50,
  locations: [{ location: 'leeds', available: 64, keptBack: 5 }],
  most: 50,
  notSold: [{ location: 'hull', available: 69, why: 'location-inactive' as const }],
};
const entry = {
  eventId,
  type: 'tributary.inventory.received.v1',
  version: 2,
  at: '2026-03-01T10:12:00.000Z',
  recordedAt: '2026-03-01T10:12:00.431Z',
  late: false,
  source: 'urn:wms:leeds',
  causationId: messageId,
  onHand: 72,
  reserved: 0,
  data: { sku: mug, location: 'leeds', delta: 48, purchaseOrder },
};

export const stockAnswers: ExamplesOf<typeof stock> = {
  StockPosition: [position, unsold],
  StockPositions: [{ items: [position, unsold], next: cursor }],
  SkuAvailability: [availability, toldToMarketplace],
  Availabilities: [{ items: [availability] }, { items: [toldToMarketplace] }],
  AvailabilityPolicyAnswer: [availabilityPolicy],
  StockFigure: [
    { ...mugsAtLeeds, entries: 4 },
    { ...mugsAtLeeds, onHand: 72, reserved: 0, asOf: packedAt, knownAt: packedAt, entries: 2 },
  ],
  LedgerEntry: [entry],
  LedgerPart: [
    {
      ...mugsAtLeeds,
      items: [entry],
      next: 3,
    },
  ],
};
