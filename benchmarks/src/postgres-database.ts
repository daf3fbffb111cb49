import { ownDatabase } from '@tributary/event-store/postgres';
import pg from 'pg';

/** @param name of a database that is made for the work and dropped after it */
export const inDatabase = async <T>(
  server: string,
  name: string,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    return await work(await ownDatabase(server, name));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
};
