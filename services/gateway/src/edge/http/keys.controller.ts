import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiKeyList, ConsumerGroupList, IssuedKey, Me, People, Role } from '@tributary/contracts';
import {
  Caller,
  Endpoint,
  type Identity,
  type KeySubmitter,
  Problem,
  SubmittedBy,
  Valid,
  listParameters,
  partOf,
  sendList,
} from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { operatorsKeyName } from '../../domain/access/keys.ts';
import { sourcePattern } from '../../domain/access/sources.ts';
import { ApiKeys } from '../../use-cases/api-keys.ts';
import type { ConsumerGroups } from '../consumer-groups.ts';
import { consumerGroupsToken } from '../tokens.ts';

/** Roles that hand in messages; an admin does too, and could issue itself a key that is bound to nothing. */
const boundRoles: readonly Role[] = ['integrator', 'ops'];

const Source = z
  .string()
  .max(512)
  .regex(
    sourcePattern,
    'A source as messages name it, such as urn:shop:web, or how sources begin and a * at the end: urn:shop:*',
  );

const IssueKey = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .refine((name) => name !== operatorsKeyName, "This name is that of the operator's key.")
      .describe('Who will hold it.'),
    role: Role,
    sources: z
      .array(Source)
      .min(1)
      .max(100)
      .describe(
        'CloudEvents sources of which alone the key may hand in messages, `*` at the end for any ending; of all where left out',
      )
      .optional(),
  })
  .refine(({ role, sources }) => sources === undefined || boundRoles.includes(role), {
    path: ['sources'],
    error: `Only keys that hand in messages are bound to sources: ${boundRoles.join(' and ')}.`,
  });

const size = { usual: 200, most: 1_000 };
const ListQuery = z.strictObject(listParameters(size));

/** Keys that are asked for at once: their ids fit into an address. */
const mostPeople = 100;
const KeyId = z.string().min(1).max(64);
const PeopleQuery = z.strictObject({
  keyId: z
    .union([KeyId.transform((keyId) => [keyId]), z.array(KeyId).max(mostPeople)])
    .describe(`Id of a key, or of up to ${mostPeople}: \`keyId=A&keyId=B\`.`),
});

@Controller('v1')
export class KeysController {
  constructor(
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(consumerGroupsToken) private readonly groups: ConsumerGroups,
  ) {}

  @Get('me')
  @Endpoint({
    tag: 'access',
    operation: 'getMe',
    summary: 'Who this key is',
    allow: 'any',
    answer: Me,
  })
  me(@Caller() caller: Identity) {
    return caller;
  }

  @Get('people')
  @Endpoint({
    tag: 'access',
    operation: 'listPeople',
    summary:
      'Whom API keys were issued to, to say who did what: also of keys that were revoked; an id that is not known is left out',
    // Timelines tell every role which keys acted.
    allow: 'any',
    answer: People,
    query: PeopleQuery,
  })
  async people(@Query(new Valid(PeopleQuery)) { keyId }: z.infer<typeof PeopleQuery>) {
    return { items: await this.keys.holdersOf(keyId) };
  }

  @Get('keys')
  @Endpoint({
    tag: 'access',
    operation: 'listKeys',
    summary: 'API keys in the order they were issued, without their secrets',
    allow: ['admin'],
    answer: { list: ApiKeyList },
    query: ListQuery,
  })
  async list(
    @Query(new Valid(ListQuery)) asked: z.infer<typeof ListQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = async (limit: number, cursor?: string) =>
      partOf(await this.keys.list(), ({ keyId }) => keyId, limit, cursor);
    await sendList(reply, { name: 'keys', answer: ApiKeyList, size, part }, asked);
  }

  @Post('keys')
  @HttpCode(201)
  @Endpoint({
    tag: 'access',
    operation: 'issueKey',
    summary:
      'Issue an API key; it is shown only now. Bound to `sources`, messages of others that are handed in under it go to quarantine as `foreign-source`',
    allow: ['admin'],
    answer: IssuedKey,
    body: IssueKey,
    bodyExamples: [{ name: 'web shop', role: 'integrator', sources: ['urn:shop:*'] }],
    status: 201,
  })
  async issue(
    @Body(new Valid(IssueKey)) { name, role, sources }: z.infer<typeof IssueKey>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    return { ...(await this.keys.issue(name, role, by, sources)), name, role, ...(sources && { sources }) };
  }

  @Delete('keys/:keyId')
  @HttpCode(204)
  @Endpoint({
    tag: 'access',
    operation: 'revokeKey',
    summary:
      'Revoke an API key at once; live streams, downloads and imports that it has open end within a second',
    allow: ['admin'],
    answer: 'nothing',
    params: { keyId: 'Key id' },
    status: 204,
  })
  async revoke(
    @Param('keyId', new Valid(z.uuid())) keyId: string,
    @SubmittedBy() by: KeySubmitter,
  ): Promise<void> {
    const refused = await this.keys.revoke(keyId, by);
    if (refused) throw new Problem(404, refused.code, refused.reason);
  }

  @Get('consumers')
  @Endpoint({
    tag: 'overview',
    operation: 'listConsumerGroups',
    summary: 'Every consumer group: how far it is, how far behind, what it parked',
    allow: ['ops', 'analyst', 'csr'],
    answer: ConsumerGroupList,
  })
  consumers() {
    return this.groups.status();
  }
}
