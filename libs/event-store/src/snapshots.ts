/** What a stream comes to, up to one of its events: a cache of the log, which is asked for the rest. */
export interface Snapshot<S> {
  readonly state: S;
  readonly version: number;
  /** Id of the event of that version: a snapshot of another log is not taken for this one's. */
  readonly lastEvent: string;
}

/** Where states of long streams are kept, so that whoever comes anew need not read them whole. */
export interface Snapshots<S> {
  /** Events after which a state is kept anew; shorter streams have none. */
  readonly every: number;
  /** The one that was kept last, if one is at hand. */
  find(stream: string): Promise<Snapshot<S> | undefined>;
  /** As far as that is possible now: nothing depends on it. */
  keep(stream: string, snapshot: Snapshot<S>): Promise<void>;
}
