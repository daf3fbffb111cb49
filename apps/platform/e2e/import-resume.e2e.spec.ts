import { execFile } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PlatformUnderTest, adminKey, whenBuilt } from './platform-under-test.ts';

const verifyProgram = fileURLToPath(new URL('../dist/verify.js', import.meta.url));

/** Invoices of some lines each, every seventh cancelled in part later: as a gift wholesaler's book looks. */
const csv = (invoices: number): string => {
  const rows = ['Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country'];
  for (let n = 0; n < invoices; n += 1) {
    const time = new Date(Date.UTC(2010, 2, 1, 8, n)).toISOString().slice(0, 19).replace('T', ' ');
    const customer = 12_000 + (n % 97);
    for (let line = 0; line < 2 + (n % 9); line += 1) {
      rows.push(
        `${500_000 + n},${20_000 + ((n * 7 + line) % 400)},MUG ${line},${1 + (line % 4)},${time},${1 + line}.25,${customer},France`,
      );
    }
    if (n % 5 === 0) rows.push(`${500_000 + n},POST,POSTAGE,1,${time},18.00,${customer},France`);
    if (n % 50 === 49) rows.push(`C${900_000 + n},99999,NEVER SOLD,-1,${time},7.00,${customer},France`);
    if (n % 7 === 6)
      rows.push(`C${500_000 + n},${20_000 + ((n * 7) % 400)},MUG 0,-1,${time},1.25,${customer},France`);
  }
  return `${rows.join('\n')}\n`;
};

interface Progress {
  readonly kind: 'progress' | 'done' | 'failed';
  readonly counts: { readonly accepted: number; readonly duplicates: number };
  readonly report?: Record<string, unknown>;
}

/** Sends a file to be imported; tells of each progress line; resolves with the last one, or undefined when cut off. */
const importFile = (
  platform: PlatformUnderTest,
  file: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Progress | undefined> =>
  new Promise((resolve) => {
    let last: Progress | undefined;
    let rest = '';
    const sent = request(`${platform.url}/v1/connectors/online-retail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/octet-stream' },
    });
    sent.on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        for (const line of lines) onProgress((last = JSON.parse(line) as Progress));
      });
      response.on('close', () => resolve(last?.kind === 'done' ? last : undefined));
    });
    sent.on('error', () => resolve(undefined));
    createReadStream(file)
      .on('error', () => {})
      .pipe(sent);
  });

/** Every order page and unmatched return, by id: what people see, without when it was recorded. */
const endState = async (platform: PlatformUnderTest): Promise<Map<string, string>> => {
  const state = new Map<string, string>();
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { body } = await platform.get(`/v1/orders?limit=200${cursor && `&cursor=${cursor}`}`);
    const pages = await Promise.all(
      body.items.map(({ orderId }: { orderId: string }) => platform.get(`/v1/orders/${orderId}`)),
    );
    for (const { body: page, text } of pages) state.set(page.orderId, text);
    cursor = body.next;
  }
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { body } = await platform.get(`/v1/returns?limit=200${cursor && `&cursor=${cursor}`}`);
    for (const one of body.items) state.set(one.returnId, JSON.stringify(one));
    cursor = body.next;
  }
  return state;
};

const verified = async ({ data, settings }: PlatformUnderTest): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, [verifyProgram], {
      env: { PATH: process.env['PATH'], TRIBUTARY_DATA: data, ...settings },
    })
  ).stdout;

const whenVerifiable = existsSync(verifyProgram) ? whenBuilt : describe.skip;

whenVerifiable('An import that is cut off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-import-'));
  const file = join(folder, 'book.csv');
  const platforms: PlatformUnderTest[] = [];

  beforeAll(() => writeFileSync(file, csv(1_500)));
  afterAll(async () => {
    for (const platform of platforms) await platform.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends, when it is run again after kill -9, as if it had never been cut off', async () => {
    const whole = await PlatformUnderTest.start();
    platforms.push(whole);
    const done = await importFile(whole, file);
    await whole.settled();
    const expected = await endState(whole);
    expect(expected.size).toBe(1_500 + 30);

    const cut = await PlatformUnderTest.start();
    platforms.push(cut);
    for (const acceptedBeforeTheCut of [200, 700, 1_200]) {
      const interrupted = await importFile(cut, file, ({ counts }) => {
        if (counts.accepted + counts.duplicates >= acceptedBeforeTheCut && cut.lives) void cut.end('SIGKILL');
      });
      expect(interrupted).toBeUndefined();
      await cut.start();
    }
    const resumed = await importFile(cut, file);
    await cut.settled();

    expect(resumed?.report).toEqual(done?.report);
    expect(resumed!.counts.duplicates).toBeGreaterThanOrEqual(1_200);
    expect(await endState(cut)).toEqual(expected);
    await cut.end('SIGTERM');
    expect(await verified(cut)).toMatch(/ 0 messages still to be handled, 0 violations/);
  });
});
