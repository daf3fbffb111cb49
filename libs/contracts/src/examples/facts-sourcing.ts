import type { FactExamples } from './tables.ts';
import {
  address,
  decisionId,
  fulfilments,
  middleOfLeeds,
  mug,
  mugs,
  orderId,
  placedAt,
  postalAreas,
  store,
  teapot,
} from './story.ts';

const byKind = (shop: number, warehouse: number, dropShipper: number) => ({
  store: shop,
  warehouse,
  'drop-shipper': dropShipper,
});

export const ruleSet = {
  ruleSetId: 'default',
  version: 3,
  name: 'Nearest first',
  currency: 'EUR',
  constraints: {
    keepBack: byKind(1, 0, 0),
    maxDistanceKm: 800,
    excludedLocations: ['outlet-hull'],
    maxFulfilments: 3,
  },
  costs: {
    package: 350,
    perUnit: byKind(60, 35, 90),
    perKilometre: 120,
    unknownDistanceKm: 300,
  },
};

type Decision = FactExamples<'sourcing'>['tributary.sourcing.decided.v1'][number];

const { country, postalCode, coordinates } = address;

export const decision: Decision = {
  orderId,
  request: {
    channel: 'web',
    placedAt,
    whenShort: 'backorder',
    shipTo: { country, postalCode, coordinates },
    lines: [
      { ...mugs, method: 'ship' },
      { lineId: '2', sku: teapot, quantity: 1, method: 'pickup', pickupAt: 'york' },
    ],
  },
  decisionId,
  attempt: 1,
  cause: 'placed',
  ruleSet: { ruleSetId: ruleSet.ruleSetId, version: ruleSet.version },
  outcome: 'planned',
  fulfilments,
  unsourced: [],
  cost: { currency: 'EUR', total: 471, packages: 350, units: 120, distance: 1 },
  candidates: [
    { location: 'leeds', verdict: 'chosen', distanceKm: 0.4, stock: { '1': 23 } },
    { location: 'york', verdict: 'chosen', distanceKm: 35.6, stock: { '1': 4, '2': 3 } },
    {
      location: 'hull',
      verdict: 'costlier',
      reason: 'would cost 5.57 EUR alone',
      planCost: 557,
      distanceKm: 81,
      stock: { '1': 9 },
    },
  ],
  others: [{ verdict: 'costlier', reason: 'would cost more', locations: 7 }],
  excluded: [],
};

/** Inventory refused the first: York had sold its last teapot meanwhile. */
export const decisionAnew: Decision = {
  ...decision,
  decisionId: `${orderId}/2`,
  attempt: 2,
  cause: 'refused',
  answers: decisionId,
  outcome: 'partly-planned',
  fulfilments: fulfilments.slice(0, 1),
  unsourced: [{ lineId: '2', sku: teapot, quantity: 1, reason: 'not enough stock in the network' }],
  candidates: [
    decision.candidates[0]!,
    { location: 'york', verdict: 'excluded', reason: 'could not serve this order before', stock: { '1': 4 } },
  ],
  excluded: ['york'],
};

/** Taken anew for an address of which only the postal code tells where it is. */
const decisionByPostalCode: Decision = {
  ...decision,
  request: {
    ...decision.request,
    shipTo: { country, postalCode, coordinates: middleOfLeeds, locatedBy: 'postal-code' },
  },
};

const queued = { sku: mug, orderId: 'web.100046', lineId: '1', quantity: 2 };

export const sourcingExamples: FactExamples<'sourcing'> = {
  'tributary.sourcing.decided.v1': [decision, decisionAnew, decisionByPostalCode],
  'tributary.sourcing.paused.v1': [{ orderId }],
  'tributary.sourcing.resumed.v1': [{ orderId }],
  'tributary.sourcing.request-changed.v1': [
    { orderId, request: { ...decision.request, lines: decision.request.lines.slice(1) } },
  ],
  'tributary.sourcing.settled.v1': [{ orderId, decisionId, outcome: 'taken-up' }],
  'tributary.backorder.queued.v1': [{ ...queued, since: '2026-03-02T09:31:40.000Z' }],
  'tributary.backorder.left.v1': [{ ...queued, reason: 'served' }],
  'tributary.backorder.opened.v1': [{ sku: mug }],
  'tributary.location.defined.v1': [store],
  'tributary.ruleset.published.v1': [ruleSet],
  'tributary.postal-areas.defined.v1': [postalAreas],
};
