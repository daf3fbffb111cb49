import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformUnderTest, adminKey, startThatFails, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, openNetwork, webOrder } from './trade.ts';

whenBuilt('The end of the event log', () => {
  let platform: PlatformUnderTest;
  const [log, mark] = [() => join(platform.data, 'events.db'), () => join(platform.data, 'head.json')];
  const order = (number: string) => platform.publish(event('tributary.order.captured.v1', webOrder(number)));
  const markedPosition = () =>
    (JSON.parse(readFileSync(mark(), 'utf8')) as { readonly position: number }).position;

  beforeEach(async () => {
    platform = new PlatformUnderTest({}, undefined, {});
    await platform.start();
    await openNetwork(platform);
  });
  afterEach(() => platform.remove());

  it('is missed when an older copy was put back: no start before somebody accepts the loss', async () => {
    await platform.end('SIGTERM');
    const before = markedPosition();
    cpSync(log(), `${log()}.older`);
    await platform.start();
    await order('1');
    await platform.settled();
    await platform.end('SIGTERM');
    const after = markedPosition();
    expect(after).toBeGreaterThan(before);
    cpSync(`${log()}.older`, log());

    const refused = await startThatFails(platform.data, { TRIBUTARY_ADMIN_KEY: adminKey });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`positions ${before + 1} to ${after} are missing`);
    expect(refused.said).toContain(`delete ${mark()}`);
    expect(refused.said).not.toMatch(/\n\s+at /);
    expect(markedPosition()).toBe(after);

    rmSync(mark());
    await runProgram('rebuild', platform);
    await platform.start();
    expect((await platform.get('/v1/orders/web.1')).status).toBe(404);
    await platform.end('SIGTERM');
    expect(await runProgram('verify', platform)).toMatch(/holds {3}head-mark-within-log[^]* 0 violations/);
  });

  it('is where it was after the platform is killed while orders come in', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const known = markedPosition();
      for (let number = 1; markedPosition() === known; number += 1) await order(`${round}-${number}`);
      const underWay = order(`${round}-last`).catch(() => {});
      await platform.end('SIGKILL');
      await underWay;
      await platform.start();
    }
    expect(platform.output).not.toContain('head.json');
    expect(statSync(mark()).mode & 0o777).toBe(0o600);
  });

  it.each<[string, () => void, boolean]>([
    ['missing, as in data from before', () => rmSync(mark()), false],
    ['half', () => truncateSync(mark(), 20), true],
  ])('is taken as it is where its mark is %s, and marked anew', async (_, damage, isNamed) => {
    await platform.end('SIGTERM');
    damage();
    await platform.start();
    expect(platform.output.includes('head.json cannot be read')).toBe(isNamed);
    await platform.end('SIGTERM');
    expect(existsSync(mark()) && markedPosition()).toBeGreaterThan(0);
  });
});
