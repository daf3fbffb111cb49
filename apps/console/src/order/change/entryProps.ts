import type { Place } from './changes.ts';
import type { Draft } from './draft.ts';

/** What every part of the draft's form is given. */
export interface EntryProps {
  readonly draft: Draft;
  /** Gives what is entered from what was; always the same function, so that parts may be left as they are. */
  readonly change: (next: (draft: Draft) => Draft) => void;
  /** What entries lack, and what is in their way. */
  readonly reasons: ReadonlyMap<Place | '', readonly string[]>;
}
