import { z } from 'zod';
import { LocationUpdated, PostalAreasUpdated } from '../inbound/reference-data.ts';
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
import { identifies } from '../identifying-mark.ts';
import { personal } from '../personal-mark.ts';
import { Fulfilment } from './order.ts';

const lineId = PartId.describe('The line of the order.');
const decisionId = z.string().describe('Names the decision, `<orderId>/<attempt>`.');
const reason = z.string().describe('Why, in words for people.');
/** One figure for each kind of location. */
const byKind = <S extends z.ZodType>(figure: S) =>
  z.object({
    store: figure.describe('At stores.'),
    warehouse: figure.describe('At warehouses.'),
    'drop-shipper': figure.describe('At drop-shippers.'),
  });

/** Cost parameters are minor units of the rule set's currency; distances are kilometres. */
export const RuleSet = z.object({
  ruleSetId: PartId.describe('Names the rule set.'),
  version: z.number().int().positive().describe('The how-manieth text of it, from 1.'),
  name: z.string().describe('What people call it.'),
  currency: Currency,
  constraints: z
    .object({
      keepBack: byKind(z.number().int().min(0)).describe(
        'Units of each SKU that a location keeps back from orders that are sent, by its kind.',
      ),
      maxDistanceKm: z
        .number()
        .positive()
        .optional()
        .describe('Kilometres; no location further away serves.'),
      excludedLocations: z.array(LocationId).describe('Locations that serve no order.'),
      maxFulfilments: z.number().int().positive().describe('Locations that may share one order.'),
    })
    .describe('What a plan has to keep to.'),
  costs: z
    .object({
      package: Amount.describe('Minor units a package.'),
      perUnit: byKind(Amount).describe('Minor units for handling a unit, by kind of location.'),
      perKilometre: z
        .number()
        .int()
        .min(0)
        .describe('Per package and kilometre, in hundredths of a minor unit.'),
      unknownDistanceKm: z
        .number()
        .positive()
        .describe('Kilometres that are assumed when a distance is not known.'),
    })
    .describe('What a plan costs: the cheapest wins.'),
});
export type RuleSet = z.infer<typeof RuleSet>;

export const Candidate = z.object({
  // Considered only: what is decided for a location names it among the fulfilments.
  location: identifies('nothing', LocationId),
  verdict: z
    .enum(['chosen', 'tied', 'costlier', 'incomplete', 'excluded'])
    .describe(
      'It serves; it could alone, at the same cost or at a higher one; it has not all of what is asked for, and the plan needs none of it; or it may not. Incomplete and tied ones are called costlier in events from before they were told apart.',
    ),
  reason: z.string().optional().describe('Why a location lost.'),
  distanceKm: z.number().optional().describe('Kilometres to the customer, where that is known.'),
  planCost: z
    .number()
    .int()
    .optional()
    .describe(
      'What it would cost if this location served everything alone, in minor units of the currency of the rules; of one that is costlier or tied.',
    ),
  stock: z
    .record(z.string(), z.number().int())
    .describe(
      'Units it could sell of each asked line at that moment; a line left out is one of a long order that it had nothing of.',
    ),
});
export type Candidate = z.infer<typeof Candidate>;

/** What was to be sourced: enough to take the same decision again from the log. */
export const SourcingRequest = z.object({
  channel: Channel,
  placedAt: Timestamp.optional().describe(
    'When it was ordered: who was promised first is served first; not in events from before orders queued for stock.',
  ),
  whenShort: z
    .enum(['backorder', 'reject'])
    .describe('When stock is short: the missing lines wait, or the whole order is refused.'),
  shipTo: personal(
    z.object({
      country: z.string().optional().describe('ISO 3166-1 alpha-2, as far as it was told so.'),
      postalCode: z.string().optional().describe('Postal code, as it is written there.'),
      coordinates: Coordinates.optional().describe('Where that is.'),
      locatedBy: z
        .literal('postal-code')
        .optional()
        .describe('The coordinates are the middle of the postal area: the address told none.'),
    }),
  )
    .optional()
    .describe('Where it is to be sent, as far as that matters.'),
  lines: z
    .array(
      z.object({
        lineId,
        sku: Sku,
        quantity: Quantity.describe('Units that are to be served.'),
        method: Method,
        pickupAt: LocationId.optional().describe('The location where a `pickup` line is collected.'),
      }),
    )
    .describe('What is to be served.'),
});
export type SourcingRequest = z.infer<typeof SourcingRequest>;

export const SourcingDecided = z.object({
  orderId: OrderId,
  request: SourcingRequest.describe('What was to be sourced.'),
  decisionId,
  attempt: z.number().int().positive().describe('The how-manieth decision for the order it is, from 1.'),
  cause: z
    .enum([
      'placed',
      'refused',
      'allocation-lost',
      'short-pick',
      'backorder',
      'pickup-decided',
      'released',
      'changed',
    ])
    .describe('What made it necessary.'),
  answers: z
    .string()
    .optional()
    .describe(
      'The refused decision that this one takes the place of; not in events from before it was named.',
    ),
  ruleSet: z
    .object({
      ruleSetId: PartId.describe('Names the rule set.'),
      version: z.number().int().describe('The text of it that was in force.'),
    })
    .describe('The rules it was taken by.'),
  outcome: z
    .enum(['planned', 'partly-planned', 'unsourceable', 'deferred'])
    .describe('All lines are served, some of them, or none; or it is decided later, the order being held.'),
  fulfilments: z.array(Fulfilment).describe('Who serves what.'),
  unsourced: z
    .array(z.object({ lineId, sku: Sku, quantity: Quantity, reason }))
    .describe('What nobody serves.'),
  cost: z
    .object({
      currency: Currency,
      total: Amount.describe('Minor units in all.'),
      packages: Amount.describe('Of these, for packages.'),
      units: Amount.describe('Of these, for handling units.'),
      distance: Amount.describe('Of these, for the road.'),
    })
    .describe('What the plan costs by the rules.'),
  candidates: z
    .array(Candidate)
    .describe('The locations that serve, those that came closest, and the nearest that may not serve.'),
  others: z
    .array(
      z.object({
        verdict: z
          .enum(['tied', 'costlier', 'incomplete', 'excluded'])
          .describe('What is said of each of them; as of a candidate.'),
        reason: z.string().describe('Why they lost.'),
        locations: z.number().int().positive().describe('How many they are.'),
      }),
    )
    .optional()
    .describe(
      'How many others lost for which reason; not in events from before they were counted, nor where all are candidates.',
    ),
  excluded: z.array(LocationId).describe('Locations that were not asked: they refused or failed before.'),
});
export type SourcingDecided = z.infer<typeof SourcingDecided>;

/** Units of an order's line in the queue for a SKU. */
const queued = { sku: Sku, orderId: OrderId, lineId, quantity: Quantity };

export const sourcingFacts = {
  'tributary.sourcing.decided.v1': SourcingDecided,
  /** The order is held: what is to be sourced is deferred until it is resumed. */
  'tributary.sourcing.paused.v1': z.object({ orderId: OrderId }),
  'tributary.sourcing.resumed.v1': z.object({ orderId: OrderId }),
  /** The order was changed: what is asked for from now on. */
  'tributary.sourcing.request-changed.v1': z.object({
    orderId: OrderId,
    request: SourcingRequest.describe('The whole order as it is to be served.'),
  }),
  /** What became of a decision to serve lines that waited for stock: until then they are not asked for again. */
  'tributary.sourcing.settled.v1': z.object({
    orderId: OrderId,
    decisionId,
    outcome: z
      .enum(['taken-up', 'declined', 'refused'])
      .describe('The order took it up, the order declined it, or inventory refused it.'),
  }),
  /** In `backorders-<sku>`: units wait, since the order was placed. */
  'tributary.backorder.queued.v1': z.object({
    ...queued,
    since: Timestamp.describe('When the order was placed.'),
  }),
  'tributary.backorder.left.v1': z.object({
    ...queued,
    reason: z
      .enum(['served', 'cancelled', 'rejected', 'sourced-anew', 'changed'])
      .describe('Why they wait no more.'),
  }),
  /** In `backorder-queues`: somebody waits for this SKU for the first time. */
  'tributary.backorder.opened.v1': z.object({ sku: Sku }),
  'tributary.location.defined.v1': LocationUpdated,
  'tributary.ruleset.published.v1': RuleSet,
  /** In `postal-areas-<country>`. */
  'tributary.postal-areas.defined.v1': PostalAreasUpdated,
} as const;
