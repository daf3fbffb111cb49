import type { Logs, Places, ReadStores } from '@tributary/platform';
import { verify } from '@tributary/platform';
import type { SimulatedServer } from '@tributary/event-store/simulated';
import type { Collection } from '@tributary/read-store';
import { SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import type { Kernel } from '@tributary/simulation';
import type { Climate } from './climate.ts';
import type { Fault } from './faults.ts';
import { deskIn } from './program.ts';
import type { Supervised } from './supervised.ts';
import { type Asked, ask } from './trading/desk.ts';

/** The platform in one of its shapes. */
export interface Shape {
  readonly programs: readonly Supervised[];
  /** Those that have a door. */
  readonly doors: readonly Supervised[];
  /** Those that orders are asked of. */
  readonly desks: readonly Supervised[];
  /** What its logs lie on. */
  readonly disks: readonly SimulatedServer[];
  /** Its logs and read models as somebody finds them who looks at all of them, in calm weather. */
  lookedAt(): Promise<{ readonly logs: Logs; readonly stores: ReadStores; readonly places: Places }>;
  /** What a program has folded is gone: whoever folds it is to be started again. */
  loseReadModels(of: Supervised): readonly Supervised[];
  /** Where those are who follow is gone: likewise. */
  loseCheckpoints(of: Supervised): readonly Supervised[];
}

/** What the platform answered of a message. */
export interface Answer {
  readonly status: string;
  /** Under which it is recorded. */
  readonly messageId: string;
}

export interface Progress {
  /** Events. */
  readonly recorded: number;
  /** What is not done yet, in words; empty where all is. */
  readonly underWay: string;
}

export class ConnectionLost extends Error {
  constructor() {
    super('The connection was lost.');
  }
}

/** A platform in some shape, and what can be done to it from outside. */
export class World {
  constructor(
    readonly kernel: Kernel,
    private readonly climate: Climate,
    private readonly shape: Shape,
  ) {}

  /** Everything that it consists of runs. */
  async start(): Promise<void> {
    await Promise.all(this.shape.programs.map((program) => program.start()));
  }

  /**
   * Hands messages to a door.
   * @throws ConnectionLost nobody knows what became of them
   */
  tell(messages: readonly object[]): Promise<readonly Answer[]> {
    const { process, running } = this.kernel.chance.of(this.shape.doors);
    if (!process || !running) return Promise.reject(new ConnectionLost());
    const { inbox } = running.composed.gateway;
    return Promise.race([
      process.enter(() => inbox.take(messages, { actor: 'world' })),
      process.ended.then(() => Promise.reject(new ConnectionLost())),
    ]);
  }

  /**
   * Asks something of an order at a desk.
   * @throws ConnectionLost nobody knows what became of it
   */
  async ask(asked: Asked): Promise<void> {
    const { process, running } = this.kernel.chance.of(this.shape.desks);
    if (!process || !running) throw new ConnectionLost();
    const { outcome } = await Promise.race([
      process.enter(() => ask(asked, deskIn(running))),
      process.ended.then(() => Promise.reject(new ConnectionLost())),
    ]);
    this.kernel.note(`asked ${asked.key}: ${outcome}`);
  }

  suffer(fault: Fault): void {
    this.kernel.note(`fault: ${JSON.stringify(fault)}`);
    const { programs } = this.shape;
    const program = programs['process' in fault ? fault.process % programs.length : 0]!;
    switch (fault.kind) {
      case 'crash':
        return program.restart(fault.down);
      case 'sleep':
        return program.process?.sleep(fault.asleep);
      case 'clock':
        return program.process?.setClock(fault.ahead);
      case 'away':
        return this.climate.takeAway(fault.of, fault.away);
      case 'read-models-lost':
        for (const each of this.shape.loseReadModels(program)) each.restart(fault.down);
        return;
      case 'checkpoints-lost':
        for (const each of this.shape.loseCheckpoints(program)) each.restart(fault.down);
        return;
      case 'upgrade':
        return program.upgrade(fault.down);
      default:
        fault satisfies never;
    }
  }

  /** Where one process is of the next version, so are all in the end. */
  finishUpgrade(): void {
    const { programs } = this.shape;
    if (!programs.some(({ isUpgraded }) => isUpgraded)) return;
    for (const program of programs) if (!program.isUpgraded) program.upgrade(0);
  }

  /** How far it is: where nothing is under way and nothing was recorded since it was last asked, it may have come to rest. */
  async progress(): Promise<Progress> {
    const underWay = await Promise.all(this.shape.programs.map(underWayIn));
    return {
      recorded: this.shape.disks.reduce((sum, { rows }) => sum + rows.length, 0),
      underWay: underWay.filter((words) => words !== '').join(', '),
    };
  }

  /** Ends it, by killing it or in good order. */
  async end(isKilled: boolean): Promise<void> {
    const ending = this.shape.programs.map(({ process, running }) =>
      isKilled ? process?.kill() : process?.enter(() => running?.stop()),
    );
    await Promise.all(ending);
  }

  /** Checks every invariant over all that it has kept; each that is broken, in words. */
  async verified(): Promise<readonly string[]> {
    const { logs, stores, places } = await this.shape.lookedAt();
    const { violations, unsettled } = await verify(logs, stores, places, () => ({
      store: new SimulatedReadStore({ server: new SimulatedReadServer() }),
      remove: () => Promise.resolve(),
    }));
    return [
      ...violations.map(({ invariant, where, problem }) => `${invariant}: ${where} ${problem}`),
      ...unsettled.map((invariant) => `comes-to-rest: ${invariant} cannot be told`),
    ];
  }

  isRecorded(messageId: string): boolean {
    return this.shape.disks.some(({ byId }) => byId.has(messageId));
  }

  /** The documents of a collection, parsed. */
  async documents<D>(name: string): Promise<readonly D[]> {
    const { stores } = await this.shape.lookedAt();
    const { services } = this.shape.programs[0]!.running!.composed;
    for (const service of services) {
      const collections = service.projectors.flatMap(
        ({ collections }) => collections as readonly Collection[],
      );
      const collection = collections.find((one) => one.name === name);
      if (!collection) continue;
      const store = stores.of(service.name);
      await store.declare([collection]);
      const documents: D[] = [];
      for await (const { json } of store.scan(collection)) documents.push(JSON.parse(json) as D);
      return documents;
    }
    throw new RangeError(`There is no collection ${name}.`);
  }
}

const underWayIn = async ({ name, process, running }: Supervised): Promise<string> => {
  if (!process || !running) return `${name} starts`;
  if (process.isAsleep) return `${name} sleeps`;
  await Promise.race([process.enter(() => running.bus.refresh()), process.ended]);
  const behind = running.bus.status().filter(({ lag }) => lag > 0);
  return behind.map(({ group, lag }) => `${group} of ${name} is ${lag} behind`).join(', ');
};
