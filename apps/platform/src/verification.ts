import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Violation } from '@tributary/event-store';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import { inboxAudit } from '@tributary/gateway';
import { stockAudit } from '@tributary/inventory';
import { orderAudit } from '@tributary/order';
import type { Collection, ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { refoldingBus } from './refold.ts';
import { composeServices } from './services.ts';

export interface Verification {
  readonly events: number;
  readonly violations: readonly Violation[];
  readonly checked: readonly string[];
  /** Messages recorded and not yet handled when the platform stopped: the next start handles them. */
  readonly inFlight: number;
  readonly documents: number;
}

/** Violations listed; past this the log is plainly damaged. */
const most = 1_000;

/** Checks the hash chains and the invariants over everything a data folder holds. */
export const verify = async (log: SqliteEventLog, live: ReadStore): Promise<Verification> => {
  const violations: Violation[] = [];
  for await (const { position, stream, version, problem } of log.verify()) {
    violations.push({
      invariant: 'history-intact',
      position,
      where: `${stream} version ${version}`,
      problem,
    });
    if (violations.length >= most) break;
  }
  const inbox = inboxAudit();
  const audits = [stockAudit(), orderAudit(), inbox];
  let events = 0;
  for (let after = 0; ;) {
    const page = await log.all.readAll(after, 2_000);
    if (page.length === 0) break;
    for (const { stream, ...event } of page) {
      const slash = stream.indexOf('/');
      const own = { ...event, stream: stream.slice(slash + 1) };
      for (const audit of audits) violations.push(...audit.see(stream.slice(0, slash), own));
    }
    events += page.length;
    after = page.at(-1)!.position;
  }
  const { violations: lost, inFlight } = inbox.unanswered((group) => log.checkpoints.load(group) ?? 0);
  const fold = await compareWithFold(log, live);
  return {
    events,
    inFlight,
    documents: fold.documents,
    violations: [...violations, ...lost, ...fold.violations].slice(0, most),
    checked: ['history-intact', ...audits.flatMap(({ invariants }) => invariants), 'read-model-is-a-fold'],
  };
};

/** Builds every read model anew, as far as the live one got, and compares document by document, byte for byte. */
const compareWithFold = async (
  log: SqliteEventLog,
  live: ReadStore,
): Promise<{ violations: Violation[]; documents: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-verify-'));
  const fresh = openSqliteReadStore(join(folder, 'read-models.db'));
  try {
    const { services } = composeServices(log, fresh);
    const bus = refoldingBus(log, async (group) => (await live.checkpoints(group))['log'] ?? 0);
    for (const { start } of services.flatMap(({ projectors }) =>
      projectors.map((one) => ({ start: () => one.start(bus) })),
    ))
      await start();
    for (const { closed } of services) await closed?.();
    const collections = services.flatMap(({ projectors }) =>
      projectors.flatMap((one) => one.collections),
    ) as Collection[];
    await live.declare(collections);
    const violations: Violation[] = [];
    let documents = 0;
    for (const collection of collections) documents += await compare(collection, live, fresh, violations);
    return { violations, documents };
  } finally {
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const compare = async (
  collection: Collection,
  live: ReadStore,
  fresh: ReadStore,
  violations: Violation[],
): Promise<number> => {
  const [left, right] = [
    live.scan(collection)[Symbol.asyncIterator](),
    fresh.scan(collection)[Symbol.asyncIterator](),
  ];
  let count = 0;
  for (let [a, b] = [await left.next(), await right.next()]; !a.done || !b.done;) {
    const difference =
      a.done || (!b.done && b.value.id < a.value.id) ? -1 : b.done || a.value.id < b.value.id ? 1 : 0;
    const id = difference < 0 ? b.value.id : a.value.id;
    const report = (problem: string) =>
      violations.push({
        invariant: 'read-model-is-a-fold',
        position: 0,
        where: `${collection.name} ${id}`,
        problem,
      });
    if (difference < 0) report('is missing in the read model');
    else if (difference > 0) report('is in the read model, and does not follow from the log');
    else if (a.value.json !== b.value.json) report('differs from the fold of the log');
    count += 1;
    if (difference <= 0) b = await right.next();
    if (difference >= 0) a = await left.next();
  }
  return count;
};
