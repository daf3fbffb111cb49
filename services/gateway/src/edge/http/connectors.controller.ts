import { MIMEType } from 'node:util';
import { Controller, Inject, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ImportLine } from '@tributary/contracts';
import { type ConnectorName, connectors, isConnectorName, isEncoding } from '@tributary/connectors';
import type { Admission } from '@tributary/event-bus';
import {
  Endpoint,
  type KeySubmitter,
  Problem,
  SubmittedBy,
  Valid,
  problemOf,
  revocationOf,
  takeOver,
} from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admissionToken } from '../tokens.ts';
import { type ImportProgress, importFile } from '../../use-cases/imports.ts';
import { Inbox } from '../../use-cases/inbox.ts';

const ImportQuery = z.strictObject({
  source: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[!-~]+$/)
    .optional()
    .describe(
      'CloudEvents source of the messages made from the file; what came under it before is what they may be about.',
    ),
});
type ImportQuery = z.infer<typeof ImportQuery>;

/** Those whose rows say one kind of thing. A file of CloudEvents may hold whatever one who publishes may say. */
const isOfOneMeaning = (name: string): name is Exclude<ConnectorName, 'cloudevents'> =>
  isConnectorName(name) && name !== 'cloudevents';
const ofOneMeaning = Object.keys(connectors).filter(isOfOneMeaning);

const asEveryFile =
  'The body is octet-stream; its text is UTF-8, or what a byte-order mark or the `charset` of the content type says. A file that is not of this format is refused as a whole, before anything of it is recorded; else the answer is progress as NDJSON from the first messages on, the last line being the report, or the problem that ended it (401 where its key was revoked meanwhile; what was recorded stays, and sending the file again is safe)';
const importLines = { type: 'application/x-ndjson', schema: ImportLine } as const;
const problemsOfFiles = {
  415: '`unsupported-media-type`, `unsupported-charset`',
  422: '`unreadable-file`: what the format expects, and what the first line looks like',
};

@Controller('v1/connectors')
export class ConnectorsController {
  private readonly logger = new Logger('http');

  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(admissionToken) private readonly admission: Admission,
  ) {}

  @Post('cloudevents')
  @Endpoint({
    tag: 'events',
    operation: 'importEvents',
    summary: `Import a file of CloudEvents, one in a line. As they say anything of anybody, it is for those who publish. ${asEveryFile}`,
    allow: ['integrator'],
    answer: importLines,
    query: ImportQuery,
    problems: problemsOfFiles,
  })
  async importEvents(
    @Query(new Valid(ImportQuery)) query: ImportQuery,
    @Req() request: FastifyRequest,
    @SubmittedBy() by: KeySubmitter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.importAs('cloudevents', query, request, by, reply);
  }

  @Post(':name')
  @Endpoint({
    tag: 'events',
    operation: 'importFile',
    summary: `Import a file of a named format whose rows have one meaning. ${asEveryFile}`,
    allow: ['integrator', 'ops'],
    answer: importLines,
    query: ImportQuery,
    params: { name: `One of ${ofOneMeaning.join(', ')}` },
    problems: { 404: '`unknown-connector`', ...problemsOfFiles },
  })
  async import(
    @Param('name') name: string,
    @Query(new Valid(ImportQuery)) query: ImportQuery,
    @Req() request: FastifyRequest,
    @SubmittedBy() by: KeySubmitter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isOfOneMeaning(name))
      throw new Problem(
        404,
        'unknown-connector',
        `There is no connector ${name}; there are ${Object.keys(connectors).join(', ')}.`,
      );
    await this.importAs(name, query, request, by, reply);
  }

  private async importAs(
    name: ConnectorName,
    { source = `urn:tributary:import:${name}` }: ImportQuery,
    request: FastifyRequest,
    by: KeySubmitter,
    reply: FastifyReply,
  ): Promise<void> {
    if (!isStream(request.body))
      throw new Problem(415, 'unsupported-media-type', 'Send the file as application/octet-stream.');
    const charset = charsetOf(request);
    const file = connectors[name].read(request.body, {
      source,
      earlier: this.inbox.takenFrom(source),
      ...(charset !== undefined && { charset }),
    });
    const revocation = revocationOf(request);
    const progress = importFile(this.inbox, file, by, this.admission, revocation);
    try {
      await this.stream(name, progress, revocation, reply);
    } finally {
      // Lets go of the file, as soon as what is under way with it is done.
      void progress.return(undefined).catch(() => {});
    }
  }

  /** The head is sent with the first progress: what is wrong until then is an answer, what goes wrong later is the last line. */
  private async stream(
    name: ConnectorName,
    progress: AsyncGenerator<ImportProgress<unknown>>,
    revocation: AbortSignal,
    reply: FastifyReply,
  ): Promise<void> {
    // Also while the file is slow to come, or waits for room.
    const revoked = new Promise<never>((_, reject) => {
      revocation.addEventListener('abort', () => reject(revocation.reason as Problem), { once: true });
    });
    const next = () => Promise.race([progress.next(), revoked]);
    const first = await next().catch((error: unknown) => {
      throw problemOfFile(error);
    });
    const raw = takeOver(reply);
    raw.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    try {
      for (let step = first; !step.done; step = await next()) {
        if (raw.destroyed) return;
        raw.write(`${JSON.stringify(step.value)}\n`);
      }
    } catch (error) {
      const problem = problemOf(problemOfFile(error));
      if (problem.status >= 500)
        this.logger.error(
          `import ${name} ${problem.code} ${reply.request.id}`,
          error instanceof Error ? error.stack : String(error),
        );
      raw.write(`${JSON.stringify({ kind: 'failed', problem: problem.document(reply.request.id) })}\n`);
    }
    raw.end();
  }
}

/** @throws Problem 415 where it is none that can be read */
const charsetOf = ({ headers }: FastifyRequest): string | undefined => {
  const charset = parametersOf(headers['content-type'] ?? '').get('charset');
  if (charset === null) return undefined;
  if (isEncoding(charset)) return charset;
  throw new Problem(
    415,
    'unsupported-charset',
    `There is no encoding ${charset}: name one of https://encoding.spec.whatwg.org/#names-and-labels, such as utf-8 or windows-1252.`,
  );
};

const parametersOf = (contentType: string): MIMEType['params'] => {
  try {
    return new MIMEType(contentType).params;
  } catch {
    throw new Problem(415, 'unsupported-media-type', `This is no content type: ${contentType}`);
  }
};

const problemOfFile = (error: unknown): unknown =>
  error instanceof Error && error.name === 'ImportError'
    ? new Problem(422, 'unreadable-file', error.message)
    : error;

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
