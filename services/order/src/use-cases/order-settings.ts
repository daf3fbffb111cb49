import type {
  ApprovalLimits,
  DeclaredAttributes,
  HoldRules,
  ReturnPolicy,
  Segments,
  TimelinePolicy,
} from '@tributary/contracts';
import { type EventStore, Setting } from '@tributary/event-store';
import { attributesFold, attributesStream } from '../domain/order/attributes/declared.ts';
import { limitsFold, limitsStream } from '../domain/order/change/limits.ts';
import { holdRulesFold, holdRulesStream } from '../domain/order/hold/hold-rules.ts';
import { segmentsFold, segmentsStream } from '../domain/customer-segments/segments.ts';
import { timelinePolicyFold, timelinePolicyStream } from '../domain/timeline-policy/timeline-policy.ts';
import { policyFold, policyStream } from '../domain/order/return/policy.ts';

/** What holds for all orders, as operations set it. */
export class OrderSettings {
  readonly returnPolicy: Setting<ReturnPolicy>;
  readonly approvalLimits: Setting<ApprovalLimits>;
  readonly holdRules: Setting<HoldRules>;
  readonly attributes: Setting<DeclaredAttributes>;
  readonly segments: Setting<Segments>;
  readonly timelinePolicy: Setting<TimelinePolicy>;

  constructor(store: EventStore) {
    this.returnPolicy = new Setting(
      store,
      'order',
      policyStream,
      policyFold,
      'tributary.return.policy-set.v1',
    );
    this.approvalLimits = new Setting(
      store,
      'order',
      limitsStream,
      limitsFold,
      'tributary.approval.limits-set.v1',
    );
    this.holdRules = new Setting(
      store,
      'order',
      holdRulesStream,
      holdRulesFold,
      'tributary.hold.rules-set.v1',
    );
    this.attributes = new Setting(
      store,
      'order',
      attributesStream,
      attributesFold,
      'tributary.attribute.declared.v1',
    );
    this.segments = new Setting(store, 'order', segmentsStream, segmentsFold, 'tributary.segment.defined.v1');
    this.timelinePolicy = new Setting(
      store,
      'order',
      timelinePolicyStream,
      timelinePolicyFold,
      'tributary.timeline.policy-set.v1',
    );
  }
}
