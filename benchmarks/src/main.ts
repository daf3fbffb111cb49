import { append } from './append.ts';
import { cluster } from './cluster.ts';
import { emmett } from './emmett.ts';
import type { Report } from './measure.ts';
import { feed } from './feed.ts';
import { http } from './http.ts';
import { kafka } from './kafka.ts';
import { kurrentdb } from './kurrentdb.ts';
import { long } from './long.ts';
import { mongodb } from './mongodb.ts';
import { postgres } from './postgres.ts';
import { repository } from './repository.ts';
import { rebuild } from './rebuild.ts';
import { river } from './river.ts';
import { read } from './read.ts';
import { start } from './start.ts';
import { importing } from './import.ts';
import { table } from './table.ts';

const benchmarks: Readonly<Record<string, () => Promise<readonly Report[]>>> = {
  append,
  emmett,
  postgres,
  kurrentdb,
  http,
  river,
  long,
  rebuild,
  repository,
  read,
  feed,
  mongodb,
  kafka,
  cluster,
  import: importing,
  start,
};

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
  try {
    for (const report of await benchmarks[name]!()) {
      console.log('skipped' in report ? `${report.title}: skipped: ${report.skipped}` : report.text);
      reports.push(report);
    }
  } catch (error) {
    // A goal missed on a busy machine is a figure; a benchmark that does not run is a fault.
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}
console.log(table(reports));
