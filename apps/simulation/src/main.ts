import { simulateAmbience } from '@tributary/simulation';
import { mutants, mutate } from './mutants.ts';
import { keepCachesSmall } from './small-caches.ts';

simulateAmbience();
keepCachesSmall();
const [first = 1, count = 10, mode = 0] = process.argv.slice(2).map(Number);
const mutant = process.argv[5];
if (mutant) mutate(mutants.find(({ name }) => name === mutant)!);
const { EmbeddedWorld } = await import('./embedded-world.ts');
const { planOf } = await import('./plan.ts');
const { play } = await import('./play.ts');

const started = performance.now();
let bad = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const { faults, hash } = await play(
    planOf(seed),
    (kernel, climate) => new EmbeddedWorld(kernel, climate),
    mode === 1 ? (line) => console.log(line) : undefined,
  );
  if (faults.length > 0 || mode > 0) console.log(seed, hash, faults.slice(0, 2));
  if (faults.length > 0) bad += 1;
  if (bad > 0 && mutant) break;
}
const ms = performance.now() - started;
console.log(`${count} seeds, ${bad} failed, ${(ms / count).toFixed(2)} ms a seed`);
