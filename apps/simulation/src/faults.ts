import type { Chance } from '@tributary/simulation';

/** What happens to a world: to a process, which is chosen by its number among those there are, or to what it stands on. */
export type Fault =
  /** A process is killed, and starts anew after so many milliseconds. */
  | { readonly kind: 'crash'; readonly process: number; readonly down: number }
  /** It stands still for so long, without knowing. */
  | { readonly kind: 'sleep'; readonly process: number; readonly asleep: number }
  /** Its clock is set so many milliseconds ahead, or back. */
  | { readonly kind: 'clock'; readonly process: number; readonly ahead: number }
  /** A server or a disk takes nothing for so long. */
  | { readonly kind: 'away'; readonly of: 'events' | 'read-models' | 'bus'; readonly away: number }
  /** Read models are lost, and folded anew when a process starts next. */
  | { readonly kind: 'read-models-lost'; readonly process: number; readonly down: number }
  /** Places of followers are lost while a process is down: it begins at the beginning. */
  | { readonly kind: 'checkpoints-lost'; readonly process: number; readonly down: number }
  /** A process is replaced by one of the next version; the others follow when all was told. */
  | { readonly kind: 'upgrade'; readonly process: number; readonly down: number };

const drawing: { readonly [K in Fault['kind']]: (chance: Chance) => Fault } = {
  crash: (chance) => ({ kind: 'crash', process: chance.below(100), down: chance.below(400) }),
  sleep: (chance) => ({
    kind: 'sleep',
    process: chance.below(100),
    asleep: 100 + chance.below(chance.of([1_000, 20_000])),
  }),
  clock: (chance) => ({
    kind: 'clock',
    process: chance.below(100),
    ahead: chance.below(7_200_000) - 3_600_000,
  }),
  away: (chance) => ({
    kind: 'away',
    of: chance.of(['events', 'read-models', 'bus'] as const),
    away: 50 + chance.below(3_000),
  }),
  'read-models-lost': (chance) => ({
    kind: 'read-models-lost',
    process: chance.below(100),
    down: chance.below(400),
  }),
  'checkpoints-lost': (chance) => ({
    kind: 'checkpoints-lost',
    process: chance.below(100),
    down: chance.below(400),
  }),
  upgrade: (chance) => ({ kind: 'upgrade', process: chance.below(100), down: chance.below(400) }),
};

export const faultKinds = Object.keys(drawing) as Fault['kind'][];

export const faultOf = (kind: Fault['kind'], chance: Chance): Fault => drawing[kind](chance);
