import { Kernel, SimulatedProcess, seededChance } from '@tributary/simulation';
import { Climate, fair } from './climate.ts';
import { embedded } from './embedded.ts';
import { type End, differences, endOf, forgottenIn, waitingInVainIn } from './ends.ts';
import type { Action, Plan } from './plan.ts';
import type { Told } from './trading/days.ts';
import type { Asked } from './trading/desk.ts';
import { type Shape, World } from './world.ts';

/** How a seed ended. */
export interface Played {
  /** What did not hold, in words; nothing where all is well. */
  readonly faults: readonly string[];
  /** Of all that happened: the same each time. */
  readonly hash: string;
}

export type Opening = (kernel: Kernel, climate: Climate, plan: Plan) => Shape;

/** The evening of the day that traders tell of. */
const begins = Date.UTC(2026, 2, 2, 20);
/** Virtual milliseconds after which a world should have come to rest, whatever befell it. */
const longestEvening = 3_600_000;
/** How long the weather may be foul after everything was told once: a platform that cannot even start would never hear it. */
const longestStorm = 10_000;
/** Looks at which nothing may have moved, and between them. */
const looks = 3;
const betweenLooks = 1_000;

/**
 * Plays what a seed stands for in a world. Where everybody must end with the same, whatever was told when, the
 * end is compared with that of an embedded platform which was told everything once and in order.
 * @param onNote told what happens, line by line
 */
export const play = async (plan: Plan, open: Opening, onNote?: (line: string) => void): Promise<Played> => {
  const { faults, hash, end } = await live(plan, open, onNote);
  if (!plan.inOrder || !end) return { faults, hash };
  const actions: Action[] = plan.inOrder.map((told, n) => ({
    at: n * 2_000,
    kind: 'tell',
    messages: [told],
  }));
  const inOrder = await live({ ...plan, actions, rates: fair }, embedded);
  return { faults: inOrder.end ? differences(inOrder.end, end) : inOrder.faults, hash };
};

interface Lived extends Played {
  /** Where all is well. */
  readonly end?: End;
}

const live = async (plan: Plan, open: Opening, onNote?: (line: string) => void): Promise<Lived> => {
  const kernel = new Kernel(seededChance(plan.seed), begins, onNote);
  const climate = new Climate(kernel, plan.rates);
  const world = new World(kernel, climate, open(kernel, climate, plan));
  const traders = new SimulatedProcess(kernel, 'traders');
  const evening = new Evening(plan, world, traders, climate);
  let faults: readonly string[] | undefined;
  const trade = async () => {
    faults = await evening.play();
  };
  const broken: string[] = [];
  const breaks = (reason: unknown) => void broken.push(`nobody-breaks: ${detailOf(reason)}`);
  process.on('unhandledRejection', breaks);
  traders.enter(
    () => void trade().catch((error: unknown) => (faults = [`The world broke: ${String(error)}`])),
  );
  await kernel.run(() => faults !== undefined || kernel.now > begins + longestEvening);
  // What nobody handled is told once Node has nothing else to do.
  await new Promise(setImmediate);
  process.off('unhandledRejection', breaks);
  const found = [...broken, ...(faults ?? [`comes-to-rest: for ever ${evening.underWay}`])];
  if (found.length > 0) return { faults: found, hash: kernel.hash };
  const end = await endOf(world);
  const missed = [...forgottenIn(end), ...waitingInVainIn(end)];
  return missed.length > 0 ? { faults: missed, hash: kernel.hash } : { faults: [], hash: kernel.hash, end };
};

/** With the place in our code where it comes from. */
const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)).replaceAll('\n', ' <') : String(error);

/** One evening on which traders tell what happened in a day, while this and that goes wrong. */
class Evening {
  /** Messages of which the platform said that it keeps them. */
  private readonly acknowledged = new Set<string>();
  /** What was not done when it was last asked. */
  underWay = '';

  constructor(
    private readonly plan: Plan,
    private readonly world: World,
    private readonly traders: SimulatedProcess,
    private readonly climate: Climate,
  ) {}

  async play(): Promise<readonly string[]> {
    const { opening, actions } = this.plan;
    await this.world.start();
    await this.tell(opening);
    await this.settle();
    this.climate.worsen();
    void this.traders.waits((actions.at(-1)?.at ?? 0) + longestStorm).then(() => this.climate.clear());
    await Promise.all(actions.map((action) => this.act(action)));
    this.climate.clear();
    this.world.finishUpgrade();
    await this.settle();
    await this.world.end(this.plan.isKilled);
    const lost = [...this.acknowledged]
      .filter((id) => !this.world.isRecorded(id))
      .map((id) => `acknowledged-is-recorded: ${id} is not in the log`);
    return [...lost, ...(await this.world.verified())];
  }

  private async act(action: Action): Promise<void> {
    await this.traders.waits(action.at);
    if (action.kind === 'tell') return this.tell(action.messages);
    if (action.kind === 'ask') return this.ask(action.asked);
    this.world.suffer(action.fault);
  }

  /** Until the platform says that it has them: who hears nothing tells it again. */
  private async tell(messages: readonly Told[]): Promise<void> {
    for (let pause = 50; ; pause = Math.min(2 * pause, 2_000)) {
      try {
        const answers = await this.world.tell(messages);
        const isKept = answers.every(({ status }) => status !== 'quarantined');
        if (!isKept) throw new RangeError('A message of the world was quarantined.');
        for (const { messageId } of answers) this.acknowledged.add(messageId);
        return;
      } catch (error) {
        if (error instanceof RangeError) throw error;
        await this.traders.waits(pause);
      }
    }
  }

  /** Until it is answered, whatever the answer is. */
  private async ask(asked: Asked): Promise<void> {
    for (let pause = 50; ; pause = Math.min(2 * pause, 2_000)) {
      try {
        await this.world.ask(asked);
        return;
      } catch {
        await this.traders.waits(pause);
      }
    }
  }

  private async settle(): Promise<void> {
    for (let [last, same] = [-1, 0]; same < looks;) {
      await this.traders.waits(betweenLooks);
      const { recorded, underWay } = await this.world.progress();
      this.underWay = underWay;
      same = underWay === '' && recorded === last ? same + 1 : 0;
      last = recorded;
    }
  }
}
