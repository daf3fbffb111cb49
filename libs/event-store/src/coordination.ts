/** What the replicas of one service agree on through the store they share. */
export interface Coordination {
  /**
   * Runs work in one process at a time, over and over until the signal aborts: another replica takes
   * over when this one ends, or when it stood still for longer than its lease. A replica that stood
   * still may overlap with its successor for a moment: work must bear that.
   * @param work its signal aborts when the lease was lost or the caller's signal aborts
   */
  alone(name: string, signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void>;
  /** How far something has come; undefined when nobody said. */
  position(name: string): Promise<number | undefined>;
  savePosition(name: string, position: number): Promise<void>;
  /** The same, unless something further is stored: who stood still and wakes puts nothing back. */
  advancePosition(name: string, position: number): Promise<void>;
}
