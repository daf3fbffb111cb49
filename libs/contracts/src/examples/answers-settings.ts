import type * as settings from '../answers/settings.ts';
import { declaredAttributes } from './attributes.ts';
import { availabilityPolicy } from './availability-policy.ts';
import { holdRules } from './hold-rules.ts';
import { returnCommandExamples } from './return-commands.ts';
import { segments } from './segments.ts';
import { timelinePolicy } from './timeline-policy.ts';
import type { ExamplesOf } from './with-examples.ts';

const setBy = 'ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55';
const setAt = '2026-02-28T16:20:00.000Z';
const limits = {
  csr: { price: 30, discount: 20 },
  integrator: { price: 100, discount: 100 },
  supervisor: { price: 60, discount: 50 },
};

/** As people set them a day before the story. */
export const settingsAnswers: ExamplesOf<typeof settings> = {
  ApprovalLimitsVersions: [{ items: [{ version: 1, setAt, setBy, value: limits }] }],
  AttributesVersions: [{ items: [{ version: 1, setAt, setBy, value: declaredAttributes }] }],
  AvailabilityPolicyVersions: [{ items: [{ version: 1, setAt, setBy, value: availabilityPolicy }] }],
  HoldRulesVersions: [{ items: [{ version: 1, setAt, setBy, value: holdRules }] }],
  ReturnPolicyVersions: [{ items: [{ version: 1, setAt, setBy, value: returnCommandExamples.policy }] }],
  SegmentsVersions: [{ items: [{ version: 1, setAt, setBy, value: segments }] }],
  TimelinePolicyVersions: [{ items: [{ version: 1, setAt, setBy, value: timelinePolicy }] }],
};
