import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  GivenUpMessages,
  type Identity,
  Redelivered,
  Webhook,
  WebhookDeliveries,
  WebhookList,
  WebhookWithSecret,
} from '@tributary/contracts';
import type { Refusal } from '@tributary/event-store';
import { Caller, Endpoint, type KeySubmitter, Problem, SubmittedBy, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import type { z } from 'zod';
import type { EventFilter } from '../../domain/feed/wanted.ts';
import { givenUpPart } from '../../domain/webhooks/given-up.ts';
import type { Webhook as Known } from '../../domain/webhooks/webhooks.ts';
import { ApiKeys } from '../../use-cases/api-keys.ts';
import { Feed } from '../../use-cases/feed/feed.ts';
import { Deliveries } from '../../use-cases/webhooks/deliveries.ts';
import { storedLog } from '../../use-cases/webhooks/delivery-log.ts';
import { isTaken, wordsOf } from '../../use-cases/webhooks/message.ts';
import { type Poster, UnreadableSecret } from '../../use-cases/webhooks/outgoing.ts';
import { Webhooks } from '../../use-cases/webhooks/webhooks.ts';
import { posterToken, readStoreToken } from '../tokens.ts';
import { assertKnownTypes } from './event-query.ts';
import { Change, GivenUpQuery, Redeliver, Subscribe, WebhookId } from './webhook-requests.ts';

const allow = ['integrator'] as const;
const params = { webhookId: 'Webhook id' };
const missing = { 404: '`not-found`' };

@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Webhooks) private readonly webhooks: Webhooks,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Feed) private readonly feed: Feed,
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(posterToken) private readonly poster: Poster,
    @Inject(readStoreToken) private readonly store: ReadStore,
  ) {}

  @Get()
  @Endpoint({
    tag: 'webhooks',
    operation: 'listWebhooks',
    summary: 'Who is told what happens, and where; there are a hundred at most',
    allow: ['integrator', 'ops'],
    answer: WebhookList,
  })
  async list() {
    const all = await this.webhooks.list();
    return { items: await Promise.all(all.map((each) => this.shown(each))) };
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    tag: 'webhooks',
    operation: 'subscribeWebhook',
    summary:
      'Have what happens sent to an address, each event as a message that is signed by Standard Webhooks; its secret is shown only now. What is about one order comes in its order, at least once',
    allow,
    body: Subscribe,
    bodyExamples: [
      {
        name: 'fulfilment screen',
        url: 'https://wms.example.com/tributary',
        types: ['tributary.order.*'],
        channels: ['web'],
        locations: ['leeds'],
        from: '2026-03-01T00:00:00Z',
      },
    ],
    answer: WebhookWithSecret,
    status: 201,
    problems: {
      400: '`unknown-type`: a type that no event has',
      409: '`too-many-webhooks`',
      422: '`address-not-allowed`: it is not https, or its address is private and not allowed',
    },
  })
  async subscribe(
    @Body(new Valid(Subscribe)) { name, url, from, ...wanted }: z.infer<typeof Subscribe>,
    @Caller() caller: Identity,
    @SubmittedBy() by: KeySubmitter,
  ) {
    this.assertSound(url, wanted);
    const beginning = from === undefined ? 'now' : { from: new Date(from).toISOString() };
    const begins = this.feed.cursorAt(await this.feed.placesAt(beginning));
    const done = found(await this.webhooks.subscribe({ name, url, begins, ...wanted }, caller, by));
    return { ...(await this.shownById(done.webhookId)), secret: done.secret };
  }

  @Get(':webhookId')
  @Endpoint({
    tag: 'webhooks',
    operation: 'getWebhook',
    summary: 'One webhook',
    allow: ['integrator', 'ops'],
    answer: Webhook,
    params,
    problems: missing,
  })
  one(@Param('webhookId', new Valid(WebhookId)) webhookId: string) {
    return this.shownById(webhookId);
  }

  @Patch(':webhookId')
  @Endpoint({
    tag: 'webhooks',
    operation: 'changeWebhook',
    summary: 'Send it elsewhere, ask for other things, pause it or go on where it stopped',
    allow,
    body: Change,
    bodyExamples: [
      { state: 'paused' },
      {
        name: 'fulfilment screen',
        url: 'https://wms.example.com/tributary',
        filter: { types: ['tributary.order.*'], channels: ['web'], locations: ['leeds'] },
      },
    ],
    answer: Webhook,
    params,
    problems: { ...missing, 400: '`unknown-type`', 422: '`address-not-allowed`' },
  })
  async change(
    @Param('webhookId', new Valid(WebhookId)) webhookId: string,
    @Body(new Valid(Change)) { state, ...change }: z.infer<typeof Change>,
    @Caller() caller: Identity,
    @SubmittedBy() by: KeySubmitter,
  ) {
    this.assertSound(change.url, change.filter);
    if (Object.keys(change).length > 0) found(await this.webhooks.change(webhookId, change, by));
    if (state === 'paused') found(await this.webhooks.pause(webhookId, 'asked', by));
    if (state === 'delivering') found(await this.webhooks.resume(webhookId, caller, by));
    return this.shownById(webhookId);
  }

  @Delete(':webhookId')
  @HttpCode(204)
  @Endpoint({
    tag: 'webhooks',
    operation: 'removeWebhook',
    summary: 'Send it nothing any more',
    allow,
    answer: 'nothing',
    params,
    status: 204,
    problems: missing,
  })
  async remove(
    @Param('webhookId', new Valid(WebhookId)) webhookId: string,
    @SubmittedBy() by: KeySubmitter,
  ): Promise<void> {
    found(await this.webhooks.remove(webhookId, by));
  }

  @Post(':webhookId/rotate-secret')
  @HttpCode(200)
  @Endpoint({
    tag: 'webhooks',
    operation: 'rotateWebhookSecret',
    summary: 'A new secret, shown only now; the one before signs, too, for a day',
    allow,
    answer: WebhookWithSecret,
    params,
    problems: missing,
  })
  async rotate(@Param('webhookId', new Valid(WebhookId)) webhookId: string, @SubmittedBy() by: KeySubmitter) {
    const { secret } = found(await this.webhooks.rotateSecret(webhookId, by));
    return { ...(await this.shownById(webhookId)), secret };
  }

  @Get(':webhookId/deliveries')
  @Endpoint({
    tag: 'webhooks',
    operation: 'getWebhookDeliveries',
    summary: 'What lately came of its messages, and which are being tried again; a second old',
    allow: ['integrator', 'ops'],
    answer: WebhookDeliveries,
    params,
    problems: missing,
  })
  async log(@Param('webhookId', new Valid(WebhookId)) webhookId: string): Promise<WebhookDeliveries> {
    await this.known(webhookId);
    return storedLog(this.store, webhookId);
  }

  @Get(':webhookId/given-up')
  @Endpoint({
    tag: 'webhooks',
    operation: 'listGivenUpMessages',
    summary: 'Messages that were tried for three days while others were taken, and given up',
    allow: ['integrator', 'ops'],
    answer: GivenUpMessages,
    params,
    query: GivenUpQuery,
    problems: missing,
  })
  async givenUp(
    @Param('webhookId', new Valid(WebhookId)) webhookId: string,
    @Query(new Valid(GivenUpQuery)) { limit, cursor }: z.infer<typeof GivenUpQuery>,
  ) {
    await this.known(webhookId);
    return givenUpPart(await this.webhooks.givenUp(webhookId), limit, cursor);
  }

  @Post(':webhookId/redeliver')
  @HttpCode(200)
  @Endpoint({
    tag: 'webhooks',
    operation: 'redeliverMessage',
    summary: 'Send one event once more, now, whatever became of it before',
    allow,
    body: Redeliver,
    bodyExamples: [{ eventId: '01a22ae4-734f-8fa2-ac29-3b2eea40416d' }],
    answer: Redelivered,
    params,
    problems: {
      404: '`not-found`: no such webhook, or no such event',
      422: '`not-taken`: what the receiver answered; `secret-unreadable`: rotate it',
    },
  })
  async redeliver(
    @Param('webhookId', new Valid(WebhookId)) webhookId: string,
    @Body(new Valid(Redeliver)) { eventId }: z.infer<typeof Redeliver>,
  ) {
    const webhook = await this.known(webhookId);
    const posted = await this.deliveries.sendAgain(webhook, eventId).catch((error: unknown) => {
      if (error instanceof UnreadableSecret) throw new Problem(422, 'secret-unreadable', error.message);
      throw error;
    });
    if (!posted) throw new Problem(404, 'not-found', `There is no event ${eventId}.`);
    if (!isTaken(posted) || !('status' in posted))
      throw new Problem(422, 'not-taken', `The receiver did not take it: ${wordsOf(posted)}.`);
    return { eventId, status: posted.status };
  }

  private assertSound(url: string | undefined, { types }: EventFilter = {}): void {
    assertKnownTypes(types);
    const refusal = url === undefined ? undefined : this.poster.refusalOf(url);
    if (refusal !== undefined)
      throw new Problem(422, 'address-not-allowed', `Nothing is sent to ${url}: ${refusal}.`);
  }

  private async known(webhookId: string): Promise<Known> {
    const webhook = await this.webhooks.find(webhookId);
    if (!webhook) throw new Problem(404, 'not-found', `There is no webhook ${webhookId}.`);
    return webhook;
  }

  private async shownById(webhookId: string): Promise<Webhook> {
    return this.shown(await this.known(webhookId));
  }

  private async shown(webhook: Known): Promise<Webhook> {
    const { webhookId, name, url, types, channels, locations, paused, keyId, role } = webhook;
    const isRevoked = await this.keys.isRevoked(keyId);
    return {
      webhookId,
      name,
      url,
      ...(types && { types }),
      ...(channels && { channels }),
      ...(locations && { locations }),
      state: paused ? 'paused' : isRevoked ? 'revoked' : 'delivering',
      ...(paused && { pausedBecause: paused }),
      keyId,
      role,
    };
  }
}

/** What was decided, or nothing. */
const found = <T>(done: T | Refusal): Exclude<T, Refusal> => {
  if (typeof done === 'object' && done !== null && 'code' in done && 'reason' in done)
    throw new Problem(done.code === 'not-found' ? 404 : 409, done.code, done.reason);
  return done as Exclude<T, Refusal>;
};
