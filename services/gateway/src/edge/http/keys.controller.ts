import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Role } from '@tributary/contracts';
import {
  Caller,
  Endpoint,
  type Identity,
  type KeySubmitter,
  Problem,
  SubmittedBy,
  Valid,
} from '@tributary/http';
import { z } from 'zod';
import { operatorsKeyName } from '../../domain/access/keys.ts';
import { ApiKeys } from '../../use-cases/api-keys.ts';
import type { ConsumerGroups } from '../consumer-groups.ts';
import { consumerGroupsToken } from '../tokens.ts';

const IssueKey = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .refine((name) => name !== operatorsKeyName, "This name is that of the operator's key."),
  role: Role,
});

@Controller('v1')
export class KeysController {
  constructor(
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(consumerGroupsToken) private readonly groups: ConsumerGroups,
  ) {}

  @Get('me')
  @Endpoint({ tag: 'access', summary: 'Who this key is', allow: 'any' })
  me(@Caller() caller: Identity) {
    return caller;
  }

  @Get('keys')
  @Endpoint({ tag: 'access', summary: 'All API keys, without their secrets', allow: ['admin'] })
  async list() {
    return { items: await this.keys.list() };
  }

  @Post('keys')
  @HttpCode(201)
  @Endpoint({
    tag: 'access',
    summary: 'Issue an API key; it is shown only now',
    allow: ['admin'],
    body: IssueKey,
    bodyExample: { name: 'web shop', role: 'integrator' },
    status: 201,
  })
  async issue(
    @Body(new Valid(IssueKey)) { name, role }: z.infer<typeof IssueKey>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    return { ...(await this.keys.issue(name, role, by)), name, role };
  }

  @Delete('keys/:keyId')
  @HttpCode(204)
  @Endpoint({
    tag: 'access',
    summary:
      'Revoke an API key at once; live streams, downloads and imports that it has open end within a second',
    allow: ['admin'],
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
    summary: 'Every consumer group: how far it is, how far behind, what it parked',
    allow: ['ops', 'analyst', 'csr'],
  })
  consumers() {
    return this.groups.status();
  }
}
