import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, services } from '@tributary/contracts';
import { type GroupOffsets, openGroupOffsets, partitionNameOf } from '@tributary/event-bus/kafka';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { ReadStore } from '@tributary/read-store';
import type { EnginesConfig } from '../config.ts';
import { type SharedEventLog, openBrokers, openEventLog, openReadStore, topicNamespace } from '../engines.ts';
import { describeServices, readers } from '../services.ts';
import { type Holdings, projectorGroupsOf } from '../verification.ts';
import { messageGroupsOf } from './message-groups.ts';
import { moveTogether } from './moving.ts';
import { behindOnEngines } from './settled.ts';

export interface EnginesCopy extends Holdings {
  close(): Promise<void>;
}

/**
 * What the engines of a distributed installation hold, its logs copied into one that is thrown away
 * afterwards; the platform may run, but must have come to rest.
 * @throws Error naming the groups that have not handled everything
 */
export const copyOfEngines = async (config: EnginesConfig): Promise<EnginesCopy> => {
  const fail = (error: unknown): never => {
    throw error;
  };
  const logs = new Map<Service, SharedEventLog>();
  for (const service of services) logs.set(service, await openEventLog(config, service, fail));
  const stores = new Map<Service, ReadStore>();
  for (const service of readers) stores.set(service, await openReadStore(config, service));
  const readModelsOf = (service: Service) => stores.get(service)!;
  const folder = mkdtempSync(join(tmpdir(), 'tributary-copy-'));
  const log = openSqliteEventLog(join(folder, 'events.db'));
  const close = async () => {
    await log.close();
    for (const opened of [...logs.values(), ...stores.values()]) await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const offsets = await openGroupOffsets(
      openBrokers(config, 'tributary-verify', undefined),
      topicNamespace(config),
    );
    await refuseUnlessAtRest(logs, offsets, readModelsOf).finally(() => offsets.close());
    await moveTogether(logs, log);
    const head = await log.all.head();
    const partitions = config.TRIBUTARY_TOPIC_PARTITIONS;
    return {
      log,
      done: () => head,
      readModelsOf,
      builtThrough: () => Promise.resolve(head),
      partitionOf: (event) => partitionNameOf(event, partitions),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const refuseUnlessAtRest = async (
  logs: ReadonlyMap<Service, SharedEventLog>,
  offsets: GroupOffsets,
  readModelsOf: (service: Service) => ReadStore,
): Promise<void> => {
  const groups = [...messageGroupsOf(describeServices()), ...(await projectorGroupsOf(readModelsOf))];
  const behind = await behindOnEngines(logs, offsets, groups);
  if (behind.length > 0)
    throw new Error(
      `Not everything is handled yet: wait until ${behind.join(', ')} have no lag, then verify.`,
    );
};
