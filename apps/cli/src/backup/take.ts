import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import type { Connection } from '../api/connection.ts';
import { Refused, Unreachable, problemIn } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { commandOf } from '../programs.ts';
import { type Written, writeDurably } from './folder.ts';

export interface Taken extends Written {
  /** Last position of the event log in the copy. */
  readonly head: number;
  /** What `head.json` beside it is to hold; left out by a platform that keeps none. */
  readonly mark?: string;
}

const ask = ({ url, key }: Connection): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const address = new URL(`${url}/v1/backup`);
    const request = address.protocol === 'https:' ? httpsRequest : httpRequest;
    request(address, { headers: { authorization: `Bearer ${key}` } })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });

const bodyOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/**
 * Fetches the log of a platform that runs.
 * @throws Refused with its problem; Unreachable when the connection broke
 */
export const fetchLog = async (connection: Connection, file: string): Promise<Taken> => {
  try {
    const answer = await ask(connection);
    const { statusCode = 0, headers } = answer;
    if (statusCode !== 200) throw new Refused(problemIn(statusCode, await bodyOf(answer)));
    const written = await writeDurably(file, answer);
    if (written.bytes !== Number(headers['content-length']))
      throw new Unreachable('The answer is not whole.');
    const mark = headers['x-tributary-head-mark'];
    return { ...written, head: Number(headers['x-tributary-head']), ...(mark && { mark: String(mark) }) };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new Failure('There is no space left for the backup.');
    throw new Unreachable(`The backup from ${connection.url} broke off (${code ?? message}).`);
  }
};

/**
 * Copies the log of a platform that does not run.
 * @throws Failure when it cannot be opened
 */
export const copyLog = async (environment: NodeJS.ProcessEnv, file: string): Promise<Taken> => {
  const copy = `${file}.copy`;
  const run = promisify(execFile)(process.execPath, commandOf('backup', [copy]), { env: environment });
  try {
    const { stdout } = await run.catch((error: { stderr?: string; message: string }) => {
      throw new Failure(error.stderr?.trim() || error.message);
    });
    const mark = stdout.trim();
    const { position } = JSON.parse(mark) as { position: number };
    return { ...(await writeDurably(file, createReadStream(copy))), head: position, mark };
  } finally {
    await rm(copy, { force: true });
  }
};
