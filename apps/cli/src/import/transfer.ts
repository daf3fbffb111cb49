import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Connection } from '../api/connection.ts';
import { Refused, Unreachable, problemIn } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { type ImportCounts, type ImportDone, readAnswer } from './answer.ts';
import { type SourceFile, contentOf } from './source-file.ts';

export interface TransferOptions {
  readonly format: string;
  readonly file: SourceFile;
  /** CloudEvents source of the messages made from the file; the format's own when left out. */
  readonly source: string | undefined;
  /** Label of the text's encoding; where it is left out the file is UTF-8, or says itself what it is. */
  readonly charset: string | undefined;
  readonly onBytes: (bytes: number) => void;
  readonly onCounts: (counts: ImportCounts) => void;
}

const addressOf = ({ url }: Connection, { format, source }: TransferOptions): URL => {
  const address = new URL(`${url}/v1/connectors/${encodeURIComponent(format)}`);
  if (source !== undefined) address.searchParams.set('source', source);
  return address;
};

const contentTypeOf = ({ charset }: TransferOptions): string =>
  `application/octet-stream${charset === undefined ? '' : `; charset=${charset}`}`;

const open = (connection: Connection, options: TransferOptions): ClientRequest => {
  const address = addressOf(connection, options);
  const request = address.protocol === 'https:' ? httpsRequest : httpRequest;
  return request(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${connection.key}`, 'content-type': contentTypeOf(options) },
  });
};

const answerOf = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });

const problemOf = async (answer: IncomingMessage): Promise<Refused> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return new Refused(problemIn(answer.statusCode ?? 0, Buffer.concat(chunks).toString()));
};

/** Errors of the file itself, as opposed to those of the connection. */
const isOfTheFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  /^(Z_|ZSTD_|ERR_ZLIB|ERR_ZSTD|EIO$|EISDIR$|ENOENT$)/.test((error as NodeJS.ErrnoException).code ?? '');

/**
 * Sends a file to its connector and reads the progress while it is still being sent.
 * @throws Refused with the platform's problem; Unreachable when the connection broke; Failure when the file is unreadable
 */
export const transfer = async (connection: Connection, options: TransferOptions): Promise<ImportDone> => {
  const request = open(connection, options);
  let fileFault: Error | undefined;
  const sending = pipeline([...contentOf(options.file, options.onBytes), request]).catch((error: unknown) => {
    if (isOfTheFile(error)) fileFault = error;
  });
  try {
    const answer = await answerOf(request);
    if (answer.statusCode !== 200) throw await problemOf(answer);
    return await readAnswer(answer, options.onCounts);
  } catch (error) {
    if (error instanceof Refused) throw error;
    request.destroy();
    await sending;
    if (fileFault)
      throw new Failure(
        `${options.file.path} cannot be read to its end: ${fileFault.message}. What came before stands.`,
      );
    if (error instanceof Unreachable) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreachable(`The connection to ${connection.url} broke (${code ?? message}).`);
  } finally {
    request.destroy();
    await sending;
  }
};
