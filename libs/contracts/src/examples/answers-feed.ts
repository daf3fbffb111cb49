import type * as feed from '../answers/feed.ts';
import { cursor, eventId, fulfilments, keyId, messageId, orderId, source } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const allocated = {
  specversion: '1.0' as const,
  id: eventId,
  source: 'tributary/order',
  type: 'tributary.order.allocated.v1',
  subject: `order-${orderId}`,
  time: '2026-03-02T09:14:06.180Z',
  datacontenttype: 'application/json' as const,
  sequence: '2',
  recordedtime: '2026-03-02T09:14:06.184Z',
  service: 'order' as const,
  partitionkey: orderId,
  correlationid: messageId,
  causationid: messageId,
  origin: source,
  actor: 'ann@shop.example',
  submittedby: `integrator:${keyId}`,
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  businessdate: '2026-03-02',
  zone: 'Europe/London',
  imported: true as const,
  data: { orderId, decisionId: `${orderId}/1`, attempt: 1, fulfilments },
  cursor,
};

const { cursor: _, ...placed } = allocated;

export const feedAnswers: ExamplesOf<typeof feed> = {
  FeedEvent: [allocated],
  FeedMark: [{ cursor }],
  FeedLine: [allocated, { cursor }],
  WhatBecame: [{ event: placed, outcome: 'applied', consequences: [placed], isPartial: true }],
};
