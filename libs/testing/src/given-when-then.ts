import { expect } from '@jest/globals';

/** How a state follows from facts: what a spec needs to know of a decider or a projection. */
interface Fold<S, E> {
  readonly initialState: S;
  readonly evolve: (state: S, event: E) => S;
}

type Decided<E> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: unknown };

/** What a rule answers: a decision, the facts that follow, or the one fact that does. */
type Answer<E> = Decided<E> | readonly E[] | E;

interface Given<S, E> {
  /** What the given facts amount to. */
  readonly state: S;
  /** Asks a rule in that state. */
  when(rule: (state: S) => Answer<E>): Then<S, E>;
}

interface Then<S, E> {
  /** Exactly these facts follow, whole and in this order. */
  then(...events: readonly E[]): Given<S, E>;
  thenNothing(): Given<S, E>;
  /** The business says no, in exactly these words. */
  thenRefused(refusal: unknown): Given<S, E>;
}

/**
 * The vocabulary of a spec: `given(…facts).when((state) => rule(…, state)).then(…facts)`. What `then`
 * returns is given again, so that a story can go on, and has the state it led to.
 */
export const givenFor = <S, E>({ initialState, evolve }: Fold<S, E>) => {
  const from = (state: S): Given<S, E> => ({
    state,
    when: (rule) => {
      const decided = decisionOf(rule(state));
      const after = (expected: unknown): Given<S, E> => {
        expect(decided).toStrictEqual(expected);
        return from(decided.accepted ? decided.events.reduce(evolve, state) : state);
      };
      return {
        then: (...events) => after({ accepted: true, events }),
        thenNothing: () => after({ accepted: true, events: [] }),
        thenRefused: (refusal) => after({ accepted: false, refusal }),
      };
    },
  });
  return (...events: readonly E[]): Given<S, E> => from(events.reduce(evolve, initialState));
};

const decisionOf = <E>(answer: Answer<E>): Decided<E> => {
  if (Array.isArray(answer)) return { accepted: true, events: answer as readonly E[] };
  if (typeof answer === 'object' && answer !== null && 'accepted' in answer) return answer;
  return { accepted: true, events: [answer as E] };
};
