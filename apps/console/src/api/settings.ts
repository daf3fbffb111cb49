import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

export type ApprovalLimits = Schemas['ApprovalLimitsAnswer'];
export type AvailabilityPolicy = Schemas['AvailabilityPolicyAnswer'];
export type DeclaredAttributes = Schemas['DeclaredAttributesAnswer'];
export type HoldRules = Schemas['HoldRulesAnswer'];
export type ReturnPolicy = Schemas['ReturnPolicyAnswer'];
/** Into which segments customers fall, and by which numbers they are scored. */
export type Segments = Schemas['SegmentsAnswer'];
export type SegmentsPreview = Schemas['SegmentsPreview'];
export type TimelinePolicy = Schemas['TimelinePolicyAnswer'];
export type TimelinePreview = Schemas['TimelinePreview'];

/** What holds for all orders: one document, read and set as a whole. */
export interface Setting<Document> {
  /** Names the question for it, also where other rooms ask it. */
  readonly name: string;
  readonly read: (signal: AbortSignal) => Promise<Document>;
  /** @throws ApiProblem with a fault for each field that was wrong */
  readonly set: (document: Document) => Promise<Document>;
}

export const approvalLimits: Setting<ApprovalLimits> = {
  name: 'approval-limits',
  read: (signal) => told(api.GET('/v1/approval-limits', { signal })),
  set: (body) => told(api.PUT('/v1/approval-limits', { body })),
};

export const declaredAttributes: Setting<DeclaredAttributes> = {
  name: 'attributes',
  read: (signal) => told(api.GET('/v1/attributes', { signal })),
  set: (body) => told(api.PUT('/v1/attributes', { body })),
};

export const returnPolicy: Setting<ReturnPolicy> = {
  name: 'return-policy',
  read: (signal) => told(api.GET('/v1/return-policy', { signal })),
  set: (body) => told(api.PUT('/v1/return-policy', { body })),
};

export const holdRules: Setting<HoldRules> = {
  name: 'hold-rules',
  read: (signal) => told(api.GET('/v1/hold-rules', { signal })),
  set: (body) => told(api.PUT('/v1/hold-rules', { body })),
};

export const availabilityPolicy: Setting<AvailabilityPolicy> = {
  name: 'availability-policy',
  read: (signal) => told(api.GET('/v1/availability-policy', { signal })),
  set: (body) => told(api.PUT('/v1/availability-policy', { body })),
};

export const timelinePolicy: Setting<TimelinePolicy> = {
  name: 'timeline-policy',
  read: (signal) => told(api.GET('/v1/timeline-policy', { signal })),
  set: (body) => told(api.PUT('/v1/timeline-policy', { body })),
};

/** What it would leave out of the newest orders; nothing is set by it. */
export const tryTimelinePolicy = (body: TimelinePolicy): Promise<TimelinePreview> =>
  told(api.POST('/v1/timeline-policy/preview', { body }));

export const customerSegments: Setting<Segments> = {
  name: 'segments',
  read: (signal) => told(api.GET('/v1/segments', { signal })),
  set: (body) => told(api.PUT('/v1/segments', { body })),
};

/** Who of those who ordered last would be in them, and numbers to score by; nothing is set by it. */
export const trySegments = (body: Segments): Promise<SegmentsPreview> =>
  told(api.POST('/v1/segments/preview', { body }));
