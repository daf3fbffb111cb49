import { connect } from 'node:net';
import { oneLine } from './answer.ts';

export interface Heard {
  /** Of each answer, in turn. */
  readonly statuses: readonly number[];
  readonly text: string;
  readonly closed: boolean;
}

const statusLines = /^HTTP\/1\.1 (\d{3}) /gm;

const heard = (text: string, closed: boolean): Heard => ({
  statuses: [...text.matchAll(statusLines)].map(([, status]) => Number(status)),
  text,
  closed,
});

/** The statuses, whether it was closed after them, and the last body. */
export const shownRaw = ({ statuses, text, closed }: Heard): string => {
  const body = text.slice(text.lastIndexOf('\r\n\r\n') + 1);
  return oneLine(`${statuses.join(', ') || 'no answer'}${closed ? ', closed' : ''} ${body}`);
};

/**
 * Sends bytes as they are, which no HTTP client would, and listens until there are as many answers as asked
 * for, the other side closes, or the time is up; never rejects for what the other side does.
 * @param longest milliseconds
 */
export const sendRaw = (
  url: string,
  bytes: string | Uint8Array,
  { answers = 1, longest = 5_000 }: { readonly answers?: number; readonly longest?: number } = {},
): Promise<Heard> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port || 80), hostname);
    let text = '';
    const end = (closed: boolean) => {
      clearTimeout(late);
      socket.destroy();
      resolve(heard(text, closed));
    };
    const late = setTimeout(() => end(false), longest);
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      if (heard(text, false).statuses.length >= answers) end(false);
    });
    socket.on('error', () => {});
    socket.on('close', () => end(true));
    socket.write(bytes);
  });

/** The head of a request, and nothing of its body. */
export const head = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>>,
): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: tributary',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
