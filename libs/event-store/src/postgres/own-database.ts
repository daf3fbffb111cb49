import pg from 'pg';
import { clientOptions } from './connections.ts';

/** Another process made it at the same moment (PostgreSQL, appendix A). */
const isThereBy = ['42P04', '23505'];

/**
 * A database on a server, made where it is not there yet.
 * @param server the address of any database there, with an account that may create others
 * @returns the address of the one
 * @throws Error the server cannot be reached, or the account may not create it
 */
export const ownDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client(clientOptions(server));
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!isThereBy.includes((error as pg.DatabaseError).code ?? '')) throw error;
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
};
