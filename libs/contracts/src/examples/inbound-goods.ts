import type { InboundExamples } from './tables.ts';
import {
  address,
  collectedInYork,
  customer,
  linkedCustomer,
  mug,
  mugPrices,
  mugSerials,
  orderId,
  postalAreas,
  purchaseOrder,
  sentFromLeeds,
  shipment,
  store,
  teapot,
  teapotSerial,
  unlinkedCustomer,
} from './story.ts';

const mugsAtLeeds = { sku: mug, location: 'leeds' };
const ofMugs = { orderId, ...sentFromLeeds };
const ofTeapot = { orderId, ...collectedInYork };
const { shipmentId } = shipment;

/** What locations and carriers tell of the parts of an order. */
const fulfilmentMessages = {
  'tributary.fulfilment.accepted.v1': [ofMugs],
  'tributary.fulfilment.picked.v1': [{ ...ofMugs, lines: [{ lineId: '1', quantity: 2 }] }],
  'tributary.fulfilment.shorted.v1': [
    { ...ofTeapot, lines: [{ lineId: '2', quantity: 1, reason: 'damaged' }] },
  ],
  'tributary.fulfilment.packed.v1': [ofMugs],
  'tributary.shipment.dispatched.v1': [
    { ...ofMugs, ...shipment, lines: [{ lineId: '1', quantity: 2, serials: mugSerials }] },
  ],
  'tributary.shipment.tracked.v1': [
    { orderId, shipmentId, status: 'out-for-delivery', place: 'Depot Leeds South' },
  ],
  'tributary.shipment.delivered.v1': [{ orderId, shipmentId, signedBy: 'A. Lovelace' }],
  'tributary.pickup.ready.v1': [{ ...ofTeapot, until: '2026-03-09T18:00:00Z' }],
  'tributary.pickup.handed-over.v1': [
    {
      ...ofTeapot,
      lines: [{ lineId: '2', quantity: 1, serials: [teapotSerial] }],
      collectedBy: 'Ada Lovelace',
    },
  ],
} satisfies Partial<InboundExamples>;

/** What is told of stock. */
const stockMessages = {
  'tributary.stock.counted.v1': [
    { ...mugsAtLeeds, quantity: 24, countedAt: '2026-03-01T07:30:00Z' },
    { ...mugsAtLeeds, quantity: 24, reason: 'reconciliation' },
  ],
  'tributary.stock.adjusted.v1': [{ ...mugsAtLeeds, delta: -1, reason: 'damaged' }],
  'tributary.stock.received.v1': [{ ...mugsAtLeeds, quantity: 48, purchaseOrder }],
  'tributary.stock.moved.v1': [
    { sku: teapot, from: 'leeds', to: 'york', quantity: 3, reason: 'For the shop window.' },
  ],
  'tributary.supply.expected.v1': [
    { ...mugsAtLeeds, purchaseOrder, quantity: 48, expectedAt: '2026-03-12T08:00:00Z' },
  ],
} satisfies Partial<InboundExamples>;

/** What is told of goods, places and people themselves. */
const referenceData = {
  'tributary.product.updated.v1': [
    { sku: mug, name: 'Blue mug', attributes: { category: 'Kitchen' }, weight: 340, prices: mugPrices },
  ],
  'tributary.location.updated.v1': [store],
  'tributary.postal-areas.updated.v1': [postalAreas],
  'tributary.customer.updated.v1': [{ ...customer, addresses: [address] }],
  'tributary.customer.linked.v1': [linkedCustomer],
  'tributary.customer.unlinked.v1': [unlinkedCustomer],
} satisfies Partial<InboundExamples>;

export const goodsMessages = { ...fulfilmentMessages, ...stockMessages, ...referenceData };
