import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Service, services } from '@tributary/contracts';
import { type Ended, type Environment, PlatformProcess, untilReady } from './platform-process.ts';

export interface ClusterOptions {
  /** The built `main.js` of the platform. */
  readonly program: string;
  /** Each process has a folder of its own below. */
  readonly data: string;
  /** What every process is started with: the engines above all. */
  readonly environment: Environment;
  /** Processes of each service. */
  readonly replicas: Readonly<Record<Service, number>>;
  /** Of the first gateway; a free one where it is left out. */
  readonly port?: number;
  /** A folder that is there: each process writes into a file in it, instead of being kept in memory. */
  readonly logs?: string;
}

const secret = 'a-secret-that-a-cluster-on-one-machine-shares';

/** One process of a cluster, at the same address whenever it runs. */
export class Replica {
  private running: PlatformProcess | undefined;
  private said = '';

  constructor(
    readonly service: Service,
    readonly name: string,
    readonly url: string,
    private readonly program: string,
    private readonly environment: Environment,
    /** What it writes is in this file, if in any. */
    readonly log?: string,
  ) {}

  /** Starts it; whoever needs it to answer waits until it is ready. */
  start(): void {
    this.said += this.running?.output ?? '';
    this.running = new PlatformProcess(this.program, this.environment, this.log);
  }

  async ready(): Promise<void> {
    await this.running!.listening();
    await untilReady(this.url, () => this.lives);
  }

  get lives(): boolean {
    return this.running?.lives ?? false;
  }

  get pid(): number | undefined {
    return this.running?.child.pid;
  }

  get output(): string {
    return this.said + (this.running?.output ?? '');
  }

  /** Of a process that was started: when it ends, why ever. */
  get ended(): Promise<Omit<Ended, 'took'>> {
    return this.running!.ended;
  }

  /** As an operator ends it, or as a power cut does. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    return this.running!.end(signal);
  }

  /** It stands still, and knows nothing of it: until it is resumed. */
  pause(): void {
    this.running!.child.kill('SIGSTOP');
  }

  resume(): void {
    this.running!.child.kill('SIGCONT');
  }
}

/** The services apart, on this machine, over engines that are there. */
export class Cluster {
  private constructor(readonly replicas: readonly Replica[]) {}

  /** Resolves once every process is ready. */
  static async start(
    options: ClusterOptions,
    onReady: (replica: Replica) => void = () => {},
  ): Promise<Cluster> {
    const cluster = await Cluster.prepare(options);
    await cluster.startAll(onReady).catch(async (error: unknown) => {
      await cluster.end('SIGKILL');
      throw error;
    });
    return cluster;
  }

  /** Each process has its place, and none runs. */
  static async prepare(options: ClusterOptions): Promise<Cluster> {
    const named = services.flatMap((service) =>
      Array.from({ length: options.replicas[service] }, (_, index) => ({
        service,
        name: `${service}-${index + 1}`,
      })),
    );
    const ports = await freePorts(named.length);
    const door = named.findIndex(({ service }) => service === 'gateway');
    if (options.port && door >= 0) ports[door] = options.port;
    const places = named.map((place, index) => {
      const port = ports[index]!;
      return { ...place, port, url: `http://127.0.0.1:${port}` };
    });
    const urls = places
      .filter(({ service }) => service !== 'gateway')
      .map(({ service, url }) => `${service}=${url}`)
      .join();
    return new Cluster(
      places.map(({ service, name, port, url }) => {
        const data = join(options.data, name);
        mkdirSync(data, { recursive: true });
        const environment = {
          TRIBUTARY_IDENTITY_SECRET: secret,
          ...options.environment,
          TRIBUTARY_DATA: data,
          TRIBUTARY_PORT: String(port),
          TRIBUTARY_SERVICES: service,
          TRIBUTARY_SERVICE_URLS: urls,
        };
        const log = options.logs && join(options.logs, `${name}.log`);
        return new Replica(service, name, url, options.program, environment, log);
      }),
    );
  }

  /** The doors. */
  get gateways(): readonly Replica[] {
    return this.replicas.filter(({ service }) => service === 'gateway');
  }

  /** Starts those that do not run, and waits until all are ready. */
  async startAll(onReady: (replica: Replica) => void = () => {}): Promise<void> {
    for (const replica of this.replicas) if (!replica.lives) replica.start();
    await Promise.all(this.replicas.map((replica) => replica.ready().then(() => onReady(replica))));
  }

  /** Ends all at once. */
  end(signal: NodeJS.Signals): Promise<Ended[]> {
    return Promise.all(this.replicas.map((replica) => replica.end(signal)));
  }
}

/** Below those that systems give to outgoing connections: one of these could take a port before its process listens. */
const lowestPort = 15_000;
const highestPort = 32_000;
/** By this process, whose clusters may start side by side. */
const given = new Set<number>();

/** Ports that nobody has at this moment. */
const freePorts = async (count: number): Promise<number[]> => {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = randomInt(lowestPort, highestPort);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) ports.push(port);
  }
  return ports;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
