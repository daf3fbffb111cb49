import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork, webOrder } from './trade.ts';

whenBuilt('The data folder of a platform that runs', () => {
  let platform: PlatformUnderTest;
  beforeEach(async () => {
    platform = new PlatformUnderTest({}, undefined, {});
    await platform.start();
    await openNetwork(platform);
  }, 60_000);
  afterEach(() => platform.remove());

  /** Publishes until nothing is acknowledged any more. */
  const publishUntilEnded = () =>
    until('the platform has ended', async () => {
      const published = platform.publish(event('tributary.order.captured.v1', webOrder('late')));
      await published.catch(() => {});
      return !platform.lives;
    });

  it.each<[string, (data: string) => void]>([
    ['deleted', (data) => rmSync(data, { recursive: true })],
    ['without its event log', (data) => rmSync(join(data, 'events.db'))],
    ['without its read models', (data) => rmSync(join(data, 'read-models.db'))],
    [
      'replaced by a copy of itself',
      (data) => {
        renameSync(data, `${data}-moved`);
        cpSync(`${data}-moved`, data, { recursive: true });
        rmSync(`${data}-moved`, { recursive: true });
      },
    ],
  ])(
    'ends it within seconds once it is %s, and it says why',
    async (_, change) => {
      change(platform.data);
      await publishUntilEnded();
      expect(platform.output).toMatch(/Nothing more can be recorded: .*\.db was deleted or replaced/);
      expect(platform.output).not.toMatch(/\n\s+at /);
    },
    30_000,
  );
});
