import { randomBytes } from 'node:crypto';
import { describeOnEngine } from '@tributary/testing/engines';
import { Client } from 'pg';
import { describeEventStore } from '../contract/index.ts';
import { type PostgresEventLog, openPostgresEventLog } from './index.ts';

const withoutSchema = async (url: string, schema: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
  await client.end();
};

describeOnEngine('postgres', (address) => {
  describeEventStore('PostgreSQL', async (options) => {
    const schema = `spec_${randomBytes(6).toString('hex')}`;
    const open = () => openPostgresEventLog({ url: address(), schema, ...options });
    let log = await open();
    const others: PostgresEventLog[] = [];
    return {
      log,
      reopen: async () => {
        await log.close();
        return (log = await open());
      },
      another: async () => {
        const other = await open();
        others.push(other);
        return other;
      },
      close: async () => {
        await log.close();
        for (const other of others) await other.close();
        await withoutSchema(address(), schema);
      },
    };
  });
});
