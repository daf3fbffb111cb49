import { z } from 'zod';
import { Timestamp } from './envelope.ts';

/** What a topic is for decides how long it keeps what and who reads it. */
export type TopicKind = 'facts' | 'inbound' | 'dead-letters' | 'retry' | 'state';

/** Partitions of every topic, unless an installation says otherwise: what belongs together lies in partitions of one number. */
export const defaultPartitions = 12;

/**
 * Largest message on our own topics in bytes. A request body has at most 10 MB; kept in quarantine as
 * text inside JSON it may grow several times, and a broker takes no request above 100 MB.
 */
export const maxMessageBytes = 64 * 1024 * 1024;
/** What an integrator may send in bytes: as much as over HTTP, so that an event above `maxEventBytes` goes to quarantine and not back. */
export const maxInboundBytes = 10 * 1024 * 1024;

const days = 24 * 60 * 60 * 1_000;

export interface Retention {
  /** Milliseconds that facts are kept; for ever when left out, since read models are rebuilt from them. */
  readonly retentionMs?: number;
  /** Milliseconds that integrators' messages are kept after they were sent; seven days when left out. */
  readonly inboundRetentionMs?: number;
}

/** Settings of a topic by Kafka's own names; -1 is without bound. */
export interface TopicSettings {
  readonly 'cleanup.policy': 'delete' | 'compact';
  readonly 'retention.ms'?: number;
  readonly 'retention.bytes'?: number;
  readonly 'delete.retention.ms'?: number;
  readonly 'max.message.bytes': number;
  readonly 'compression.type'?: 'uncompressed';
}

/** How a topic keeps what it is for. */
export const topicSettings = (
  kind: TopicKind,
  { retentionMs = -1, inboundRetentionMs = 7 * days }: Retention = {},
): TopicSettings => {
  const kept = (milliseconds: number) =>
    ({ 'cleanup.policy': 'delete', 'retention.ms': milliseconds }) as const;
  switch (kind) {
    case 'facts':
    case 'dead-letters':
      return { ...kept(retentionMs), 'retention.bytes': -1, 'max.message.bytes': maxMessageBytes };
    case 'retry':
      return { ...kept(7 * days), 'max.message.bytes': maxMessageBytes };
    case 'state':
      return {
        'cleanup.policy': 'compact',
        // How long a tombstone is there for who reads from the beginning.
        'delete.retention.ms': days,
        'max.message.bytes': maxMessageBytes,
      };
    case 'inbound':
      return {
        ...kept(inboundRetentionMs),
        'max.message.bytes': maxInboundBytes,
        // Integrators compress as they like, with codecs our driver does not read: the broker undoes it.
        'compression.type': 'uncompressed',
      };
  }
};

/** A log's epoch becomes part of a partition's name on the bus. */
export const epochPattern = /^[\w-]{1,64}$/;

const count = z.string().regex(/^[1-9]\d*$/);
const text = z.string();

/**
 * Headers of every event that we send: CloudEvents 1.0 in binary mode. `partitionkey`, `sequence` and
 * `traceparent` are CloudEvents' documented extensions, `tributary-service` and the others the project's own.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
 */
export const EventHeaders = z.object({
  'content-type': z.literal('application/json').describe('What the value is.'),
  ce_specversion: z.literal('1.0').describe('Version of CloudEvents.'),
  ce_id: text.describe('Names the event, for ever.'),
  ce_type: text.describe('What happened.'),
  ce_source: text.describe('Who said so.'),
  ce_subject: text.describe('The stream of the event, without its service.'),
  ce_time: Timestamp.describe('When it happened.'),
  ce_sequence: count.describe('Its place in its stream, from 1.'),
  ce_recordedtime: Timestamp.describe('When it was recorded; the timestamp of the message, too.'),
  ce_logposition: count.describe(
    'Its place in the log that recorded it, from 1. Within a partition the positions of one log ascend: what is not above the highest one seen was sent again.',
  ),
  ce_logepoch: text
    .regex(epochPattern)
    .describe('Names that log; another one once it was restored from a backup.'),
  'tributary-service': text.describe('The service whose stream it is.'),
  ce_correlationid: text.describe('Ties together all that belongs to one business process.').optional(),
  ce_causationid: text.describe('Id of the event or command that led to this one.').optional(),
  ce_origin: text.describe('CloudEvents source of the outside message that this event records.').optional(),
  ce_actor: text
    .describe(
      'Role and id of the API key that did it; where `ce_submittedby` is another, whom the message names.',
    )
    .optional(),
  ce_submittedby: text
    .describe(
      'Role and id of the API key that handed it in; of what follows from it, where `ce_actor` is another.',
    )
    .optional(),
  ce_commanddigest: text.describe('Of what was asked by a command.').optional(),
  ce_traceparent: text.describe('W3C Trace Context.').optional(),
  ce_businessdate: z.iso.date().describe('Calendar day at the location.').optional(),
  ce_zone: text.describe('IANA zone of the location.').optional(),
  ce_imported: z.enum(['true', 'false']).describe('History being loaded.').optional(),
  ce_partitionkey: text.describe('The key of the message where it is not its stream.').optional(),
});
export type EventHeaders = z.infer<typeof EventHeaders>;
export type EventHeader = keyof EventHeaders;

/** Headers of a state: no log has recorded it, so it has no place in one. */
export const StateHeaders = z.object({
  'content-type': z.literal('application/json').describe('What the value is.'),
  ce_specversion: z.literal('1.0').describe('Version of CloudEvents.'),
  ce_id: text.describe('The same for the same state of the same moment.'),
  ce_type: text.describe('The name of the topic.'),
  ce_source: text.describe('Who said so.'),
  ce_subject: text.describe('The key.'),
  ce_time: Timestamp.describe('Since when it is so.'),
});
export type StateHeaders = z.infer<typeof StateHeaders>;
