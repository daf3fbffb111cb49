import { randomUUID } from 'node:crypto';
import { describeOnEngine } from '@tributary/testing/engines';
import pg from 'pg';
import { ownDatabase } from './index.ts';

describeOnEngine('postgres', (server) => {
  describe('A database of its own', () => {
    const name = `Own ${randomUUID()}`;
    const told = async (url: string, statement: string) => {
      const client = new pg.Client(url);
      await client.connect();
      return client.query(statement).finally(() => client.end());
    };
    afterAll(() => told(server(), `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));

    it('is made once, by whoever comes first, and found as it was left', async () => {
      const [one, other] = await Promise.all([ownDatabase(server(), name), ownDatabase(server(), name)]);
      expect(other).toBe(one);
      await told(one, 'CREATE TABLE kept ()');
      expect((await told(await ownDatabase(server(), name), 'TABLE kept')).rowCount).toBe(0);
    });
  });
});
