import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { allOf, openLogs } from './logs.ts';
import { placesOf } from './buses.ts';
import { claimFor, openReadStores } from './read-stores.ts';
import { verify } from './verification.ts';

const main = async (): Promise<number> => {
  const config = readConfig(process.env);
  const { TRIBUTARY_DATA: path, TRIBUTARY_EVENT_STORE: eventStore, TRIBUTARY_READ_STORE: readStore } = config;
  if (!config.shape.isShared && !existsSync(path)) throw new Error(`There is no data folder ${path}.`);
  const folder = dataFolder(path, eventStore);
  if (eventStore === 'sqlite:' && !existsSync(folder.eventLog))
    throw new Error(`There is no event log in ${path}.`);
  const logs = await openLogs(eventStore, folder, allOf(config.shape));
  const models = await openReadStores(readStore, folder.readModels);
  const places = placesOf(config);
  await claimFor(logs, models, places);
  const { events, documents, inFlight, checked, violations, unsettled } = await verify(logs, models, places);
  await models.close();
  await logs.close();
  const broken = new Set(violations.map(({ invariant }) => invariant));
  for (const invariant of checked)
    process.stdout.write(`${broken.has(invariant) ? 'BROKEN' : 'holds '}  ${invariant}\n`);
  for (const invariant of unsettled)
    process.stdout.write(`unknown ${invariant}: something is still to be handled; ask again when it is\n`);
  for (const { invariant, position, where, problem } of violations.slice(0, 50)) {
    process.stdout.write(`${invariant} at ${position}, ${where}: ${problem}\n`);
  }
  process.stdout.write(
    `${events} events, ${documents} documents, ${inFlight} messages still to be handled, ${violations.length} violations\n`,
  );
  return violations.length === 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
