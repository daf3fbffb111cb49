import type { Report } from './measure.ts';
import { mongoRead } from './mongo-read.ts';
import { mongoRebuild } from './mongo-rebuild.ts';

/**
 * The read store in MongoDB, filled and asked through the repository, beside the driver alone doing the
 * same on the same server. Only the clients' CPU is counted.
 */
export const mongodb = async (): Promise<readonly Report[]> => {
  const url = process.env['MONGODB_URL'];
  if (!url) return [{ title: 'MongoDB read store', skipped: 'MONGODB_URL names no server' }];
  return [await mongoRebuild(url), ...(await mongoRead(url))];
};
