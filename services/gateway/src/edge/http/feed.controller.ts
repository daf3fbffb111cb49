import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { Channel, FeedLine, type Identity, LocationId, Timestamp, WhatBecame } from '@tributary/contracts';
import { Caller, Endpoint, Problem, Valid, cutOffWhenIdle } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Wanted } from '../../domain/feed/wanted.ts';
import { CursorOfAnotherLog, NoCursor, type Places } from '../../use-cases/feed/cursor.ts';
import { type Beginning, Feed } from '../../use-cases/feed/feed.ts';
import { EventId, EventQuery, TypePattern, assertKnownTypes, eventIdHere } from './event-query.ts';
import { Traces } from '../../use-cases/feed/traces.ts';
import { FeedStreams } from './feed-streams.ts';
import { type FeedForm, feedText } from './feed-text.ts';

const many = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema).min(1).max(50)]);
const listed = <T>(given: T | readonly T[] | undefined): readonly T[] | undefined =>
  given === undefined || Array.isArray(given) ? (given as readonly T[] | undefined) : [given as T];

const eventQuery = {
  type: many(TypePattern)
    .optional()
    .describe('Of this type, or of one of several; `tributary.order.*` is all that begin so.'),
  channel: many(Channel).optional().describe('About orders of this channel, or of one of several.'),
  location: many(LocationId)
    .optional()
    .describe('That name this location, or one of several; not where it was only considered for an order.'),
};

const FeedQuery = z.strictObject({
  after: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe(
      'What comes after this `cursor`; `now` for what happens from now on. From the beginning where left out.',
    ),
  from: Timestamp.optional().describe('In the place of `after`: what was recorded from this moment on.'),
  ...eventQuery,
  limit: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Most events of the answer.'),
  live: z
    .enum(['', 'true', 'false'])
    .optional()
    .describe('Go on as things happen; an event stream always does.'),
});

const eventStream = 'text/event-stream';

@Controller('v1')
export class FeedController {
  constructor(
    @Inject(Feed) private readonly feed: Feed,
    @Inject(FeedStreams) private readonly streams: FeedStreams,
    @Inject(Traces) private readonly traces: Traces,
  ) {}

  @Get('events/:eventId')
  @Endpoint({
    tag: 'events',
    operation: 'getEvent',
    summary:
      'What became of a message, or of any event: by the `messageId` that it was answered with, or by its own id and its source',
    allow: ['integrator', 'ops'],
    answer: WhatBecame,
    params: { eventId: 'Id of the event' },
    query: EventQuery,
    problems: { 404: '`not-found`' },
  })
  async one(
    @Param('eventId', new Valid(EventId)) eventId: string,
    @Query(new Valid(EventQuery)) query: z.infer<typeof EventQuery>,
    @Caller() { role }: Identity,
  ): Promise<WhatBecame> {
    const id = eventIdHere(eventId, query);
    const trace = await this.traces.of(id, new Wanted({}, role));
    if (!trace) throw new Problem(404, 'not-found', `There is no event ${eventId}.`);
    return trace;
  }

  @Get('feed')
  @Endpoint({
    tag: 'feed',
    operation: 'readFeed',
    summary:
      'Everything that happened, and what happens, as NDJSON or, where `text/event-stream` is accepted, as server-sent events: each event whole, with the cursor to go on after it. Lines of NDJSON without `type` say how far it was looked through',
    allow: ['integrator', 'ops', 'analyst'],
    query: FeedQuery,
    headers: {
      accept: '`text/event-stream` for server-sent events',
      'last-event-id': 'In the place of `after`, as browsers send it when they connect again',
    },
    answer: [
      { type: 'application/x-ndjson', schema: FeedLine },
      { type: eventStream, schema: 'text', example: 'id: MWZkNTNi\ndata: {"specversion":"1.0", …}\n\n' },
    ],
    problems: {
      400: '`bad-cursor`, `unknown-type`: a type that no event has',
      410: '`cursor-of-another-log`: the event log was put back from a copy or exchanged; begin by `from`',
    },
  })
  async read(
    @Query(new Valid(FeedQuery)) { after, from, limit, live, ...of }: z.infer<typeof FeedQuery>,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Caller() { keyId, role }: Identity,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form: FeedForm = accept?.includes(eventStream) ? 'event-stream' : 'ndjson';
    const wanted = wantedBy(of, role);
    const places = await this.placesAt(beginningOf(lastEventId || after, from));
    const ending = this.streams.begin(keyId);
    reply.raw.once('close', () => ending.abort());
    // A listener who takes nothing does not listen any more; who takes all is told something more often.
    cutOffWhenIdle(reply);
    const isLive = form === 'event-stream' || live === '' || live === 'true';
    const parts = this.feed.read(places, { wanted, isLive, signal: ending.signal });
    void reply
      .header('content-type', form === 'event-stream' ? eventStream : 'application/x-ndjson')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(
        Readable.from(feedText(parts, { form, limit, cursor: this.feed.cursorAt(places) }), {
          objectMode: false,
        }),
      );
  }

  private async placesAt(beginning: Beginning): Promise<Places> {
    try {
      return await this.feed.placesAt(beginning);
    } catch (error) {
      if (error instanceof NoCursor)
        throw new Problem(
          400,
          'bad-cursor',
          'This is no cursor of this feed: keep cursors as they are told.',
        );
      if (error instanceof CursorOfAnotherLog)
        throw new Problem(
          410,
          'cursor-of-another-log',
          'The event log was put back from a copy or exchanged since this cursor was told: begin by `from`, a little before the last event you have; events keep their ids.',
        );
      throw error;
    }
  }
}

const beginningOf = (after: string | undefined, from: string | undefined): Beginning => {
  if (after !== undefined && from !== undefined)
    throw new Problem(400, 'invalid', 'Either `after` or `from` says where the feed begins.');
  if (from !== undefined) return { from: new Date(from).toISOString() };
  if (after === undefined) return 'beginning';
  return after === 'now' ? 'now' : { after };
};

interface AskedEvents {
  readonly type?: z.infer<typeof eventQuery.type>;
  readonly channel?: z.infer<typeof eventQuery.channel>;
  readonly location?: z.infer<typeof eventQuery.location>;
}

const wantedBy = ({ type, channel, location }: AskedEvents, role: Identity['role']): Wanted => {
  const types = listed(type);
  assertKnownTypes(types);
  return new Wanted({ types, channels: listed(channel), locations: listed(location) }, role);
};
