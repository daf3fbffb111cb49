/**
 * What the business decides, as three plain functions. Time, ids and chance arrive in the command.
 * (The shape is Jérémie Chassaing's decider, https://thinkbeforecoding.com/post/2021/12/17/functional-event-sourcing-decider.)
 */
export interface Fact {
  readonly type: string;
  readonly data: unknown;
  /** When it happened, UTC ISO 8601; `decide` sets it only where that is not when its cause did. */
  readonly time?: string;
}

/** A business "no": a stable code and what a person needs to know. Never an exception. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Decision<E extends Fact, R extends Refusal = Refusal> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: R };

export const accept = <E extends Fact>(...events: readonly E[]): Decision<E, never> => ({
  accepted: true,
  events,
});
export const refuse = <R extends Refusal>(refusal: R): Decision<never, R> => ({ accepted: false, refusal });

export interface Decider<C, E extends Fact, S, R extends Refusal = Refusal> {
  readonly initialState: S;
  readonly decide: (command: C, state: S) => Decision<E, R>;
  readonly evolve: (state: S, event: E) => S;
}

/** What a projection or a state needs to fold: the initial value and the step. */
export type Fold<E extends Fact, S> = Pick<Decider<never, E, S>, 'initialState' | 'evolve'>;
