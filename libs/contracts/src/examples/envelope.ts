import type { CloudEventAttributes } from '../envelope.ts';
import type { EventHeaders, StateHeaders } from '../kafka.ts';
import { eventId, keyId, mug, orderId, packedAt, placedAt, source } from './story.ts';

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const zone = 'Europe/London';

/** What a web shop says of an event that it publishes: every attribute. */
export const cloudEventExample: {
  readonly [Name in keyof CloudEventAttributes]-?: CloudEventAttributes[Name];
} = {
  specversion: '1.0',
  id: 'order-100045',
  source,
  type: 'tributary.order.captured.v1',
  time: placedAt,
  subject: orderId,
  datacontenttype: 'application/json',
  dataschema: 'https://shop.example/schemas/order.json',
  businessdate: '2026-03-02',
  zone,
  correlationid: 'basket-5512',
  causationid: 'checkout-5512',
  actor: 'clerk:17',
  traceparent,
  imported: false,
};

/** Every header of an event that we send. */
export const eventHeaders: { readonly [Name in keyof EventHeaders]-?: EventHeaders[Name] } = {
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: eventId,
  ce_type: 'tributary.order.placed.v2',
  ce_source: 'tributary/order',
  ce_subject: `order-${orderId}`,
  ce_time: placedAt,
  ce_sequence: '1',
  ce_recordedtime: '2026-03-02T09:14:05.812Z',
  ce_logposition: '48213',
  ce_logepoch: '3f9c2a1e',
  'tributary-service': 'order',
  ce_correlationid: 'basket-5512',
  ce_causationid: '019cae11-5c02-7d10-9a44-2f6e8b0c1d3e',
  ce_origin: source,
  ce_actor: 'clerk:17',
  ce_submittedby: `integrator:${keyId}`,
  ce_commanddigest: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  ce_traceparent: traceparent,
  ce_businessdate: '2026-03-02',
  ce_zone: zone,
  ce_imported: 'false',
  ce_partitionkey: orderId,
};

export const stateHeaders: StateHeaders = {
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: '5b9c1c7e-0d6e-5c53-9b8e-6a1f2e3d4c5b',
  ce_type: 'tributary.state.stock.v1',
  ce_source: 'tributary/inventory',
  ce_subject: `${mug}@leeds`,
  ce_time: packedAt,
};
