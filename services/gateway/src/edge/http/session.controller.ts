import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { Session } from '@tributary/contracts';
import {
  Caller,
  Endpoint,
  type Identity,
  Problem,
  Valid,
  assertOwnPage,
  sessionCookieOf,
  sessionUntil,
} from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Sessions, sessionSeconds } from '../../use-cases/sessions.ts';

const BeginSession = z.strictObject({
  key: z
    .string()
    .regex(/^[!-~]{1,2000}$/, 'A key is letters, digits and signs of ASCII, without spaces.')
    .describe('An API key; the session may do what it may, and ends with it.'),
});

const toldOf = (identity: Identity, until: number | undefined) => ({
  ...identity,
  ...(until !== undefined && { until: new Date(until).toISOString() }),
});

/** Sessions of browsers, beside API keys: a cookie that no script can read. */
@Controller('v1/session')
export class SessionController {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  @Post()
  @HttpCode(200)
  @Endpoint({
    tag: 'access',
    operation: 'beginSession',
    summary:
      'Sign a browser in with an API key, for 12 hours: the answer sets the cookie `tributary-session` (`HttpOnly`, `SameSite=Strict`, `Secure` under HTTPS). For pages of this platform; programs send the key',
    allow: 'everyone',
    body: BeginSession,
    bodyExamples: [{ key: 'trb_0123456789-an-example-that-opens-no-door-01234' }],
    answer: Session,
    problems: {
      401: '`not-signed-in`: the key is unknown or revoked',
      403: '`cross-origin`: the request did not come from a page of this platform',
    },
  })
  async begin(
    @Body(new Valid(BeginSession)) { key }: z.infer<typeof BeginSession>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    assertOwnPage(request);
    const begun = await this.sessions.begin(key);
    if (!begun) throw new Problem(401, 'not-signed-in', 'This API key is unknown or revoked.');
    reply.header('set-cookie', sessionCookieOf(request, begun.sealed, sessionSeconds));
    return toldOf(begun.identity, begun.until);
  }

  @Get()
  @Endpoint({
    tag: 'access',
    operation: 'getSession',
    summary: 'Who is signed in, and until when',
    allow: 'any',
    answer: Session,
  })
  session(@Caller() caller: Identity, @Req() request: FastifyRequest) {
    return toldOf(caller, sessionUntil(request));
  }

  @Delete()
  @HttpCode(204)
  @Endpoint({
    tag: 'access',
    operation: 'endSession',
    summary: 'Sign a browser out: it forgets its session, also one that is over already',
    allow: 'everyone',
    answer: 'nothing',
    status: 204,
    problems: { 403: '`cross-origin`: the request did not come from a page of this platform' },
  })
  end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    assertOwnPage(request);
    reply.header('set-cookie', sessionCookieOf(request, '', 0));
  }
}
