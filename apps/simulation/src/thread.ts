import { parentPort, workerData } from 'node:worker_threads';
import { simulateAmbience } from '@tributary/simulation';
import { mutantNamed, mutate } from './mutants.ts';
import { keepCachesSmall } from './small-caches.ts';
import type { WorldName } from './world-names.ts';

/** What a thread is to play. */
export interface Task {
  readonly world: WorldName;
  readonly first: number;
  /** Seeds from the first on. */
  readonly count: number;
  /** Every so-manieth of them. */
  readonly step: number;
  /** Plays no seed after so many milliseconds. */
  readonly within: number;
  /** Tells what happens. */
  readonly trace: boolean;
  /** Ends with the first seed that fails. */
  readonly untilFailure: boolean;
  /** Tells a failure by as little as it takes. */
  readonly shrink: boolean;
  readonly mutant?: string;
}

/** What it tells of it. */
export type Told =
  | { readonly kind: 'note'; readonly line: string }
  | {
      readonly kind: 'failed';
      readonly seed: number;
      readonly hash: string;
      readonly faults: readonly string[];
      readonly history: readonly string[];
    }
  | {
      readonly kind: 'done';
      readonly played: number;
      readonly milliseconds: number;
      /** Of the last story. */
      readonly hash: string;
    };

const task = workerData as Task;
const tell = (told: Told): void => parentPort!.postMessage(told);

// Before anything of the platform is loaded.
simulateAmbience();
keepCachesSmall();
const isMutated = task.mutant === undefined ? () => true : mutate(mutantNamed(task.mutant));
const [{ worlds }, { planOf }, { play }, { history, shrunk }] = await Promise.all([
  import('./worlds.ts'),
  import('./plan.ts'),
  import('./play.ts'),
  import('./shrinking.ts'),
]);
if (!isMutated()) throw new Error(`Nothing of ${task.mutant} is part of this world.`);

const open = worlds[task.world];
const started = performance.now();
let [played, hash] = [0, ''];
for (let seed = task.first; seed < task.first + task.count; seed += task.step) {
  if (performance.now() - started > task.within) break;
  const plan = planOf(seed);
  const ended = await play(plan, open, task.trace ? (line) => tell({ kind: 'note', line }) : undefined);
  const { faults } = ended;
  hash = ended.hash;
  played += 1;
  if (faults.length === 0) continue;
  const least = task.shrink ? history(await shrunk(plan, open, faults)) : [];
  tell({ kind: 'failed', seed, hash, faults, history: least });
  if (task.untilFailure) break;
}
tell({ kind: 'done', played, hash, milliseconds: performance.now() - started });
