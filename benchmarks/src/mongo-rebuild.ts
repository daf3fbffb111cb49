import { openMongoReadStore } from '@tributary/read-store/mongodb';
import { bareMongo } from './bare-mongo.ts';
import type { Report } from './measure.ts';
import { inMongoDatabase, placeOf } from './mongo-database.ts';
import { type RebuildRound, rebuilt, takeRebuild } from './rebuild.ts';
import { type SampleLog, sampleLog } from './sample-log.ts';

const round = (url: string, { log, orders }: SampleLog): Promise<RebuildRound> =>
  inMongoDatabase(url, async (built) => {
    const readStore = await openMongoReadStore({ url, database: built.databaseName });
    const ours = await rebuilt(log, readStore);
    await readStore.close();
    // A fold passes over a message that cannot be applied alone.
    const rows = await built.collection(await placeOf(built, 'repository.order_list')).countDocuments();
    if (rows !== orders) throw new Error(`${rows} orders were rebuilt of ${orders}.`);
    return { ours, theirs: await inMongoDatabase(url, (copy) => bareMongo(built, copy)) };
  });

/** The repository from the log alone into MongoDB, against the driver writing the documents it ends with. */
export const mongoRebuild = async (url: string): Promise<Report> =>
  takeRebuild(await sampleLog(200_000), {
    name: 'rebuild of the repository into MongoDB',
    limit: 'bulkWrite of the final documents',
    goal: 0.4,
    round: (sample) => round(url, sample),
  });
