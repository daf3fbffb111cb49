import {
  type ApprovalLimits,
  type DeclaredAttributes,
  type HoldRules,
  type ReturnPolicy,
  type Segments,
  type TimelinePolicy,
  defaultApprovalLimits,
  defaultReturnPolicy,
} from '@tributary/contracts';
import { type EventStore, Setting } from '@tributary/event-store';
import { attributesStream, nothingDeclared } from '../domain/order/attributes/declared.ts';
import { limitsStream } from '../domain/order/change/limits.ts';
import { holdRulesStream, noHoldRules } from '../domain/order/hold/hold-rules.ts';
import { policyStream } from '../domain/order/return/policy.ts';

/** What holds for all orders, as operations set it. */
export class OrderSettings {
  readonly returnPolicy: Setting<ReturnPolicy>;
  readonly approvalLimits: Setting<ApprovalLimits>;
  readonly holdRules: Setting<HoldRules>;
  readonly attributes: Setting<DeclaredAttributes>;
  readonly segments: Setting<Segments>;
  readonly timelinePolicy: Setting<TimelinePolicy>;

  constructor(store: EventStore) {
    const setting = <S>(stream: string, initial: S, type: string) =>
      new Setting(store, 'order', stream, initial, type);
    this.returnPolicy = setting(policyStream, defaultReturnPolicy, 'tributary.return.policy-set.v1');
    this.approvalLimits = setting(limitsStream, defaultApprovalLimits, 'tributary.approval.limits-set.v1');
    this.holdRules = setting(holdRulesStream, noHoldRules, 'tributary.hold.rules-set.v1');
    this.attributes = setting(attributesStream, nothingDeclared, 'tributary.attribute.declared.v1');
    this.segments = setting<Segments>('segments', { segments: [] }, 'tributary.segment.defined.v1');
    this.timelinePolicy = setting<TimelinePolicy>(
      'timeline-policy',
      { rules: [] },
      'tributary.timeline.policy-set.v1',
    );
  }
}
