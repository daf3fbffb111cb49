import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Http2Server } from 'node:http2';
import type { Socket } from 'node:net';
import {
  Server,
  ServerCredentials,
  type ServiceError,
  type UntypedHandleCall,
  status as code,
} from '@grpc/grpc-js';
import type { AppendLimits } from './append-requests.ts';
import { type Answer, Appending } from './appending.ts';
import type { Fault } from './faults.ts';
import { MemoryLog } from './memory-log.ts';
import { serverFeatures, services } from './protocol.ts';
import { questionOf } from './read-requests.ts';
import { type ReadCall, answerRead, follow } from './reading.ts';
import { serviceError, unauthenticated } from './refusals.ts';
import { type SelfSigned, selfSigned } from './self-signed.ts';

/** What a double is to be like. */
export interface KurrentDoubleOptions extends Partial<AppendLimits> {
  /** '24.10' writes one stream at once, '25.1' several in a session, '26.1' (the default) also checked records. */
  readonly version?: '24.10' | '25.1' | '26.1';
  /** Of how many records written last the ids are known again where no revision is expected; 100. */
  readonly idempotencyWindow?: number;
  /** Who may read and write, then over TLS, as the client sends no credentials without it; anybody, without TLS, by default. */
  readonly credentials?: { readonly user: string; readonly password: string };
}

interface Call {
  readonly metadata: { get(key: string): readonly (string | Buffer)[] };
}

/**
 * A double of KurrentDB for tests, **not** the server: an in-process gRPC server that speaks the
 * part of the streams protocol that the adapter uses, out of the client's own generated
 * definitions, over a socket of 127.0.0.1, with its log in memory. It shows that the adapter's code
 * does what it means to do against the protocol; it proves nothing about the real server.
 */
export class KurrentDouble {
  private readonly log: MemoryLog;
  private readonly appending: Appending;
  private readonly identity: SelfSigned | undefined;
  private readonly live = new Set<ReadCall>();
  private readonly sockets = new Set<Socket>();
  private server = new Server();
  private port = 0;
  private held = false;

  constructor(private readonly options: KurrentDoubleOptions) {
    this.log = new MemoryLog(options.idempotencyWindow ?? 100);
    const limits = {
      maxAppendSize: options.maxAppendSize ?? 1024 * 1024,
      maxRecordSize: options.maxRecordSize ?? 16 * 1024 * 1024,
    };
    this.identity = options.credentials && selfSigned();
    this.appending = new Appending(this.log, limits, () => ['127.0.0.1', this.port]);
  }

  /** What will go wrong, one append after the other: push to it. */
  get faults(): Fault[] {
    return this.appending.faults;
  }

  /**
   * What a client connects to; it names no user, over TLS has it take any certificate, and has it not wait half a
   * second before it first looks.
   */
  get url(): string {
    const security = this.identity ? 'tls=true&tlsVerifyCert=false' : 'tls=false';
    return `kurrentdb://127.0.0.1:${this.port}?${security}&discoveryInterval=10`;
  }

  /** The certificate that a client may trust (`tlsCaFile`), PEM; undefined without TLS. */
  get certificate(): string | undefined {
    return this.identity?.certificate;
  }

  /** How many subscriptions are open now. */
  get subscriptions(): number {
    return this.live.size;
  }

  /** Listens, after a stop on the same port with the same log. */
  async start(): Promise<void> {
    subscribe('net.server.socket', this.accepted);
    this.server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    this.server.addService(services.features, { getSupportedMethods: this.supportedMethods });
    this.server.addService(services.streams, this.guarded(this.handlers));
    this.server.addService(services.appends, this.guarded(this.severalStreams));
    const { server } = this;
    this.port = await new Promise<number>((resolve, reject) => {
      this.server.bindAsync(`127.0.0.1:${this.port}`, this.security(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    acknowledgeAtOnce(server);
  }

  /** Cuts every connection and takes no new one. What was recorded stays for the next start. */
  stop(): void {
    this.dropConnections();
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

  /** Tells subscriptions nothing of what comes from now on, as a server that is behind with them. */
  holdSubscriptions(): void {
    this.held = true;
  }

  /** Makes the appends that `apply-late` held back, in their order; one that no longer fits is refused in silence. */
  applyLate(): void {
    this.appending.applyLate();
  }

  /** Overwrites the data of the record at a position: what a tampered or damaged disk would hold. */
  damage(position: bigint, data: Uint8Array): void {
    this.log.damage(Number(position), data);
  }

  private security(): ServerCredentials {
    if (!this.identity) return ServerCredentials.createInsecure();
    const { key, certificate } = this.identity;
    const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) };
    return ServerCredentials.createSsl(null, [pair]);
  }

  /** Answers leave at once. */
  private readonly accepted = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    if (socket.localPort !== this.port) return;
    socket.setNoDelay(true);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  };

  private get version(): '24.10' | '25.1' | '26.1' {
    return this.options.version ?? '26.1';
  }

  private get handlers() {
    const { append, batchAppend, delete: softDelete, tombstone } = this.appending;
    return { read: this.read, append, batchAppend, delete: softDelete, tombstone };
  }

  private get severalStreams() {
    return {
      ...(this.version !== '24.10' && { appendSession: this.appending.appendSession }),
      ...(this.version === '26.1' && { appendRecords: this.appending.appendRecords }),
    };
  }

  /** Refuses whoever does not say who he is, where the double asks for it. */
  private guarded<Handlers extends object>(handlers: Handlers): Record<string, UntypedHandleCall> {
    const entries = Object.entries(handlers as Record<string, (call: never, answer: Answer) => void>);
    return Object.fromEntries(
      entries.map(([name, handle]) => [
        name,
        (call: Call & { emit(event: 'error', error: ServiceError): void }, answer?: Answer) => {
          if (this.knows(call)) handle(call as never, answer!);
          else if (answer) answer(unauthenticated(), null);
          else call.emit('error', unauthenticated());
        },
      ]),
    );
  }

  private knows({ metadata }: Call): boolean {
    const { credentials } = this.options;
    if (!credentials) return true;
    const basic = Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64');
    return metadata.get('authorization').includes(`Basic ${basic}`);
  }

  private readonly supportedMethods = (_call: unknown, answer: Answer): void => {
    const methods = new serverFeatures.SupportedMethods();
    methods.setEventStoreServerVersion(`${this.version}.0`);
    const offered = [
      ...Object.keys(this.handlers).map((name) => services.streams[name]!),
      ...Object.keys(this.severalStreams).map((name) => services.appends[name]!),
    ];
    for (const { path } of offered) {
      const [, service, name] = path.split('/');
      const method = new serverFeatures.SupportedMethod();
      method.setServiceName(service!.toLowerCase());
      method.setMethodName(name!.toLowerCase());
      methods.addMethods(method);
    }
    answer(null, methods);
  };

  private readonly read = (call: ReadCall): void => {
    const question = questionOf(call.request);
    if (question.count !== undefined) {
      answerRead(this.log, call, question);
      return;
    }
    const unlisten = follow(this.log, call, crypto.randomUUID(), question, () => this.held);
    const ended = () => {
      unlisten();
      this.live.delete(call);
    };
    this.live.add(call);
    for (const event of ['cancelled', 'error', 'close']) call.on(event, ended);
  };
}

/**
 * The client sends a read in two pieces, and the second only once the first is acknowledged, which takes the system
 * 40 ms unless something is sent there. A window that grows asks for no answer.
 */
const acknowledgeAtOnce = (server: Server): void => {
  let size = 1 << 20;
  const wires = Reflect.get(server, 'http2Servers') as Map<Http2Server, unknown>;
  for (const wire of wires.keys())
    wire.on('stream', ({ session }) => session?.setLocalWindowSize((size += 1)));
};

/** Starts a double on a free port of 127.0.0.1. */
export const startKurrentDouble = async (options: KurrentDoubleOptions = {}): Promise<KurrentDouble> => {
  const double = new KurrentDouble(options);
  await double.start();
  return double;
};
