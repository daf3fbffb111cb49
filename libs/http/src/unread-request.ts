import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem, timedOut } from './problem.ts';

const problemBy: Readonly<Record<string, () => Problem>> = {
  HPE_HEADER_OVERFLOW: () =>
    new Problem(431, 'headers-too-large', 'The address and headers of a request are at most 16 kB together.'),
  ERR_HTTP_REQUEST_TIMEOUT: timedOut,
};

/**
 * Answers what Node cannot read as a request of HTTP by a problem document, and ends its connection.
 * A connection that the other side has ended is nobody's affair.
 * @param error what Node tells of it (`clientError` of its server)
 */
export const refuseUnread = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    problemBy[error.code ?? '']?.() ?? new Problem(400, 'bad-request', 'This is no request of HTTP/1.1.');
  const requestId = randomUUID();
  const body = JSON.stringify(problem.document(requestId));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.document().title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
};
