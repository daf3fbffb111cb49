import { createHash } from 'node:crypto';
import TinyQueue from 'tinyqueue';
import type { Chance } from './chance.ts';

/** Whose events they are: they wait while it sleeps, and are dropped once it has ended. */
export interface Owner {
  readonly hasEnded: boolean;
  /** Virtual milliseconds: it handles nothing before. */
  readonly sleepsUntil: number;
  enter(work: () => void): void;
}

interface Due {
  at: number;
  /** Of what is due at one moment, chance says what comes first. */
  readonly tie: number;
  readonly number: number;
  readonly owner: Owner | undefined;
  readonly happen: () => void;
  isCancelled: boolean;
}

const earlier = (one: Due, other: Due): number =>
  one.at - other.at || one.tie - other.tie || one.number - other.number;

/** After so many events a world goes round in circles. */
const mostEvents = 500_000;

/** A world in which nothing goes on by itself: virtual time, and what happens when, one thing at a time. */
export class Kernel {
  private readonly queue = new TinyQueue<Due>([], earlier);
  private readonly story = createHash('sha256');
  private events = 0;

  /**
   * @param now virtual milliseconds since 1970
   * @param onNote told, line by line, what happens
   */
  constructor(
    readonly chance: Chance,
    public now: number,
    private readonly onNote?: (line: string) => void,
  ) {}

  /**
   * Something happens in a while.
   * @param delay virtual milliseconds, below 0 as 0
   * @param owner nothing happens to it while it sleeps or once it has ended
   * @returns prevents it
   */
  after(delay: number, happen: () => void, owner?: Owner): () => void {
    const due: Due = {
      at: this.now + Math.max(0, delay),
      tie: this.chance.below(2 ** 30),
      number: (this.events += 1),
      owner,
      happen,
      isCancelled: false,
    };
    this.queue.push(due);
    return () => void (due.isCancelled = true);
  }

  /** Resolves in a while, in nobody's name. */
  passes(delay: number): Promise<void> {
    return new Promise((resolve) => this.after(delay, resolve));
  }

  /**
   * Lets one thing happen after the other, each with all that follows from it at once, until the end, until nothing
   * is due or until so much has happened that the end will not come.
   */
  async run(isOver: () => boolean): Promise<void> {
    // Whoever has begun before may not have come to where it waits.
    await allThatFollows();
    while (!isOver() && this.events < mostEvents) {
      const due = this.queue.pop();
      if (!due) return;
      if (due.isCancelled || due.owner?.hasEnded) continue;
      if (due.owner && due.owner.sleepsUntil > due.at) {
        due.at = due.owner.sleepsUntil;
        this.queue.push(due);
        continue;
      }
      this.now = due.at;
      if (due.owner) due.owner.enter(due.happen);
      else due.happen();
      await allThatFollows();
    }
  }

  /** Part of the story, by which two runs of one seed are compared. */
  note(line: string): void {
    this.story.update(`${this.now} ${line}\n`);
    this.onNote?.(`${new Date(this.now).toISOString().slice(11, 23)}  ${line}`);
  }

  /** Of the story so far. */
  get hash(): string {
    return this.story.copy().digest('hex').slice(0, 16);
  }
}

/** Node comes to its next tick once no promise has anything left to do. */
const allThatFollows = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
