import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import type { Audit, RecordedEvent, Violation } from '@tributary/event-store';
import { inboxAudit } from '@tributary/gateway';
import { snapshotFaults, snapshotIsAFold, stockAudit } from '@tributary/inventory';
import { orderAudit } from '@tributary/order';
import { type Collection, type ReadStore, ReadStoreUnavailable } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { agreementAudit } from './agreement-audit.ts';
import { checkpointWithinLog, checkpointsBeyond } from './checkpoints-within-log.ts';
import { composeEmbedded, noGroups, refoldingLogs } from './embedded.ts';
import { headMarkViolations, headMarkWithinLog } from './head-mark.ts';
import type { LogPart, Logs } from './logs.ts';
import { type Places, logPlaces, partitionsOf } from './places.ts';
import type { ReadStores } from './read-stores.ts';
import { ownerOf } from './service-buses.ts';

export interface Verification {
  readonly events: number;
  readonly violations: readonly Violation[];
  readonly checked: readonly string[];
  /** Messages recorded and not yet handled when the platform stopped: the next start handles them. */
  readonly inFlight: number;
  readonly documents: number;
  /** What could not be told, since the platform went on meanwhile. */
  readonly unsettled: readonly string[];
}

/** Opens an empty read store that is used once. */
export type OpeningAnother = () => { readonly store: ReadStore; remove(): Promise<void> };

const inTemporaryFile: OpeningAnother = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-verify-'));
  const store = openSqliteReadStore(join(folder, 'read-models.db'));
  const remove = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, remove };
};

/** The groups whose services decide on what the others told. */
const deciders = ['inventory', 'order', 'sourcing'];

/** Group → how far it has come in a partition. */
type Done = Map<string, (partition: string) => number | undefined>;

/** Violations listed; past this the log is plainly damaged. */
const most = 1_000;

/**
 * Checks the hash chains and the invariants over everything the logs and the read models hold.
 * @param places of the bus that the read models were folded from
 * @param open an empty store, in which they are folded anew
 */
export const verify = async (
  logs: Logs,
  live: ReadStores,
  places: Places = logPlaces,
  open: OpeningAnother = inTemporaryFile,
): Promise<Verification> => {
  const violations: Violation[] = [];
  const [inboxPart] = logs.parts;
  const inboxPartition = partitionsOf(places, inboxPart!);
  const inbox = inboxAudit((event) => inboxPartition({ ...event, stream: `gateway/${event.stream}` }));
  const agreement = agreementAudit();
  const audits = [stockAudit(), orderAudit(), inbox, agreement];
  let events = 0;
  const heads = await headsOf(logs);
  const ofMark = headMarkViolations(logs);
  violations.push(...(ofMark ?? []));
  const damaged = live.damage?.() ?? [];
  for (const problem of damaged)
    violations.push({
      invariant: 'read-model-is-a-fold',
      position: 0,
      where: 'the file of the read models',
      problem: `is damaged: ${problem}`,
    });
  const followed: { part: LogPart; partitions: Iterable<string>; done: Done }[] = [];
  // While one of them has still to hear what another told, they need not agree.
  let settled = true;
  for (const part of logs.parts) {
    violations.push(...(await damageOf(part, most - violations.length)));
    const seen = await auditAll(part, places, audits, violations);
    events += seen.events;
    const done: Done = new Map();
    for (const group of deciders) {
      const reached = await places.done(group, part);
      settled &&= hasHeard(reached, seen.lastTold);
      done.set(group, reached);
    }
    followed.push({ part, partitions: seen.lastTold.keys(), done });
  }
  settled &&= heads === (await headsOf(logs));
  const { violations: lost, inFlight } = inbox.unanswered(
    (group, { partition, position }) => position <= (followed[0]!.done.get(group)?.(partition ?? '') ?? 0),
  );
  const groups = await declaredAsAtStart(logs, live).catch((error: unknown) => {
    if (damaged.length === 0) throw error;
    return [];
  });
  for (const { part, partitions, done } of followed)
    violations.push(...(await checkpointsBeyond(part, places, live, partitions, done, groups)));
  violations.push(...(await faultsOfSnapshots(logs, live)));
  const fold = await compareWithFold(logs, live, places, open).catch((error: unknown) => ({
    documents: 0,
    hasMoved: false,
    violations: [
      {
        invariant: 'read-model-is-a-fold',
        position: 0,
        ...(error instanceof ReadStoreUnavailable
          ? { where: 'the read models', problem: `cannot be read: ${error.message}` }
          : { where: 'the log', problem: `cannot be folded: ${String(error)}` }),
      },
    ],
  }));
  return {
    events,
    inFlight,
    documents: fold.documents,
    violations: [
      ...violations,
      ...lost,
      ...(settled ? agreement.disagreements() : []),
      ...fold.violations,
    ].slice(0, most),
    checked: [
      'history-intact',
      ...(ofMark ? [headMarkWithinLog] : []),
      checkpointWithinLog,
      snapshotIsAFold,
      ...audits.flatMap((audit) => (audit !== agreement || settled ? audit.invariants : [])),
      ...(fold.hasMoved ? [] : ['read-model-is-a-fold']),
    ],
    unsettled: [...(settled ? [] : agreement.invariants), ...(fold.hasMoved ? ['read-model-is-a-fold'] : [])],
  };
};

const faultsOfSnapshots = async (logs: Logs, live: ReadStores): Promise<Violation[]> => {
  const found: Violation[] = [];
  try {
    const faults = snapshotFaults(logs.store('inventory'), live.of('inventory'));
    for await (const fault of faults) found.push(fault);
  } catch (error) {
    const where = 'the snapshots of ledgers';
    found.push({
      invariant: snapshotIsAFold,
      position: 0,
      where,
      problem: `cannot be compared: ${String(error)}`,
    });
  }
  return found;
};

/** How far the logs are, as one text to compare. */
const headsOf = async ({ parts }: Logs): Promise<string> =>
  (await Promise.all(parts.map(({ log }) => log.all.head()))).join();

const damageOf = async ({ log }: LogPart, most: number): Promise<Violation[]> => {
  const found: Violation[] = [];
  try {
    for await (const { position, stream, version, problem } of log.verify()) {
      if (found.length >= most) break;
      const where = version === 0 ? stream : `${stream} version ${version}`;
      found.push({ invariant: 'history-intact', position, where, problem });
    }
  } catch (error) {
    found.push({ ...unreadable(error), position: found.at(-1)?.position ?? 0 });
  }
  return found;
};

/** What lies behind a damaged page cannot be told: the rest is checked without it. */
const unreadable = (error: unknown): Violation => ({
  invariant: 'history-intact',
  position: 0,
  where: 'the log',
  problem: `cannot be read to its end: ${String(error)}`,
});

/** Whether a group has come to the last that was told in each partition that it follows. */
const hasHeard = (
  done: (partition: string) => number | undefined,
  lastTold: ReadonlyMap<string, number>,
): boolean => [...lastTold].every(([partition, position]) => (done(partition) ?? position) >= position);

/** Shows everything to the audits; what the bus itself recorded nobody waits for. */
const auditAll = async (
  part: LogPart,
  places: Places,
  audits: readonly Audit[],
  violations: Violation[],
): Promise<{ events: number; lastTold: ReadonlyMap<string, number> }> => {
  const partitionOf = partitionsOf(places, part);
  const lastTold = new Map<string, number>();
  let events = 0;
  for (let after = 0; ;) {
    const page = await part.log.all.readAll(after, 2_000).catch((error: unknown) => {
      violations.push({ ...unreadable(error), position: after });
      return [];
    });
    if (page.length === 0) return { events, lastTold };
    for (const recorded of page) {
      violations.push(...seenBy(audits, recorded));
      if (recorded.stream.startsWith('bus/')) continue;
      const partition = partitionOf(recorded);
      if (partition !== undefined) lastTold.set(partition, recorded.position);
    }
    events += page.length;
    after = page.at(-1)!.position;
  }
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
 * The groups that fill read models. These are declared as the platform does when it starts: what another version wrote
 * is emptied together with its checkpoint. Emptied alone, it would never be built again.
 */
const declaredAsAtStart = async (logs: Logs, live: ReadStores): Promise<readonly string[]> => {
  const { services } = composeEmbedded(logs, (service) => live.of(service), noGroups);
  const groups: string[] = [];
  const reading = { caughtUp: () => Promise.resolve() };
  const bus: Pick<EventBus, 'subscribe' | 'broadcast'> = {
    broadcast: () => Promise.resolve(reading),
    subscribe: ({ group }) => Promise.resolve(void groups.push(group)),
  };
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(bus);
  return groups;
};

/** Builds every read model anew, as far as the live one got, and compares document by document, byte for byte. */
const compareWithFold = async (
  logs: Logs,
  live: ReadStores,
  places: Places,
  open: OpeningAnother,
): Promise<{ violations: Violation[]; documents: number; hasMoved: boolean }> => {
  const { store: fresh, remove } = open();
  try {
    const { services } = composeEmbedded(logs, () => fresh, noGroups);
    const reached = new Map<string, Readonly<Record<string, number>>>();
    const reachedNow = (group: string) => live.of(ownerOf(group) as Service).checkpoints(group);
    for (const { projectors } of services) {
      const fold = refoldingLogs(logs, places, async (group) => {
        const known = reached.get(group) ?? (await reachedNow(group));
        reached.set(group, known);
        return (partition) => known[partition] ?? 0;
      });
      for (const projector of projectors) await projector.start(fold);
    }
    for (const { closed } of services) await closed?.();
    const violations: Violation[] = [];
    let documents = 0;
    for (const { name, projectors } of services)
      for (const collection of projectors.flatMap((one) => one.collections) as Collection[])
        documents += await compare(collection, live.of(name), fresh, violations);
    let hasMoved = false;
    for (const [group, known] of reached) hasMoved ||= !isDeepStrictEqual(known, await reachedNow(group));
    return hasMoved ? { violations: [], documents, hasMoved } : { violations, documents, hasMoved };
  } finally {
    await remove();
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
