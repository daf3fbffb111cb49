import { z } from 'zod';
import { ApprovalLimits } from '../facts/approvals.ts';
import { DeclaredAttributes } from '../facts/attributes.ts';
import { AvailabilityPolicy } from '../facts/availability-policy.ts';
import { HoldRules } from '../facts/hold-rules.ts';
import { ReturnPolicy } from '../facts/return-policy.ts';
import { Segments } from '../facts/segments.ts';
import { TimelinePolicy } from '../facts/timeline-policy.ts';
import { listOf, moment } from './parts.ts';

/** What was set, from the newest to the first. */
const versionsOf = <S extends z.ZodType>(setting: S) =>
  listOf(
    z.object({
      version: z.int().describe('Which it was, from 1.'),
      setAt: moment.describe('From when on it held, UTC.'),
      setBy: z.string().optional().describe('Role and id of the key that it was set with.'),
      value: setting.describe('What held from then on.'),
    }),
    'What was set, the newest first, at most 500.',
  );

export const ApprovalLimitsVersions = versionsOf(ApprovalLimits);
export const AttributesVersions = versionsOf(DeclaredAttributes);
export const AvailabilityPolicyVersions = versionsOf(AvailabilityPolicy);
export const HoldRulesVersions = versionsOf(HoldRules);
export const ReturnPolicyVersions = versionsOf(ReturnPolicy);
export const SegmentsVersions = versionsOf(Segments);
export const TimelinePolicyVersions = versionsOf(TimelinePolicy);
