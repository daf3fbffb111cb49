import { append } from './append.ts';
import { emmett } from './emmett.ts';
import type { Report } from './measure.ts';
import { river } from './river.ts';
import { table } from './table.ts';

const benchmarks: Readonly<Record<string, () => Promise<readonly Report[]>>> = { append, emmett, river };

const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = chosen.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

const reports: Report[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(benchmarks)) {
  for (const report of await benchmarks[name]!()) {
    console.log('skipped' in report ? `${report.title}: skipped: ${report.skipped}` : report.text);
    reports.push(report);
  }
}
console.log(table(reports));
