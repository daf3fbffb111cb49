import {
  chmodSync,
  closeSync,
  cpSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { until } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('The data folder of a platform that runs', () => {
  let platform: PlatformUnderTest;
  beforeEach(async () => {
    platform = new PlatformUnderTest({}, undefined, {});
    await platform.start();
    await openNetwork(platform);
  });
  afterEach(() => platform.remove());

  /** Publishes until nothing is acknowledged any more. */
  const publishUntilEnded = () =>
    until('the platform has ended', async () => {
      const published = platform.publish(event('tributary.order.captured.v1', webOrder('late')));
      await published.catch(() => {});
      return !platform.lives;
    });

  it('is closed to other users at the next start, where it was open to them', async () => {
    await platform.end('SIGTERM');
    chmodSync(platform.data, 0o755);
    await platform.start();
    expect(statSync(platform.data).mode & 0o777).toBe(0o700);
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
  ])('ends it within seconds once it is %s, and it says why', async (_, change) => {
    change(platform.data);
    await publishUntilEnded();
    expect(platform.output).toMatch(/The platform ends: .*\.db was deleted or replaced/);
    expect(platform.output).not.toMatch(/\n\s+at /);
  });
});

whenBuilt('Read models that a failing disk damaged', () => {
  const platform = new PlatformUnderTest({}, undefined, {});
  const file = join(platform.data, 'read-models.db');
  beforeAll(async () => {
    await platform.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 10 });
    await platform.publish(event('tributary.order.captured.v1', webOrder('kept')));
    await platform.order('web.kept', ({ status }) => status === 'allocated');
    await platform.end('SIGTERM');
  });
  afterAll(() => platform.remove());

  it.each<[string, () => void]>([
    ['cut', () => truncateSync(file, 40_000)],
    ['no database any more', () => writeFileSync(file, 'read models, they said. '.repeat(200))],
    [
      'overwritten in the middle',
      () => {
        const descriptor = openSync(file, 'r+');
        writeSync(descriptor, Buffer.alloc(16_384, 0xa5), 0, 16_384, 16_384);
        closeSync(descriptor);
      },
    ],
  ])('are %s: they are named, kept aside and folded anew, and every order is served', async (_, damage) => {
    damage();
    const before = readdirSync(platform.data);
    await platform.start();
    expect(platform.output).toMatch(/read-models\.db is damaged: .* It was moved to .*\.damaged-\d/);
    await platform.order('web.kept', ({ status }) => status === 'allocated');
    await platform.end('SIGTERM');
    const aside = readdirSync(platform.data).filter((name) => !before.includes(name));
    expect(aside).toContainEqual(expect.stringMatching(/^read-models\.db\.damaged-\d{8}T\d{9}Z$/));
    await platform.start();
    expect(platform.output).not.toContain('is damaged');
    await platform.end('SIGTERM');
  });
});
