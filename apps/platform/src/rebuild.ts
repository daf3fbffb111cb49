import { readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { composeEmbedded, noGroups, refoldingLogs } from './embedded.ts';
import { allOf, openLogs } from './logs.ts';
import { openLevels } from './bus-over-kafka.ts';
import { placesOf } from './buses.ts';
import { claimFor, openRebuilding } from './read-stores.ts';

/** Folds the whole log into new read models beside the old ones, then puts them in their place. */
const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const folder = dataFolder(config.TRIBUTARY_DATA, config.TRIBUTARY_EVENT_STORE);
  const logs = await openLogs(config.TRIBUTARY_EVENT_STORE, folder, allOf(config.shape));
  const heads = new Map<string, number>();
  for (const { name, log } of logs.parts) heads.set(name, await log.all.head());
  const models = await openRebuilding(config.TRIBUTARY_READ_STORE, folder.readModels);
  const places = placesOf(config);
  await claimFor(logs, models, places);
  const states = config.shape.isShared ? await openLevels(config) : undefined;
  const { services } = composeEmbedded(logs, (service) => models.of(service), noGroups, states);
  const bus = refoldingLogs(logs, places, (_, { name }) => Promise.resolve(() => heads.get(name)!));
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(bus);
  for (const { closed } of services) await closed?.();
  await models.finish();
  await states?.close();
  await logs.close();
  process.stdout.write(
    `Read models rebuilt from ${[...heads.values()].reduce((sum, head) => sum + head, 0)} events.\n`,
  );
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
