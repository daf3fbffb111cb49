import type { Coordination } from '../coordination.ts';

/** Coordination where no other process can be: turns are taken among those who ask here. */
export class OneProcess implements Coordination {
  private readonly turns = new Map<string, Promise<void>>();
  private readonly saved = new Map<string, number>();

  /**
   * @param load what was stored when the log was opened
   * @param save a position may be lost with a crash: whoever goes on from an earlier one repeats something
   */
  constructor(
    private readonly load: (name: string) => number | undefined,
    private readonly save: (name: string, position: number) => void,
  ) {}

  async alone(name: string, signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      const before = this.turns.get(name) ?? Promise.resolve();
      const turn = before.then(() => (signal.aborted ? undefined : work(signal)));
      this.turns.set(
        name,
        turn.catch(() => {}),
      );
      await turn;
    }
  }

  position(name: string): Promise<number | undefined> {
    return Promise.resolve(this.saved.get(name) ?? this.load(keyOf(name)));
  }

  savePosition(name: string, position: number): Promise<void> {
    this.saved.set(name, position);
    this.save(keyOf(name), position);
    return Promise.resolve();
  }

  async advancePosition(name: string, position: number): Promise<void> {
    if (position > ((await this.position(name)) ?? -1)) await this.savePosition(name, position);
  }
}

/** The same table keeps the checkpoints of groups. */
const keyOf = (name: string): string => `position/${name}`;
