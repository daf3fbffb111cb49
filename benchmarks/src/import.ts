import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { type Report, reportOf, seconds } from './measure.ts';
import { adminKey, startPlatform, untilReady, untilSettled } from './processes.ts';

const title = 'import of the Online Retail year';
const fileName = 'online_retail/online_retail_II_2009-12-01_2010-11-30.csv.zst';

/** Sends the file unpacked, as it is read. @returns the last line of the answer: the report */
const send = async (url: string, file: string): Promise<unknown> => {
  const sending = request(`${url}/v1/connectors/online-retail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/octet-stream' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sending.on('response', (response) => text(response).then(resolve, reject));
    sending.on('error', reject);
  });
  const [lines] = await Promise.all([
    answered,
    pipeline(createReadStream(file), createZstdDecompress(), sending),
  ]);
  const last = JSON.parse(lines.trim().split('\n').at(-1)!) as { kind?: string };
  if (last.kind === 'failed') throw new Error(`The import failed: ${JSON.stringify(last)}`);
  return last;
};

/** The whole sample of real trade, in by HTTP, until every projection has it. */
export const importing = async (): Promise<readonly Report[]> => {
  const data = process.env['TRIBUTARY_REAL_DATA'];
  const file = data && path.join(data, fileName);
  if (!file || !existsSync(file))
    return [{ title, skipped: `TRIBUTARY_REAL_DATA names no folder with ${fileName}` }];
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-import-'));
  const server = await startPlatform(path.join(folder, 'data'));
  try {
    await untilReady(server.url);
    const cpu = server.cpu();
    const start = performance.now();
    const report = (await send(server.url, file)) as { report?: object };
    const taken = performance.now() - start;
    const { position } = await untilSettled(server.url);
    const took = performance.now() - start;
    const used = (server.cpu() - cpu) / 1_000;
    const memory = server.peakMemory();
    const { amountByMonth: _, ...counts } = (report.report ?? report) as Record<string, unknown>;
    console.log(`  ${JSON.stringify(counts).slice(0, 400)}; ${position} events in the log`);
    const row = { limit: '–', ratio: '–', cpu: `${seconds(used)} in all` };
    return [
      reportOf({
        name: title,
        ours: `${seconds(took)} (${seconds(taken)} until answered)`,
        ...row,
        goal: '< 120 s',
        met: took < 120_000,
      }),
      reportOf({
        name: `${title}, peak memory`,
        ours: `${Math.round(memory)} MiB`,
        ...row,
        goal: '< 1,024 MiB',
        met: memory < 1_024,
      }),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
