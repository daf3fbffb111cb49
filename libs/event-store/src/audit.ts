import type { RecordedEvent } from './port.ts';

/** A broken promise: which one, where in the log, and what was found. */
export interface Violation {
  readonly invariant: string;
  readonly position: number;
  readonly where: string;
  readonly problem: string;
}

/** Watches the whole log go by, in order, and tells where an invariant does not hold. */
export interface Audit {
  readonly invariants: readonly string[];
  /** @param event with its stream as its service names it */
  see(service: string, event: RecordedEvent): Iterable<Violation>;
}
