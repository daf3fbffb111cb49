import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  CloudEventAttributes,
  TakenMessages,
  inboundEventReference,
  cloudEventExample,
  inboundExamples,
} from '@tributary/contracts';
import type { Admission } from '@tributary/event-bus';
import {
  Endpoint,
  type KeySubmitter,
  Problem,
  SubmittedBy,
  bodyBytesOf,
  isBinaryEvent,
  mediaTypeOf,
} from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admissionToken } from '../tokens.ts';
import { Inbox, type Taken } from '../../use-cases/inbox.ts';
import { binaryEvent } from './binary-event.ts';

const largestBatch = 10_000;
/** How long a batch waits for room, in milliseconds. */
const patience = 30_000;
/** An event as it is published. */
export const CloudEvent = CloudEventAttributes.extend({
  data: z.unknown().describe('What happened, by its `type`: /asyncapi.json has the schema of each.'),
});

const { specversion, id, source, type, time } = cloudEventExample;
const [data] = inboundExamples['tributary.order.captured.v1'];
const example = { specversion, id, source, type, time, data };
/** With all that may be said of it. */
const attributed = { ...cloudEventExample, data };
/** As it is published, and corrected. */
export const eventExamples = [example, attributed];

@Controller('v1/events')
export class EventsController {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(admissionToken) private readonly admission: Admission,
  ) {}

  @Post()
  @HttpCode(202)
  @Endpoint({
    tag: 'events',
    operation: 'publishEvents',
    summary:
      'Publish one CloudEvent, or an array of them; answered once each is recorded: accepted, duplicate, or quarantined with a reason. In binary mode attributes are ce- headers and the body is the data, as application/json or a type that ends in +json',
    allow: ['integrator'],
    answer: TakenMessages,
    body: z.union([CloudEvent, z.array(CloudEvent).min(1).max(largestBatch)]),
    bodySchema: {
      anyOf: [
        inboundEventReference,
        { type: 'array', items: inboundEventReference, minItems: 1, maxItems: largestBatch },
      ],
    },
    bodyExamples: [...eventExamples, [attributed]],
    consumes: ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'],
    status: 202,
    alsoAnswers: { 207: 'A batch of which some were quarantined' },
    problems: {
      400: '`malformed-json`, `malformed-header`, `too-deep`',
      413: '`too-large`: a body of more than 10 MB, a batch of more than 10,000 events, a single event of more than 1 MB (1,000,000 bytes of JSON); in a batch such an event is quarantined, and the others are taken',
      415: '`unsupported-media-type`, naming what is read',
      422: 'A single event that was `quarantined`',
      429: '`overloaded`: more came in than is done yet; a batch is waited with for half a minute first',
      503: '`store-unavailable`: `recorded` tells how many of a batch certainly are, from its beginning; sent again, each counts once',
    },
  })
  async publish(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @SubmittedBy() by: KeySubmitter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (body === undefined)
      throw new Problem(400, 'empty-body', 'The body is empty; an event or an array of them is expected.');
    const { messages, batch } = messagesOf(request, body);
    if (batch) await this.admission.whenRoom(messages.length, patience);
    else this.admission.now();
    const taken = await this.inbox.take(messages, by, bodyBytesOf(request));
    const [only] = taken;
    if (!batch && only?.status === 'quarantined') throw quarantined(only);
    void reply
      .code(taken.some(({ status }) => status === 'quarantined') ? 207 : 202)
      .send({ results: taken.map(result) });
  }
}

/**
 * What was sent, one message or a batch of them.
 * @throws Problem 400, 413
 */
const messagesOf = (
  request: FastifyRequest,
  body: unknown,
): { messages: readonly unknown[]; batch: boolean } => {
  if (isBinaryEvent(request)) return { messages: [binaryEvent(request.headers, body)], batch: false };
  const batch = Array.isArray(body);
  if (mediaTypeOf(request) === 'application/cloudevents-batch+json' && !batch)
    throw new Problem(400, 'not-a-batch', 'application/cloudevents-batch+json is an array of events.');
  const messages: readonly unknown[] = batch ? body : [body];
  if (messages.length === 0) throw new Problem(400, 'empty-batch', 'Send at least one event.');
  if (messages.length > largestBatch)
    throw new Problem(413, 'too-large', `Send at most ${largestBatch} events in a batch.`);
  return { messages, batch };
};

const quarantined = ({ messageId, fault }: Extract<Taken, { status: 'quarantined' }>): Problem =>
  new Problem(
    fault.code === 'too-large' ? 413 : 422,
    fault.code,
    `${fault.reason} The message is kept in quarantine as ${messageId}.`,
    {
      messageId,
      errors: fault.faults,
    },
  );

const result = (taken: Taken) =>
  taken.status === 'quarantined'
    ? {
        status: taken.status,
        messageId: taken.messageId,
        ...(taken.id && { id: taken.id }),
        code: taken.fault.code,
        reason: taken.fault.reason,
        errors: taken.fault.faults,
      }
    : taken;
