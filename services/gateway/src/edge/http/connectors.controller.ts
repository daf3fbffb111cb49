import { Controller, Inject, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type ConnectorName, connectors, isConnectorName } from '@tributary/connectors';
import { Caller, Endpoint, type Identity, Problem, Valid, problemOf, takeOver } from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { importFile } from '../../use-cases/imports.ts';
import { Inbox } from '../../use-cases/inbox.ts';

const ImportQuery = z.strictObject({
  /** CloudEvents source of the messages made from the file. */
  source: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[!-~]+$/)
    .optional(),
});

@Controller('v1/connectors')
export class ConnectorsController {
  private readonly logger = new Logger('http');

  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @Post(':name')
  @Endpoint({
    tag: 'events',
    summary:
      'Import a file of a named format (octet-stream body); answers with progress as NDJSON, the last line being the report',
    allow: ['integrator', 'ops'],
    query: ImportQuery,
    params: { name: `One of ${Object.keys(connectors).join(', ')}` },
    problems: { 404: '`unknown-connector`' },
  })
  async import(
    @Param('name') name: string,
    @Query(new Valid(ImportQuery)) { source }: z.infer<typeof ImportQuery>,
    @Req() request: FastifyRequest,
    @Caller() { keyId, role }: Identity,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isConnectorName(name))
      throw new Problem(
        404,
        'unknown-connector',
        `There is no connector ${name}; there are ${Object.keys(connectors).join(', ')}.`,
      );
    if (!isStream(request.body))
      throw new Problem(415, 'unsupported-media-type', 'Send the file as application/octet-stream.');
    takeOver(reply).writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    await this.stream(
      name,
      request.body,
      source ?? `urn:tributary:import:${name}`,
      `${role}:${keyId}`,
      reply,
    );
  }

  /** The head is sent when the first row is read: what goes wrong later is the last line. */
  private async stream(
    name: ConnectorName,
    body: AsyncIterable<Uint8Array>,
    source: string,
    actor: string,
    { raw, request }: FastifyReply,
  ): Promise<void> {
    try {
      for await (const progress of importFile(this.inbox, connectors[name].read(body, { source }), actor)) {
        if (raw.destroyed) return;
        raw.write(`${JSON.stringify(progress)}\n`);
      }
    } catch (error) {
      const problem =
        error instanceof Error && error.name === 'ImportError'
          ? new Problem(422, 'unreadable-file', error.message)
          : problemOf(error);
      if (problem.status >= 500)
        this.logger.error(
          `import ${name} ${problem.code} ${request.id}`,
          error instanceof Error ? error.stack : String(error),
        );
      raw.write(`${JSON.stringify({ kind: 'failed', problem: problem.document(request.id) })}\n`);
    }
    raw.end();
  }
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
