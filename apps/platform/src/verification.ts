import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '@tributary/contracts';
import type { Subscription } from '@tributary/event-bus';
import type { Audit, RecordedEvent, Violation } from '@tributary/event-store';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import { inboxAudit } from '@tributary/gateway';
import { stockAudit } from '@tributary/inventory';
import { orderAudit } from '@tributary/order';
import type { Collection, ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { refoldingBus } from '@tributary/event-bus/log';
import { composeEmbedded } from './embedded.ts';
import { describeServices, readers } from './services.ts';

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

/** What is checked: one log of all services, and the read models that were built from it. */
export interface Holdings {
  readonly log: SqliteEventLog;
  /** Up to which position a service has handled its messages. */
  readonly done: (service: string) => number;
  readonly readModelsOf: (service: Service) => ReadStore;
  /** Up to which position the documents of a group were built. */
  readonly builtThrough: (group: string) => Promise<number>;
  /** The partition that an event came on, where there are several. */
  readonly partitionOf?: (event: RecordedEvent) => string | undefined;
}

/** What a data folder holds. */
export const holdingsOf = (log: SqliteEventLog, live: ReadStore): Holdings => ({
  log,
  done: (service) => log.checkpoints.load(service) ?? 0,
  readModelsOf: () => live,
  builtThrough: async (group) => (await live.checkpoints(group))['log'] ?? 0,
});

/** Checks the hash chains and the invariants over everything there is. */
export const verify = async (holdings: Holdings): Promise<Verification> => {
  const { log } = holdings;
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
    for (const recorded of page) violations.push(...seenBy(audits, recorded));
    events += page.length;
    after = page.at(-1)!.position;
  }
  const { violations: lost, inFlight } = inbox.unanswered(holdings.done);
  const fold = await compareWithFold(holdings).catch((error: unknown) => ({
    documents: 0,
    violations: [
      {
        invariant: 'read-model-is-a-fold',
        position: 0,
        where: 'the log',
        problem: `cannot be folded: ${String(error)}`,
      },
    ],
  }));
  return {
    events,
    inFlight,
    documents: fold.documents,
    violations: [...violations, ...lost, ...fold.violations].slice(0, most),
    checked: ['history-intact', ...audits.flatMap(({ invariants }) => invariants), 'read-model-is-a-fold'],
  };
};

/** A damaged event must not keep the rest from being checked: `history-intact` names one whose JSON is broken. */
const seenBy = (audits: readonly Audit[], recorded: RecordedEvent): Violation[] => {
  const slash = recorded.stream.indexOf('/');
  const service = recorded.stream.slice(0, slash);
  let event: RecordedEvent;
  try {
    event = { ...recorded, stream: recorded.stream.slice(slash + 1) };
  } catch {
    return [];
  }
  return audits.flatMap((audit) => {
    try {
      return [...audit.see(service, event)];
    } catch (error) {
      const problem = `${event.type} cannot be applied: ${String(error)}`;
      return audit.invariants.map((invariant) => ({
        invariant,
        position: event.position,
        where: event.stream,
        problem,
      }));
    }
  });
};

/**
 * The groups that build read models, and what they listen to. Asking declares the read models as the
 * platform does when it starts: what another version wrote is emptied together with its checkpoint.
 * Emptied alone, it would never be built again.
 */
export const projectorGroupsOf = async (
  readStore: (service: Service) => ReadStore,
): Promise<{ group: string; topics: readonly string[] }[]> => {
  const groups: { group: string; topics: readonly string[] }[] = [];
  const listening = {
    subscribe: ({ group, topics }: Subscription) => Promise.resolve(void groups.push({ group, topics })),
    broadcast: () => Promise.resolve(),
  };
  for (const projector of describeServices(readers, readStore).flatMap(({ projectors }) => projectors))
    await projector.start(listening);
  return groups;
};

/** Builds every read model anew, as far as the live one got, and compares document by document, byte for byte. */
const compareWithFold = async (
  holdings: Holdings,
): Promise<{ violations: Violation[]; documents: number }> => {
  const { log, readModelsOf, builtThrough, partitionOf } = holdings;
  const folder = mkdtempSync(join(tmpdir(), 'tributary-verify-'));
  const fresh = openSqliteReadStore(join(folder, 'read-models.db'));
  try {
    await projectorGroupsOf(readModelsOf);
    const { bus, services } = composeEmbedded(log, () => fresh);
    const projectors = services.flatMap((service) => service.projectors);
    const fold = refoldingBus(log, builtThrough, partitionOf);
    for (const projector of projectors) await projector.start(fold);
    await bus.close();
    for (const { closed } of services) await closed?.();
    const violations: Violation[] = [];
    let documents = 0;
    for (const service of services)
      for (const collection of service.projectors.flatMap((one) => one.collections) as Collection[])
        documents += await compare(collection, readModelsOf(service.name), fresh, violations);
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
