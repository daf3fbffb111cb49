import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { until } from '@tributary/testing';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

/** The shell blocks under a heading of the README, as a reader copies them. */
const blocksUnder = (heading: string): string[] => {
  const section = readFileSync(`${root}/README.md`, 'utf8')
    .split(/^## /m)
    .find((text) => text.startsWith(heading));
  return [...(section ?? '').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!);
};

whenBuilt('The README', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => void (platform = await PlatformUnderTest.start()));
  afterAll(() => platform?.remove());

  it('leads from nothing to an order that is sourced, by pasting its blocks at once', async () => {
    const blocks = blocksUnder('Send your first event');
    expect(blocks).toHaveLength(2);
    // Only the port is another than the one the README names: it may be taken here.
    const script = blocks.join('\n').replaceAll('localhost:3000', new URL(platform.url).host);
    const { stdout } = await run(
      'bash',
      ['-euo', 'pipefail', '-c', script.replaceAll('curl ', 'curl -sS --fail-with-body -w "\\n" ')],
      {
        cwd: root,
        env: { ...process.env, TRIBUTARY_DATA: platform.data },
      },
    );
    const [place, count, order, page, timeline, availability] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    for (const { results } of [place, count, order])
      for (const result of results) {
        expect(result.status).toBe('accepted');
        expect(result).not.toHaveProperty('warnings');
      }
    expect(place.results).toHaveLength(2);
    expect(page).toMatchObject({ orderId: 'web.100045', lines: [{ sku: 'MUG-BLUE' }] });
    expect(JSON.stringify(timeline)).toContain('web.100045');
    expect(availability.items[0]).toMatchObject({ sku: 'MUG-BLUE' });
    await platform.order('web.100045', ({ status }) => status === 'allocated');
    await until(
      'ten are left to sell',
      async () => (await platform.get('/v1/availability?sku=MUG-BLUE')).body.items[0].available === 10,
    );
  });
});
