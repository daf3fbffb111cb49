import type { Outcome } from './answer.ts';
import type { Target } from './target.ts';

/** One thing that an attacker or a careless client does. */
export interface Attempt {
  /** What is sent, in one line. */
  readonly request: string;
  /** What must be answered, or be so afterwards. */
  readonly must: string;
  /** One that rejects did not hold. */
  readonly play: () => Promise<Outcome>;
}

/** Attempts that have one aim. */
export interface Kind {
  readonly name: string;
  /** Leaves nothing behind and takes nothing from others: may be played where others work. */
  readonly harmless: boolean;
  /** Described for one platform; what they need beforehand, such as keys and stock, is there once this resolves. */
  readonly attempts: (target: Target) => Promise<readonly Attempt[]>;
}
