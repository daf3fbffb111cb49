import { createReadStream, existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { OrderPage, TradeRow } from '@tributary/contracts';
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

interface Trade {
  units: number;
  value: number;
}

/** Units and value by month of placing, as the pages of all orders have them. */
const onPages = async (platform: PlatformUnderTest): Promise<Record<string, Trade>> => {
  const months: Record<string, Trade> = {};
  const rows = await platform.get('/v1/orders', { headers: { accept: 'application/x-ndjson' } });
  const ids = rows.text
    .trim()
    .split('\n')
    .map((row) => (JSON.parse(row) as { orderId: string }).orderId);
  expect(ids.length).toBeGreaterThan(20_000);
  for (const orderId of ids) {
    const { body } = await platform.get(`/v1/orders/${encodeURIComponent(orderId)}`);
    const { businessDate, placedAt, money, lines } = body as OrderPage;
    const month = (months[(businessDate ?? placedAt).slice(0, 7)] ??= { units: 0, value: 0 });
    month.value += money.lines;
    for (const { quantities } of lines) month.units += quantities.ordered;
  }
  return months;
};

/** What was ordered in each month is what the pages of its orders sum to. */
const expectTradeByMonth = async (platform: PlatformUnderTest): Promise<void> => {
  const { body } = await platform.get('/v1/reports/trading-days?from=2009-12-01&to=2010-12-31');
  const months: Record<string, Trade> = {};
  for (const { date = '', corrected } of body.items as TradeRow[]) {
    const month = (months[date.slice(0, 7)] ??= { units: 0, value: 0 });
    month.units += corrected.unitsOrdered;
    month.value += corrected.valueOrdered;
  }
  expect(Object.keys(months)).toHaveLength(12);
  expect(months).toEqual(await onPages(platform));
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
    await expectTradeByMonth(platform);
    await platform.end('SIGTERM');
    const verified = await runProgram('verify', platform);
    expect(verified).toMatch(/holds {3}read-model-is-a-fold/);
    expect(verified).toMatch(/ 0 messages still .* 0 violations/);
  }, 300_000);
});
