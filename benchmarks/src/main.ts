import { append } from './append.ts';
import { emmett } from './emmett.ts';
import type { Report } from './measure.ts';

const benchmarks: Readonly<Record<string, () => Promise<readonly Report[]>>> = { append, emmett };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

let missed = 0;
for (const name of chosen.length > 0 ? chosen : Object.keys(benchmarks)) {
  for (const report of await benchmarks[name]!()) {
    console.log('skipped' in report ? `${report.title}: skipped: ${report.skipped}` : report.text);
    if ('met' in report && !report.met) missed += 1;
  }
}
if (missed > 0) process.exitCode = 1;
