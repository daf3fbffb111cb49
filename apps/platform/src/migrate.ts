import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { type Service, services } from '@tributary/contracts';
import { type KafkaClient, openGroupOffsets, openProducer, startRelay } from '@tributary/event-bus/kafka';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type EnginesConfig, isOnEngines, readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { type SharedEventLog, openBrokers, openEventLog, relayName, topicNamespace } from './engines.ts';
import type { Extent } from './moving/comparison.ts';
import { type MessageGroup, messageGroupsOf } from './moving/message-groups.ts';
import { moveApart, moveTogether } from './moving/moving.ts';
import { behindInFolder, behindOnEngines } from './moving/settled.ts';
import { describeServices } from './services.ts';
import { prepareTopics } from './topics.ts';

/** Both sides of a move, opened; nothing else may run on either. */
interface Sides {
  readonly config: EnginesConfig;
  readonly folder: SqliteEventLog;
  readonly engines: ReadonlyMap<Service, SharedEventLog>;
  readonly kafka: KafkaClient;
  readonly groups: readonly MessageGroup[];
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (events: number): void => void process.stderr.write(`\r${events} events`);

const moved = ({ events, streams, digest }: Extent): string =>
  `${events} events in ${streams} streams are the same on both sides (${digest}).`;

const handledAgain = (behind: readonly string[]): string =>
  `${behind.join(', ')} had not finished, so everything is handled once more after the start: nothing is applied twice, it only takes its time.`;

/** Hands what was moved to Kafka, where read models are built from it. */
const publishAll = async ({ config, engines, kafka }: Sides): Promise<void> => {
  await prepareTopics(kafka, config);
  const producer = openProducer({ kafka });
  const namespace = topicNamespace(config);
  const partitions = config.TRIBUTARY_TOPIC_PARTITIONS;
  for (const log of engines.values()) {
    const { coordination } = log;
    const relay = startRelay({ log, coordination, producer, namespace, partitions, name: relayName });
    const head = await log.all.head();
    while (((await coordination.position(relayName)) ?? 0) < head) await delay(50);
    await relay.close();
  }
  await producer.close();
};

const toEngines = async (sides: Sides): Promise<void> => {
  const { folder, engines, kafka, groups, config } = sides;
  say(moved(await moveApart(folder, engines, progress)));
  await publishAll(sides);
  const behind = await behindInFolder(folder, groups);
  if (behind.length > 0) {
    say(handledAgain(behind));
    return;
  }
  const offsets = await openGroupOffsets(kafka, topicNamespace(config));
  for (const { group, topics } of groups) await offsets.skipToEnd(group, topics);
  await offsets.close();
  say('Every service goes on where it stood; read models are built at the first start.');
};

const toFolder = async ({ folder, engines, kafka, groups, config }: Sides): Promise<void> => {
  const offsets = await openGroupOffsets(kafka, topicNamespace(config));
  const behind = await behindOnEngines(engines, offsets, groups);
  await offsets.close();
  say(moved(await moveTogether(engines, folder, progress)));
  if (behind.length > 0) {
    say(handledAgain(behind));
    return;
  }
  const head = await folder.all.head();
  for (const { group } of groups) folder.checkpoints.save(group, head);
  await folder.checkpoints.flush();
  say('Every service goes on where it stood; read models are built at the first start.');
};

const moves = { 'to-engines': toEngines, 'to-folder': toFolder } as const;
const isMove = (name: string): name is keyof typeof moves => Object.hasOwn(moves, name);

const main = async ([name = '']: readonly string[]): Promise<void> => {
  if (!isMove(name)) throw new Error(`Usage: migrate ${Object.keys(moves).join(' | ')}`);
  const config = readConfig(process.env, 'maintenance');
  if (!isOnEngines(config))
    throw new Error(
      'Name the engines: TRIBUTARY_EVENT_STORE_URL, TRIBUTARY_KAFKA_BROKERS, TRIBUTARY_READ_STORE_URL.',
    );
  const fail = (error: unknown): never => {
    throw error;
  };
  const folder = openSqliteEventLog(dataFolder(config.TRIBUTARY_DATA).eventLog);
  const engines = new Map<Service, SharedEventLog>();
  for (const service of services) engines.set(service, await openEventLog(config, service, fail));
  const kafka = openBrokers(config, 'tributary-migrate', undefined);
  const groups = messageGroupsOf(describeServices());
  try {
    await moves[name]({ config, folder, engines, kafka, groups });
  } finally {
    for (const log of engines.values()) await log.close();
    await folder.close();
  }
};

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
