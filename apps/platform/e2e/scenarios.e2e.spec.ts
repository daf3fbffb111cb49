import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Json, PlatformUnderTest, adminKey, whenBuilt } from './platform-under-test.ts';

const folder = fileURLToPath(new URL('../../../docs/scenarios/', import.meta.url));
const scenarios = globSync('*.md', { cwd: folder })
  .map((file) => basename(file, '.md'))
  .filter((name) => name !== 'README')
  .toSorted();

/** For all of them, in milliseconds. */
const longest = 60_000;

whenBuilt('A scenario of the documents', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform?.remove());

  const play = async (names: readonly string[], key = adminKey): Promise<string> => {
    const env = { ...process.env, TRIBUTARY_URL: platform.url, TRIBUTARY_KEY: key };
    const { stdout } = await promisify(execFile)(process.execPath, [`${folder}run.mjs`, ...names], {
      env,
      timeout: longest,
    });
    return stdout;
  };

  it.each(scenarios)('is true: %s', async (name) => {
    expect(await play([name])).toMatch(/^# .*All of it is so\.\n$/s);
  });

  it('may be played again where it was played before, with all others', async () => {
    const printed = await play([]);
    expect(printed.match(/^# /gm)).toHaveLength(scenarios.length);
    expect(printed).toContain('All of it is so.');
  });

  it('that is not true fails with its line of the page', async () => {
    await expect(play(['phone-order'], 'a-key-of-nobody')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/docs\/scenarios\/phone-order\.md:\d+/),
      stdout: expect.stringMatching(/Failed: phone-order\n$/),
    });
  });

  it('leaves no key behind', async () => {
    const { body } = await platform.get('/v1/keys');
    const left = body.items.filter(({ name, revoked }: Json) => name.startsWith('scenario') && !revoked);
    expect(body.items.length).toBeGreaterThan(1);
    expect(left).toEqual([]);
  });
});
