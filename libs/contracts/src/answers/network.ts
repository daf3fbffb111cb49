import { z } from 'zod';
import { Fulfilment } from '../facts/order.ts';
import { RuleSet, SourcingDecided } from '../facts/sourcing.ts';
import { LocationUpdated } from '../inbound/reference-data.ts';
import { listOf, moment, pageOf } from './parts.ts';

export const NetworkLocation = LocationUpdated;
export const NetworkLocations = pageOf(NetworkLocation, 'Locations by id.');
export const RuleSets = listOf(RuleSet, 'The rule set in force.');

/** One sourcing decision of an order. */
export const SourcingDecision = SourcingDecided.extend({
  decidedAt: moment.describe('When it was taken, UTC.'),
});
export const SourcingDecisions = pageOf(SourcingDecision, 'Decisions, in the order they were taken.');

/** Where goods would come from; nothing is reserved for whoever asks. */
export const SourcingOutlook = SourcingDecided.pick({
  ruleSet: true,
  unsourced: true,
  cost: true,
  candidates: true,
  others: true,
}).extend({
  outcome: z
    .enum(['planned', 'partly-planned', 'unsourceable'])
    .describe('All of it could be served now, some of it, or nothing.'),
  serves: z.array(Fulfilment.omit({ fulfilmentId: true })).describe('Which location would serve what.'),
});
export type SourcingOutlook = z.infer<typeof SourcingOutlook>;
