import { Aggregates, type Cause } from './aggregates.ts';
import { accept } from './decider.ts';
import type { EventStore } from './port.ts';

interface SetEvent<S> {
  readonly type: string;
  readonly data: S;
}

/** What was set once, and who set it. */
export interface SettingVersion<S> {
  /** From 1. */
  readonly version: number;
  /** From when on it held, UTC ISO 8601. */
  readonly setAt: string;
  /** Role and id of the key it was set with. */
  readonly setBy?: string;
  readonly value: S;
}

/** People set things a few times a year; so many of their versions are told. */
const mostVersions = 500;

/** What people set for all there is, as it was set last: one stream of its own. */
export class Setting<S> {
  private readonly settings: Aggregates<S, SetEvent<S>>;

  /**
   * @param service whose it is
   * @param initial what holds until something is set
   * @param type of the fact that says what holds from then on
   */
  constructor(
    private readonly store: EventStore,
    service: string,
    private readonly stream: string,
    private readonly initial: S,
    private readonly type: string,
  ) {
    this.settings = new Aggregates<S, SetEvent<S>>(
      store,
      service,
      { initialState: initial, evolve: (_, { data }) => data },
      (event) => event as unknown as SetEvent<S>,
    );
  }

  async current(): Promise<S> {
    return (await this.settings.load(this.stream)).state;
  }

  /** What was in force at a moment, UTC ISO 8601; what is now where none is named. */
  async at(moment: string | undefined): Promise<S> {
    if (moment === undefined) return this.current();
    const inForce = (await this.versions()).find(({ setAt }) => setAt <= moment);
    return inForce?.value ?? this.initial;
  }

  /** All there was, the newest first, at most 500; nothing of what holds until something is set. */
  async versions(): Promise<readonly SettingVersion<S>[]> {
    const options = { direction: 'backward', limit: mostVersions } as const;
    const events = await this.store.readStream(this.stream, options);
    return events.map(({ version, recordedTime, metadata: { actor }, data }) => ({
      version,
      setAt: recordedTime,
      ...(actor !== undefined && { setBy: actor }),
      value: data as S,
    }));
  }

  async set(cause: Cause, data: S): Promise<void> {
    await this.settings.execute(cause, this.stream, () => accept({ type: this.type, data }));
  }
}
