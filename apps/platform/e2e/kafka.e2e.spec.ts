import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEngine } from '@tributary/testing/engines';
import { dropTopics } from './own-databases.ts';
import { adminKey, PlatformUnderTest, startThatFails, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('With Kafka between the services', () => {
  describeOnEngine('kafka', (address) => {
    let [platform, namespace, settings] = [] as unknown as [
      PlatformUnderTest,
      string,
      Record<string, string>,
    ];
    const overKafka = () =>
      Object.assign(settings, {
        TRIBUTARY_BUS: `kafka://${address()}`,
        TRIBUTARY_KAFKA_NAMESPACE: namespace,
      });
    /** Starts one whose logs and read models lie in its folder. */
    const open = async () => {
      platform = new PlatformUnderTest(settings);
      await platform.start();
      await openNetwork(platform);
      await stock(platform, 'MUG-RED', { 'dc-1': 10 });
    };
    const order = async (number: string) => {
      await platform.publish(
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED', 2)] })),
      );
      await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
      await platform.settled();
    };
    const reserved = async () => (await platform.stockOf('MUG-RED')).map(({ reserved: units }) => units);
    const refusal = async () =>
      (await startThatFails(platform.data, { ...platform.settings, TRIBUTARY_ADMIN_KEY: adminKey })).said;

    beforeEach(() => {
      namespace = `e2e_${randomUUID().slice(0, 8)}`;
      settings = {
        TRIBUTARY_EVENT_STORE: 'sqlite:',
        TRIBUTARY_READ_STORE: 'sqlite:',
        TRIBUTARY_BUS: 'log',
      };
    });
    afterEach(async () => {
      await platform?.remove();
      await dropTopics(address(), namespace);
    });

    it('existing data goes on: read models are refused until they are built anew, and nothing counts twice', async () => {
      await open();
      await order('1');
      await platform.end('SIGTERM');
      overKafka();
      expect(await refusal()).toMatch(/folded from another bus.*tributary rebuild/);
      await runProgram('rebuild', platform);
      await platform.start();
      await order('2');
      expect(await reserved()).toEqual([4]);
      await platform.end('SIGTERM');
      expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
    });

    it('topics and read models that were lost are filled from the log', async () => {
      overKafka();
      await open();
      await order('1');
      await platform.end('SIGTERM');
      await dropTopics(address(), namespace);
      for (const file of readdirSync(platform.data).filter((name) => name.startsWith('read-models')))
        rmSync(join(platform.data, file));
      await platform.start();
      await platform.settled();
      expect(await reserved()).toEqual([2]);
      await order('2');
      expect(await reserved()).toEqual([4]);
      await platform.end('SIGTERM');
      expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
    });

    it('what was published after a backup is forgotten with the log that is put back', async () => {
      overKafka();
      await open();
      await order('1');
      const backup = await fetch(`${platform.url}/v1/backup`, {
        headers: { authorization: `Bearer ${adminKey}` },
      });
      const copy = Buffer.from(await backup.arrayBuffer());
      await order('2');
      await platform.end('SIGTERM');
      for (const suffix of ['', '-wal', '-shm'])
        rmSync(join(platform.data, `events.db${suffix}`), { force: true });
      writeFileSync(join(platform.data, 'events.db'), copy);
      expect(await refusal()).toMatch(/positions \d+ to \d+ are missing.*head\.json/);
      rmSync(join(platform.data, 'head.json'));
      expect(await refusal()).toMatch(/put back from a copy.*tributary rebuild/);
      await runProgram('rebuild', platform);
      await platform.start();
      await order('3');
      expect((await platform.get('/v1/orders/web.2')).status).toBe(404);
      expect(await reserved()).toEqual([4]);
      await platform.end('SIGTERM');
      expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
    });
  });
});
