import { type Socket, connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection, one request at a time, as thin as can be: the client shares the
 * machine with the server that is measured. Reads answers with a Content-Length only.
 */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private asked: Asked | undefined;
  private failed: Error | undefined;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  /** @param request the whole request as sent, from `requestOf` */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.failed) return reject(this.failed);
      this.asked = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  private fail(error: Error): void {
    this.failed ??= error;
    this.asked?.reject(error);
    this.asked = undefined;
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const head = this.received.indexOf(endOfHead);
    if (head < 0) return;
    const text = this.received.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    const end = head + endOfHead.length + length;
    if (this.received.length < end) return;
    const body = this.received.toString('utf8', end - length, end);
    this.received = this.received.subarray(end);
    const { asked } = this;
    this.asked = undefined;
    asked?.resolve({ status: Number(text.slice(9, 12)), body });
  }
}

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly key?: string;
  readonly body?: string;
  readonly contentType?: string;
}

export const requestOf = ({ method, path, key, body, contentType }: Request): Buffer => {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...(key ? [`Authorization: Bearer ${key}`] : []),
    ...(body === undefined
      ? []
      : [`Content-Type: ${contentType ?? 'application/json'}`, `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`);
};

/**
 * Sends requests over so many connections, each waiting for its answer, until `next` gives no more.
 * @param seen told each answer and how long it took, in milliseconds
 * @throws Error an answer was not in the 200s
 */
export const sendAll = async (
  url: string,
  connections: number,
  next: () => Buffer | undefined,
  seen: (milliseconds: number) => void = () => {},
): Promise<number> => {
  let answered = 0;
  const work = async () => {
    const connection = new Connection(url);
    for (let request = next(); request; request = next()) {
      const start = performance.now();
      const { status, body } = await connection.ask(request);
      if (status < 200 || status > 299) throw new Error(`${status}: ${body.slice(0, 300)}`);
      seen(performance.now() - start);
      answered += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  return answered;
};
