import { createReadStream, existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { PlatformUnderTest, adminKey, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';

const folder = process.env['TRIBUTARY_REAL_DATA'];
const file = folder && join(folder, 'online_retail/online_retail_II_2009-12-01_2010-11-30.csv.zst');
const withRealData = file && existsSync(file) ? whenBuilt : describe.skip;

/** Sends the year as it is unpacked. @returns the last line of the answer */
const imported = async (platform: PlatformUnderTest): Promise<{ kind: string }> => {
  const sending = request(`${platform.url}/v1/connectors/online-retail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/octet-stream' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sending.on('response', (response) => text(response).then(resolve, reject));
    sending.on('error', reject);
  });
  const [lines] = await Promise.all([
    answered,
    pipeline(createReadStream(file!), createZstdDecompress(), sending),
  ]);
  return JSON.parse(lines.trim().split('\n').at(-1)!) as { kind: string };
};

withRealData('A year of real trade', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform?.remove());

  it('leaves read models that a rebuild from the log would leave, byte for byte, and breaks no promise', async () => {
    expect(await imported(platform)).toMatchObject({ kind: 'done' });
    await platform.settled();
    await platform.end('SIGTERM');
    const verified = await runProgram('verify', platform);
    expect(verified).toMatch(/holds {3}read-model-is-a-fold/);
    expect(verified).toMatch(/ 0 messages still .* 0 violations/);
  }, 300_000);
});
