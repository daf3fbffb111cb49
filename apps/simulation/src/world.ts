import type { Kernel } from '@tributary/simulation';

/** What the platform answered of a message. */
export interface Answer {
  readonly status: string;
  /** Under which it is recorded. */
  readonly messageId: string;
}

/** A platform, in whatever shape, and what can be done to it from outside. */
export interface World {
  readonly kernel: Kernel;
  /** Everything that it consists of runs. */
  start(): Promise<void>;
  /**
   * Hands messages to the door.
   * @throws ConnectionLost nobody knows what became of them
   */
  tell(messages: readonly object[]): Promise<readonly Answer[]>;
  /** Does something to it. */
  suffer(fault: Fault): void;
  /** How far it is: two answers are the same where nothing was recorded between them. */
  progress(): Promise<Progress>;
  /** Stops it, and checks every invariant over all that it has kept; each that is broken, in words. */
  verified(): Promise<readonly string[]>;
  recorded(messageId: string): boolean;
  /** The documents of a collection, parsed. */
  documents<D>(name: string): Promise<readonly D[]>;
}

export interface Progress {
  readonly recorded: number;
  /** What is not done yet, in words; empty where all is. */
  readonly underWay: string;
}

/** What happens to a world: to a process, which is chosen by its number among those there are, or to what it stands on. */
export type Fault =
  /** A process is killed, and starts anew after so many milliseconds. */
  | { readonly kind: 'crash'; readonly process: number; readonly down: number }
  /** It stands still for so long, without knowing. */
  | { readonly kind: 'sleep'; readonly process: number; readonly asleep: number }
  /** Its clock is set so many milliseconds ahead, or back. */
  | { readonly kind: 'clock'; readonly process: number; readonly ahead: number }
  /** A server or a disk takes nothing for so long. */
  | { readonly kind: 'away'; readonly of: 'events' | 'read-models'; readonly away: number }
  /** Read models are lost, and folded anew when a process starts next. */
  | { readonly kind: 'read-models-lost'; readonly process: number; readonly down: number }
  /** Checkpoints of followers are put back to the beginning while a process is down. */
  | { readonly kind: 'checkpoints-lost'; readonly process: number; readonly down: number };

export class ConnectionLost extends Error {
  constructor() {
    super('The connection was lost.');
  }
}
