import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Http2Server } from 'node:http2';
import type { Socket } from 'node:net';
import {
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type ServerWritableStream,
  type sendUnaryData,
  status as code,
} from '@grpc/grpc-js';
import type {
  AppendReq,
  ReadReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { AppendRequest } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import {
  MemoryLog,
  RevisionConflict,
  type StoredRecord,
  type StreamWrite,
  type Written,
} from './memory-log.ts';
import {
  type ReadQuestion,
  confirmationMessage,
  conflictError,
  eventMessage,
  notFoundMessage,
  questionOf,
  serviceError,
  sessionWriteOf,
  writeOf,
} from './messages.ts';
import { serverFeatures, services, sessions, shared, streams } from './protocol.ts';

export interface KurrentDoubleOptions {
  /** False makes it an older server, one without the append session of 25.1. */
  readonly severalStreams?: boolean;
}

/** What goes wrong with the next appends, each used up by one of them. */
export type Fault =
  /** The append is made, and its answer lost. */
  | 'lose-answer'
  /** The append is not made, and neither is it answered. */
  | 'lose-request'
  /** The append is not made until `releaseLate` is called, though its caller is told that it failed. */
  | 'apply-late';

/**
 * A double of KurrentDB for tests, **not** the server: an in-process gRPC server that speaks the
 * part of the streams protocol that the adapter uses, out of the client's own generated
 * definitions, with its log in memory. It shows that the adapter's code does what it means to do
 * against the documented protocol; it proves nothing about the real server.
 */
export class KurrentDouble {
  readonly log = new MemoryLog();
  readonly faults: Fault[] = [];
  private readonly late: (() => void)[] = [];
  private readonly live = new Set<ServerWritableStream<ReadReq, unknown>>();
  private readonly sockets = new Set<Socket>();
  private server = new Server();
  private port = 0;

  constructor(private readonly options: KurrentDoubleOptions) {}

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Subscriptions that are open now. */
  get subscriptions(): number {
    return this.live.size;
  }

  async start(): Promise<void> {
    subscribe('net.server.socket', this.accepted);
    this.server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    this.server.addService(services.features, { getSupportedMethods: this.supportedMethods });
    this.server.addService(services.streams, { read: this.read, append: this.append });
    if (this.options.severalStreams !== false) {
      this.server.addService(services.sessions, { appendSession: this.appendSession });
    }
    const wire = this.server;
    this.port = await new Promise<number>((resolve, reject) => {
      const credentials = ServerCredentials.createInsecure();
      this.server.bindAsync(`127.0.0.1:${this.port}`, credentials, (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.acknowledgeAtOnce(wire);
  }

  /** Cuts every connection. What was recorded stays for the next start, which takes the same port. */
  stop(): void {
    this.server.forceShutdown();
    unsubscribe('net.server.socket', this.accepted);
    this.live.clear();
  }

  /** Cuts every connection and takes new ones at once. */
  dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Ends every open subscription as a server that goes away does. */
  dropSubscriptions(): void {
    for (const call of [...this.live]) call.emit('error', serviceError(code.UNAVAILABLE, 'dropped'));
  }

  /** Makes the appends that were held back by `apply-late`. */
  releaseLate(): void {
    for (const apply of this.late.splice(0)) apply();
  }

  /** Answers leave at once: without this every read waits 40 ms for the acknowledgement of its first packet. */
  private readonly accepted = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    if (socket.localPort !== this.port) return;
    socket.setNoDelay(true);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  };

  /**
   * The client sends a read in two pieces, and the second only once the first is acknowledged, which takes the
   * system 40 ms unless something is sent. A window that grows asks for no answer.
   */
  private acknowledgeAtOnce(wire: Server): void {
    let size = 1 << 20;
    const servers = Reflect.get(wire, 'http2Servers') as Map<Http2Server, unknown>;
    for (const server of servers.keys())
      server.on('stream', ({ session }) => session?.setLocalWindowSize((size += 1)));
  }

  private readonly supportedMethods = (_call: unknown, answer: sendUnaryData<unknown>): void => {
    const methods = new serverFeatures.SupportedMethods();
    methods.setEventStoreServerVersion(this.options.severalStreams === false ? '24.2.0' : '25.1.0');
    const offered = [services.streams['read']!, services.streams['append']!];
    if (this.options.severalStreams !== false) offered.push(services.sessions['appendSession']!);
    for (const { path } of offered) {
      const [, service, name] = path.split('/');
      const method = new serverFeatures.SupportedMethod();
      method.setServiceName(service!.toLowerCase());
      method.setMethodName(name!.toLowerCase());
      methods.addMethods(method);
    }
    answer(null, methods);
  };

  private readonly read = (call: ServerWritableStream<ReadReq, unknown>): void => {
    const question = questionOf(call.request);
    if (question.count === undefined) {
      this.subscribe(call, question);
      return;
    }
    const found = this.find(question);
    if (!found) call.write(notFoundMessage(question.stream!));
    for (const record of found ?? []) call.write(eventMessage(record));
    call.end();
  };

  /** From a position or revision on, inclusive forwards; backwards a revision is inclusive and a position is not. */
  private find({ stream, from, backwards, count, wants }: ReadQuestion): StoredRecord[] | undefined {
    const records = stream === undefined ? this.log.all : this.log.stream(stream);
    if (!records) return undefined;
    const place = (record: StoredRecord) => (stream === undefined ? record.position : record.revision);
    const found: StoredRecord[] = [];
    const first = backwards ? records.length - 1 : 0;
    for (let at = first; found.length < count! && records[at]; at += backwards ? -1 : 1) {
      const record = records[at]!;
      const within =
        typeof from === 'string' ||
        (!backwards
          ? place(record) >= from
          : stream === undefined
            ? place(record) < from
            : place(record) <= from);
      if (within && wants(record)) found.push(record);
    }
    return found;
  }

  /** Everything after a position, then whatever comes; exclusive, as subscriptions are. */
  private subscribe(call: ServerWritableStream<ReadReq, unknown>, { from, wants }: ReadQuestion): void {
    const { all } = this.log;
    const after = from === 'start' ? -1 : from === 'end' ? (all.at(-1)?.position ?? -1) : from;
    let next = all.findIndex(({ position }) => position > after);
    if (next < 0) next = all.length;
    const send = () => {
      for (; next < all.length; next += 1) if (wants(all[next]!)) call.write(eventMessage(all[next]!));
    };
    this.live.add(call);
    const unlisten = this.log.listen(send);
    const ended = () => {
      unlisten();
      this.live.delete(call);
    };
    call.on('cancelled', ended);
    call.on('error', ended);
    call.on('close', ended);
    call.write(confirmationMessage(randomUUID()));
    send();
  }

  private readonly append = (call: ServerReadableStream<AppendReq, unknown>, answer: Answer): void => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', () => this.write([writeOf(requests)], answer, plainAnswer, plainConflict));
  };

  private readonly appendSession = (
    call: ServerReadableStream<AppendRequest, unknown>,
    answer: Answer,
  ): void => {
    const writes: StreamWrite[] = [];
    const seen = new Set<string>();
    let problem: string | undefined;
    call.on('data', (request: AppendRequest) => {
      const write = sessionWriteOf(request);
      // The server compares the names in a session without regard to case.
      const name = write.stream.toLowerCase();
      if (seen.has(name)) problem ??= `${write.stream} is named twice in this session`;
      seen.add(name);
      writes.push(write);
    });
    call.on('end', () => {
      if (writes.length === 0) problem ??= 'a session names at least one stream';
      if (problem !== undefined) answer(serviceError(code.INVALID_ARGUMENT, problem), null);
      else
        this.write(writes, answer, sessionAnswer(writes), (conflict) => ({ error: conflictError(conflict) }));
    });
  };

  private write(
    writes: readonly StreamWrite[],
    answer: Answer,
    success: (written: Written) => unknown,
    refusal: (conflict: RevisionConflict) => { error?: Parameters<Answer>[0]; value?: unknown },
  ): void {
    const fault = this.faults.shift();
    const lost = serviceError(code.UNAVAILABLE, 'the connection was lost');
    if (fault === 'apply-late') {
      this.late.push(() => {
        try {
          this.log.write(writes);
        } catch (error) {
          if (!(error instanceof RevisionConflict)) throw error;
        }
      });
    }
    if (fault === 'lose-request' || fault === 'apply-late') {
      answer(lost, null);
      return;
    }
    try {
      const written = this.log.write(writes);
      if (fault === 'lose-answer') answer(lost, null);
      else answer(null, success(written));
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      const { error: refused, value } = refusal(error);
      answer(refused ?? null, value ?? null);
    }
  }
}

type Answer = sendUnaryData<unknown>;

const plainAnswer = ({ position, revisions }: Written): unknown => {
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(revisions[0]));
  success.setPosition(place);
  const response = new streams.AppendResp();
  response.setSuccess(success);
  return response;
};

const plainConflict = ({ expected, actual }: RevisionConflict): { value: unknown } => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  if (expected >= 0) wrong.setExpectedRevision(String(expected));
  else if (expected === -1) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedStreamExists(new shared.Empty());
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return { value: response };
};

const sessionAnswer =
  (writes: readonly StreamWrite[]) =>
  ({ position, revisions }: Written): unknown => {
    const response = new sessions.AppendSessionResponse();
    response.setPosition(String(position));
    response.setOutputList(
      writes.map(({ stream }, index) => {
        const output = new sessions.AppendResponse();
        output.setStream(stream);
        output.setStreamRevision(String(revisions[index]));
        return output;
      }),
    );
    return response;
  };

/** Starts a double on a free port of 127.0.0.1. */
export const startKurrentDouble = async (options: KurrentDoubleOptions = {}): Promise<KurrentDouble> => {
  const double = new KurrentDouble(options);
  await double.start();
  return double;
};
