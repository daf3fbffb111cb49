import type { GroupOffsets } from '@tributary/event-bus/kafka';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import { type SharedEventLog, relayName } from '../engines.ts';
import type { MessageGroup } from './message-groups.ts';

/** Groups of a data folder that have not handled everything that is meant for them. */
export const behindInFolder = async (
  log: SqliteEventLog,
  groups: readonly MessageGroup[],
): Promise<string[]> => {
  const behind = await Promise.all(
    groups.map(async ({ group, types }) => {
      const next = await log.all.readAll(log.checkpoints.load(group) ?? 0, 1, types);
      return next.length > 0 ? [group] : [];
    }),
  );
  return behind.flat();
};

/** Groups on Kafka that have not handled everything, and relays that have not published everything. */
export const behindOnEngines = async (
  logs: Iterable<readonly [string, SharedEventLog]>,
  offsets: Pick<GroupOffsets, 'lag'>,
  groups: readonly Pick<MessageGroup, 'group' | 'topics'>[],
): Promise<string[]> => {
  const behind: string[] = [];
  for (const [service, log] of logs)
    if (((await log.coordination.position(relayName)) ?? 0) < (await log.all.head()))
      behind.push(`${service}-relay`);
  for (const { group, topics } of groups) if ((await offsets.lag(group, topics)) > 0) behind.push(group);
  return behind;
};
