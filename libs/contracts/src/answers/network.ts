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
