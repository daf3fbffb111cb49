import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readAnswer } from './answer.ts';
import { checkReportPlace, summary, writeReport, writtenReport } from './report.ts';

const report = {
  rowsRead: 1_003,
  rowsApplied: 1_000,
  rowsSkipped: 3,
  skippedByReason: { 'bad-debt': 2, 'no-price': 1 },
  skippedRows: [{ row: 7, reason: 'no-price' }],
  skippedRowsNotListed: 2,
  eventsByType: { 'tributary.order.captured.v1': 40 },
  ordersCreated: 40,
  returnsMatched: 5,
  returnsUnmatched: 1,
  amountByMonth: { '2010-01': { minor: 123_45, unrounded: '12345.1' } },
  skippedAmountByMonth: {},
  reconciliation: {
    currency: 'GBP',
    sales: { rows: 1_234_567, events: 1_234_567 },
    charges: { rows: -5, events: -5 },
    refunds: { rows: 800, events: 800 },
    balanced: true,
  },
};
const counts = { rows: 1_003, accepted: 30, duplicates: 16, quarantined: 0 };
const done = { counts, report };
const linesOf = (...lines: unknown[]) =>
  Readable.from([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);

describe('The report of an import', () => {
  it('is written with all figures of the connector and what became of the messages', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tributary-cli-'));
    const path = join(folder, 'report.json');
    await writeReport(path, writtenReport('online-retail', 'file.csv', done, 2, 1.5));
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      ...report,
      format: 'online-retail',
      file: 'file.csv',
      messages: { accepted: 30, duplicates: 16, quarantined: 0 },
      attempts: 2,
      seconds: 1.5,
    });
    expect(await readdir(folder)).toEqual(['report.json']);
    await rm(folder, { recursive: true });
  });

  it('is told in a few lines, most frequent reason first', () => {
    const text = summary(writtenReport('online-retail', 'file.csv', done, 2, 1.5));
    expect(text).toContain('1,003 read = 1,000 applied + 3 skipped');
    expect(text).toContain('30 accepted, 16 known already, 0 in quarantine');
    expect(text).toContain('2 attempts');
    expect(text.indexOf('bad-debt')).toBeLessThan(text.indexOf('no-price'));
  });

  it('says that the money of rows and events agrees, or where it differs', () => {
    const text = (some: typeof report) =>
      summary(writtenReport('online-retail', 'file.csv', { counts, report: some }, 1, 1));
    expect(text(report)).toMatch(
      /rows and events agree\n +12345\.67 GBP {2}sales\n +-0\.05 GBP {2}charges\n +8\.00 GBP {2}refunds\n/,
    );
    const refunds = { rows: 800, events: 200 };
    const broken = { ...report, reconciliation: { ...report.reconciliation, refunds, balanced: false } };
    expect(text(broken)).toMatch(/DIFFER\n[^]* 8\.00 GBP {2}refunds, but 2\.00 GBP in events\n/);
  });

  it('has its place checked before anything is sent', async () => {
    await expect(checkReportPlace('/no/such/folder/report.json')).rejects.toThrow(/cannot be written/);
  });
});

describe('The answer to an import', () => {
  it('is the last line, with progress on the way', async () => {
    const seen: number[] = [];
    const answer = linesOf(
      { kind: 'progress', counts: { ...counts, rows: 500 } },
      { kind: 'done', counts, report },
    );
    expect(await readAnswer(answer, ({ rows }) => seen.push(rows))).toEqual(done);
    expect(seen).toEqual([500, 1_003]);
  });

  it('is a problem when the last line says so', async () => {
    const problem = { status: 422, code: 'unreadable-file', detail: 'The header lacks Price.' };
    await expect(readAnswer(linesOf({ kind: 'failed', problem }), () => undefined)).rejects.toThrow(
      'The header lacks Price. (unreadable-file, 422)',
    );
  });

  it('is no answer when the connection breaks before the last line', async () => {
    await expect(readAnswer(linesOf({ kind: 'progress', counts }), () => undefined)).rejects.toThrow(/broke/);
    await expect(readAnswer(Readable.from(['{"kind":"do']), () => undefined)).rejects.toThrow(/broke/);
  });
});
