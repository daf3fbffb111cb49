import { z } from 'zod';
import { LocationUpdated } from '../inbound/reference-data.ts';
import {
  Amount,
  Channel,
  Coordinates,
  Currency,
  LocationId,
  Method,
  OrderId,
  PartId,
  Quantity,
  Sku,
  Timestamp,
} from '../inbound/shapes.ts';
import { personal } from '../personal-mark.ts';
import { Fulfilment } from './order.ts';

/** Cost parameters are minor units of the rule set's currency; distances are kilometres. */
export const RuleSet = z.object({
  ruleSetId: PartId,
  version: z.number().int().positive(),
  name: z.string(),
  currency: Currency,
  constraints: z.object({
    /** Units kept back from ship-from-store by kind of location. */
    keepBack: z.object({
      store: z.number().int().min(0),
      warehouse: z.number().int().min(0),
      'drop-shipper': z.number().int().min(0),
    }),
    maxDistanceKm: z.number().positive().optional(),
    excludedLocations: z.array(LocationId),
    maxFulfilments: z.number().int().positive(),
  }),
  costs: z.object({
    package: Amount,
    perUnit: z.object({ store: Amount, warehouse: Amount, 'drop-shipper': Amount }),
    /** Per package and kilometre, in hundredths of a minor unit. */
    perKilometre: z.number().int().min(0),
    /** Assumed when a distance is not known. */
    unknownDistanceKm: z.number().positive(),
  }),
});
export type RuleSet = z.infer<typeof RuleSet>;

export const Candidate = z.object({
  location: LocationId,
  verdict: z.enum(['chosen', 'costlier', 'excluded']),
  /** Why an excluded or costlier location lost. */
  reason: z.string().optional(),
  distanceKm: z.number().optional(),
  /** What it could sell of each asked line at that moment; a line left out is one of a long order that it had nothing of. */
  stock: z.record(z.string(), z.number().int()),
});
export type Candidate = z.infer<typeof Candidate>;

/** What was to be sourced: enough to take the same decision again from the log. */
export const SourcingRequest = z.object({
  channel: Channel,
  /** Whose stock is promised first is served first; not in events from before orders queued for stock. */
  placedAt: Timestamp.optional(),
  whenShort: z.enum(['backorder', 'reject']),
  shipTo: personal(
    z.object({
      country: z.string().optional(),
      postalCode: z.string().optional(),
      coordinates: Coordinates.optional(),
    }),
  ).optional(),
  lines: z.array(
    z.object({
      lineId: PartId,
      sku: Sku,
      quantity: Quantity,
      method: Method,
      pickupAt: LocationId.optional(),
    }),
  ),
});
export type SourcingRequest = z.infer<typeof SourcingRequest>;

export const SourcingDecided = z.object({
  orderId: OrderId,
  request: SourcingRequest,
  decisionId: z.string(),
  attempt: z.number().int().positive(),
  cause: z.enum(['placed', 'refused', 'allocation-lost', 'short-pick', 'backorder', 'pickup-decided']),
  /** The refused decision that this one takes the place of; not in events from before it was named. */
  answers: z.string().optional(),
  ruleSet: z.object({ ruleSetId: PartId, version: z.number().int() }),
  outcome: z.enum(['planned', 'partly-planned', 'unsourceable']),
  fulfilments: z.array(Fulfilment),
  unsourced: z.array(z.object({ lineId: PartId, sku: Sku, quantity: Quantity, reason: z.string() })),
  cost: z.object({ currency: Currency, total: Amount, packages: Amount, units: Amount, distance: Amount }),
  /** The locations that serve, those that came closest, and the nearest that may not serve. */
  candidates: z.array(Candidate),
  /** How many others lost for which reason; not in events from before they were counted, nor where all are candidates. */
  others: z
    .array(
      z.object({
        verdict: z.enum(['costlier', 'excluded']),
        reason: z.string(),
        locations: z.number().int().positive(),
      }),
    )
    .optional(),
  excluded: z.array(LocationId),
});
export type SourcingDecided = z.infer<typeof SourcingDecided>;

/** Units of an order's line in the queue for a SKU. */
const queued = { sku: Sku, orderId: OrderId, lineId: PartId, quantity: Quantity };

export const sourcingFacts = {
  'tributary.sourcing.decided.v1': SourcingDecided,
  /** What became of a decision to serve lines that waited for stock: until then they are not asked for again. */
  'tributary.sourcing.settled.v1': z.object({
    orderId: OrderId,
    decisionId: z.string(),
    outcome: z.enum(['taken-up', 'declined', 'refused']),
  }),
  /** In `backorders-<sku>`: units wait, since the order was placed. */
  'tributary.backorder.queued.v1': z.object({ ...queued, since: Timestamp }),
  'tributary.backorder.left.v1': z.object({
    ...queued,
    reason: z.enum(['served', 'cancelled', 'rejected', 'sourced-anew']),
  }),
  /** In `backorder-queues`: somebody waits for this SKU for the first time. */
  'tributary.backorder.opened.v1': z.object({ sku: Sku }),
  'tributary.location.defined.v1': LocationUpdated,
  'tributary.ruleset.published.v1': RuleSet,
} as const;
