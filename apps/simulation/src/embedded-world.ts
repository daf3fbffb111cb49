import { factTopics, inboxTopic } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { logPartition, openLogBus } from '@tributary/event-bus/log';
import { SimulatedEventLog, SimulatedServer } from '@tributary/event-store/simulated';
import { groupsOf } from '@tributary/gateway';
import { type Composed, type Logs, composeServices, inOneFile, logPlaces, verify } from '@tributary/platform';
import type { Collection } from '@tributary/read-store';
import { SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import { type Kernel, SimulatedProcess } from '@tributary/simulation';
import { subscribeHandlers } from './handlers.ts';
import type { Climate } from './climate.ts';
import type { Plan } from './plan.ts';
import { type Answer, ConnectionLost, type Fault, type Progress, type World } from './world.ts';

const pauseBeforeStart = 500;

const topics = new Set([inboxTopic, ...Object.values(factTopics)]);

/** The platform as it runs in one process. */
interface Platform {
  readonly process: SimulatedProcess;
  readonly composed: Composed;
  readonly bus: EventBus;
  readonly stopping: AbortController;
}

/** The five services in one process over one log: what a shop has that installs nothing. */
export class EmbeddedWorld implements World {
  private readonly disk = new SimulatedServer('simulated', {
    now: () => this.kernel.now,
    onRecorded: (rows) => {
      for (const [, stream, version, , type] of rows) this.kernel.note(`${stream} ${version} ${type}`);
    },
  });
  private readModels = new SimulatedReadServer();
  private process: SimulatedProcess | undefined;
  private platform: Platform | undefined;
  private starts = 0;

  constructor(
    readonly kernel: Kernel,
    private readonly climate: Climate,
    /** What it stands on: its own files, or servers. */
    private readonly engines: Plan['engines'],
  ) {}

  async start(): Promise<void> {
    while (!this.platform) await this.startOnce();
  }

  async tell(messages: readonly object[]): Promise<readonly Answer[]> {
    const { platform } = this;
    if (!platform) throw new ConnectionLost();
    const { process, composed } = platform;
    const lost = process.ended.then(() => Promise.reject(new ConnectionLost()));
    return Promise.race([
      process.enter(() => composed.gateway.inbox.take(messages, { actor: 'world' })),
      lost,
    ]);
  }

  suffer(fault: Fault): void {
    switch (fault.kind) {
      case 'crash':
        return this.restart(fault.down);
      case 'sleep':
        return this.process?.sleep(fault.asleep);
      case 'clock':
        return this.process?.setClock(fault.ahead);
      case 'away':
        this.climate.away.add(fault.of);
        this.kernel.after(fault.away, () => this.climate.away.delete(fault.of));
        return;
      case 'read-models-lost':
        this.restart(fault.down);
        this.readModels = new SimulatedReadServer();
        return;
      case 'checkpoints-lost':
        this.restart(fault.down);
        this.disk.checkpoints.clear();
        return;
      default:
        fault satisfies never;
    }
  }

  async progress(): Promise<Progress> {
    const { platform } = this;
    const recorded = this.disk.rows.length;
    if (!platform) return { recorded, underWay: 'the platform starts' };
    await platform.process.enter(() => platform.bus.refresh());
    const behind = platform.bus.status().filter(({ lag }) => lag > 0);
    return { recorded, underWay: behind.map(({ group, lag }) => `${group} is ${lag} behind`).join(', ') };
  }

  async verified(): Promise<readonly string[]> {
    const { platform } = this;
    await platform!.process.enter(() => this.stop(platform!));
    const log = new SimulatedEventLog({ server: this.disk });
    const stores = inOneFile(new SimulatedReadStore({ server: this.readModels }));
    const { violations } = await verify(logsOf(log), stores, logPlaces, () => ({
      store: new SimulatedReadStore({ server: new SimulatedReadServer() }),
      remove: () => Promise.resolve(),
    }));
    return violations.map(({ invariant, where, problem }) => `${invariant} ${where}: ${problem}`);
  }

  recorded(messageId: string): boolean {
    return this.disk.byId.has(messageId);
  }

  async documents<D>(name: string): Promise<readonly D[]> {
    const { services } = this.platform!.composed;
    const collections = services.flatMap(({ projectors }) =>
      projectors.flatMap((projector) => projector.collections as readonly Collection[]),
    );
    const collection = collections.find((one) => one.name === name)!;
    const store = new SimulatedReadStore({ server: this.readModels });
    await store.declare([collection]);
    const documents: D[] = [];
    for await (const { json } of store.scan(collection)) documents.push(JSON.parse(json) as D);
    return documents;
  }

  private async startOnce(): Promise<void> {
    const process = new SimulatedProcess(this.kernel, `platform ${(this.starts += 1)}`, this.climate.ahead());
    this.process = process;
    this.kernel.note(`${process.name} starts`);
    const running = process
      .enter(() => this.run(process))
      .catch((error: unknown) => {
        this.kernel.note(`${process.name} does not start: ${String(error)}`);
        process.kill();
      });
    await Promise.race([running, process.ended]);
    if (process.hasEnded) await this.kernel.passes(pauseBeforeStart);
  }

  /** Killed wherever it is, and started again after a while; by the one who starts it now, where it starts. */
  private restart(down: number): void {
    const wasRunning = this.platform !== undefined;
    this.platform = undefined;
    this.process?.kill();
    if (wasRunning) this.kernel.after(down, () => void this.start());
  }

  private async run(process: SimulatedProcess): Promise<void> {
    const isOnFiles = this.engines === 'files';
    const weatherOf = (engine: 'events' | 'read-models') =>
      isOnFiles ? this.climate.ofFile(process, engine) : this.climate.between(process, engine);
    const log = new SimulatedEventLog({
      server: this.disk,
      oneWriter: isOnFiles,
      weather: weatherOf('events'),
    });
    const logs = logsOf(log);
    const readStore = new SimulatedReadStore({ server: this.readModels, weather: weatherOf('read-models') });
    const bus = openLogBus(logs.parts[0]!);
    const composed = composeServices({
      events: (service) => logs.store(service),
      readStore: () => readStore,
      groups: groupsOf(bus),
    });
    const stopping = new AbortController();
    for (const { projectors } of composed.services)
      for (const projector of projectors) await projector.start(bus);
    for (const service of composed.services) await subscribeHandlers(service, bus);
    this.platform = { process, composed, bus, stopping };
  }

  private async stop({ bus, composed, stopping }: Platform): Promise<void> {
    stopping.abort();
    for (const { closing } of composed.services) closing?.();
    await bus.close();
    for (const { closed } of composed.services) await closed?.();
  }
}

const logsOf = (log: SimulatedEventLog): Logs => ({
  store: (service) => log.forService(service),
  parts: [{ name: logPartition, log, coordination: log.coordination, topics, checkpoints: log.checkpoints }],
  close: () => log.close(),
});
