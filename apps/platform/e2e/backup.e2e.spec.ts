import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { until } from '@tributary/testing';
import { event, openNetwork, stock, webOrder } from './trade.ts';

const commandLine = fileURLToPath(new URL('../../cli/dist/main.js', import.meta.url));
const whenAllBuilt = existsSync(commandLine) ? whenBuilt : describe.skip;

const tributary = (...args: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [commandLine, ...args],
      { env: { PATH: process.env['PATH'] } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

whenAllBuilt('A backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-backup-'));
  const kept = join(folder, 'kept');
  let platform: PlatformUnderTest;
  let restored: PlatformUnderTest | undefined;
  let acknowledgedBefore = 0;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 10_000 });
  });
  afterAll(async () => {
    await platform?.remove();
    await restored?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that nobody waits for any longer stands in the way of no other', async () => {
    const authorization = `Bearer ${await platform.keyOf('admin')}`;
    for (const method of ['GET', 'HEAD']) {
      const stop = new AbortController();
      await fetch(`${platform.url}/v1/backup`, { method, headers: { authorization }, signal: stop.signal });
      stop.abort();
      const again = () =>
        platform
          .get('/v1/backup')
          .then(({ status, headers }) => status === 200 && headers.get('x-tributary-head'));
      expect(Number(await until('a backup is taken', again))).toBeGreaterThan(0);
    }
  });

  it('is taken while orders come in, and holds all that was acknowledged before it', async () => {
    let goesOn = true;
    let number = 0;
    let acknowledged = 0;
    const place = async () => {
      while (goesOn) {
        number += 1;
        await platform.publish(event('tributary.order.captured.v1', webOrder(`b-${number}`)));
        acknowledged += 1;
      }
    };
    const writers = [place(), place(), place()];
    while (acknowledged < 200) await platform.get('/livez');
    acknowledgedBefore = acknowledged;
    const [{ code, said }, second] = [
      await tributary('backup', kept, '--data', platform.data),
      await tributary('backup', kept, '--data', platform.data),
    ];
    expect(acknowledged).toBeGreaterThan(acknowledgedBefore);
    goesOn = false;
    await Promise.all(writers);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^[\d,]+ events, /) });
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') });
    expect(readdirSync(kept).toSorted()).toEqual(['events.db', 'head.json', 'manifest.json']);
    expect(readdirSync(platform.data)).not.toContain('events.db.snapshot');
    await platform.end('SIGKILL');
  });

  it('is restored into a new data folder, verified, and the platform goes on from it', async () => {
    restored = new PlatformUnderTest();
    const { code, said } = await tributary('restore', kept, '--data', restored.data);
    expect(code).toBe(0);
    expect(said).toMatch(/holds {3}history-intact\nholds {3}head-mark-within-log[^]* 0 violations/);
    await restored.start();
    await restored.settled();
    for (let cursor = '', found = 0; ;) {
      const { body } = await restored.get(`/v1/orders?limit=200${cursor && `&cursor=${cursor}`}`);
      found += body.items.length;
      if (body.next === undefined) {
        expect(found).toBeGreaterThanOrEqual(acknowledgedBefore);
        break;
      }
      cursor = body.next;
    }
    await restored.publish(event('tributary.order.captured.v1', webOrder('after')));
    await restored.order('web.after', ({ status }) => status === 'allocated');
    await restored.end('SIGTERM');
    expect(await tributary('verify', '--data', restored.data)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/ 0 messages still to be handled, 0 violations/),
    });
  });

  it('is taken of a platform that was killed, too', async () => {
    const cold = join(folder, 'cold');
    expect(await tributary('backup', cold, '--data', platform.data)).toMatchObject({ code: 0 });
    const data = join(folder, 'cold-data');
    expect(await tributary('restore', cold, '--data', data)).toMatchObject({
      code: 0,
      said: expect.stringContaining(' 0 violations'),
    });
  });

  it('is not restored over anything, and not when it was damaged or not finished', async () => {
    expect(await tributary('restore', kept, '--data', platform.data)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not empty'),
    });
    const bytes = readFileSync(join(kept, 'events.db'));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(kept, 'events.db'), bytes);
    const data = join(folder, 'damaged');
    expect(await tributary('restore', kept, '--data', data)).toMatchObject({
      code: 1,
      said: expect.stringContaining('its checksum differs'),
    });
    expect(readdirSync(data)).toEqual([]);
    rmSync(join(kept, 'manifest.json'));
    expect(await tributary('restore', kept, '--data', data)).toMatchObject({
      code: 1,
      said: expect.stringContaining('it has no manifest.json'),
    });
  });
});
