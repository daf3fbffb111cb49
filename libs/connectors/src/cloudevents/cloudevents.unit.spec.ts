import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { maxEventBytes } from '@tributary/contracts';
import { isEncoding } from '../encoding.ts';
import { readAll } from '../read-all.ts';
import { cloudevents } from './index.ts';
import { linesOf } from '../lines.ts';

const event = (id: string, more: object = {}) => ({
  specversion: '1.0',
  id,
  source: 'urn:pos:7',
  type: 'tributary.stock.counted.v1',
  time: '2026-01-05T10:00:00+01:00',
  data: { sku: 'A1', location: 's1', quantity: 4 },
  ...more,
});
const line = (id: string) => JSON.stringify(event(id));

describe('A file of CloudEvents', () => {
  it('passes every event on as it stands, extensions included, and skips blank lines', async () => {
    const file = `\uFEFF${JSON.stringify(event('1', { traceid: 'x' }))}\r\n\n   \n${line('2')}`;
    const { events, bad, report } = await readAll(cloudevents, file);
    expect(events).toEqual([event('1', { traceid: 'x' }), event('2')]);
    expect(bad).toEqual([]);
    expect(report).toMatchObject({
      rowsRead: 2,
      rowsApplied: 2,
      rowsSkipped: 0,
      eventsByType: { 'tributary.stock.counted.v1': 2 },
    });
  });

  it.each([
    ['{"specversion":"1.0",', 'not-json', 'The line is not JSON'],
    ['['.repeat(200_000), 'too-deep', 'to a depth of 32'],
    [`${line('3').slice(0, -1)},"x":${'{"a":'.repeat(32)}1${'}'.repeat(33)}`, 'too-deep', 'to a depth of 32'],
    ['[]', 'no-cloudevent', 'The line is no CloudEvent'],
    ['null', 'no-cloudevent', 'The line is no CloudEvent'],
    ['{"specversion":"1.0","id":"1","source":"s"}', 'no-cloudevent', 'type'],
    ['{"specversion":"1.0","id":"1","source":"s","type":"t"}', 'no-data', 'no data'],
  ])('hands on %s for quarantine and goes on', async (raw, code, reason) => {
    const { events, bad, report } = await readAll(cloudevents, `${line('1')}\n${raw}\n${line('2')}\n`);
    expect(events.map(({ id }) => id)).toEqual(['1', '2']);
    expect(bad).toEqual([{ row: 2, raw, reason: expect.stringContaining(reason) }]);
    expect(report).toMatchObject({
      rowsRead: 3,
      rowsApplied: 2,
      rowsSkipped: 1,
      skippedByReason: { [code]: 1 },
    });
  });

  it('is read in UTF-16 when its byte-order mark says so', async () => {
    const { events } = await readAll(cloudevents, [
      Buffer.from(`\uFEFF${line('£')}\n${line('2')}`, 'utf16le'),
    ]);
    expect(events).toEqual([event('£'), event('2')]);
  });

  it('is read in the encoding that is declared, unless its byte-order mark says otherwise', async () => {
    const bytes = Buffer.from(line('£'), 'latin1');
    const declared = (...input: readonly Uint8Array[]) => readAll(cloudevents, input, 'urn:x', 'ISO-8859-1');
    expect((await declared(bytes)).events).toEqual([event('£')]);
    expect((await declared(Buffer.from(`\uFEFF${line('£')}`))).events).toEqual([event('£')]);
    expect(isEncoding('ISO-8859-1')).toBe(true);
    expect(isEncoding('klingon')).toBe(false);
  });

  it('is refused from where it is no text in the encoding that is declared', async () => {
    const bytes = Uint8Array.of(0x22, 0x81, 0xff, 0x22);
    await expect(readAll(cloudevents, [bytes], 'urn:x', 'shift_jis')).rejects.toMatchObject({
      code: 'unreadable-text',
    });
  });

  it('does not cut the beginning of a line over 1 MB inside a character', async () => {
    const { bad } = await readAll(
      cloudevents,
      `${'x'.repeat(999)}😀${'x'.repeat(maxEventBytes)}\n${line('2')}`,
    );
    expect(bad).toMatchObject([{ raw: 'x'.repeat(999) }]);
  });

  it('hands on the beginning of a line over 1 MB and goes on with the next', async () => {
    const { events, bad, report } = await readAll(
      cloudevents,
      `"${'x'.repeat(3 * maxEventBytes)}"\n${line('2')}`,
    );
    expect(events.map(({ id }) => id)).toEqual(['2']);
    expect(bad).toEqual([
      { row: 1, raw: `"${'x'.repeat(999)}`, reason: expect.stringContaining('1000000 bytes') },
    ]);
    expect(report.skippedRows).toEqual([{ row: 1, reason: 'line-too-long' }]);
  });

  it('hands on a line that is no UTF-8', async () => {
    const { bad } = await readAll(cloudevents, [
      Uint8Array.of(0x7b, 0xff, 0x7d, 0x0a),
      Buffer.from(line('2')),
    ]);
    expect(bad).toMatchObject([{ row: 1, raw: '{\uFFFD}', reason: expect.stringContaining('UTF-8') }]);
  });

  const refusalOf = (...input: readonly Uint8Array[]) =>
    readAll(cloudevents, input).then(
      () => 'read',
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    );
  it.each([
    ['a CSV', Buffer.from('Invoice,StockCode,Quantity\n'.repeat(3_441)), 'rows of a table (CSV)'],
    ['a JSON array', Buffer.from(`[\n${line('1')},\n${line('2')}\n]`), 'a JSON array'],
    ['a JSON array in one line', Buffer.from(`[${line('1')}]`), 'a JSON array'],
    ['JSON over several lines', Buffer.from(JSON.stringify(event('1'), null, 2)), 'JSON'],
    ['an HTML page', Buffer.from('<!DOCTYPE html>\n<html>\n'), 'an HTML page'],
    ['gzip', gzipSync(line('1')), 'a gzip archive'],
    ['Zstandard', zstdCompressSync(line('1')), 'a Zstandard archive'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0'), 'a ZIP archive or an Office document'],
    ['UTF-16 without a mark', Buffer.from(line('1'), 'utf16le'), 'binary, or UTF-16'],
    ['prose', Buffer.from('Dear all\n'), 'It begins with “Dear all”.'],
  ])(
    'that is %s is refused as a whole, saying what was expected and what it looks like',
    async (...given) => {
      const [, bytes, looks] = given;
      expect(await refusalOf(bytes)).toEqual({
        code: 'unreadable-file',
        message: expect.stringMatching(/expects one CloudEvent a line, as JSON.*It begins with/),
      });
      expect(await refusalOf(bytes)).toMatchObject({ message: expect.stringContaining(looks) });
    },
  );

  it('is refused after 100 rows without an event, and read when the hundredth is one', async () => {
    const wrong = 'not this\n';
    expect(await refusalOf(Buffer.from(`${wrong.repeat(100)}${line('1')}`))).toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('Up to row 100 there is none; line 1: The line is not JSON'),
    });
    const { events, bad } = await readAll(
      cloudevents,
      `${wrong.repeat(99)}${line('1')}\n${wrong.repeat(200)}`,
    );
    expect([events.length, bad.length]).toEqual([1, 299]);
  });

  it('may be empty', async () => {
    expect(await readAll(cloudevents, '\n\n')).toMatchObject({
      events: [],
      bad: [],
      report: { rowsRead: 0 },
    });
  });

  it('comes in steps that say how far the input was read', async () => {
    const file = Array.from({ length: 450 }, (_, n) => line(String(n))).join('\n');
    const run = cloudevents.read(chunked(new TextEncoder().encode(file), 1_000), { source: 'urn:x' });
    const steps = await collected(run.steps);
    expect(steps.map(({ events, rows }) => [events.length, rows])).toEqual([
      [200, 200],
      [200, 400],
      [50, 450],
    ]);
  });
});

describe('Lines', () => {
  it('are the same however the bytes are cut, and never longer than the bound', async () => {
    const bytes = fc
      .uint8Array({ maxLength: 200 })
      .map((data) => data.map((byte) => (byte < 60 ? 0x0a : byte)));
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 30 }), async (data, size) => {
        const whole = await collected(linesOf(chunked(data, data.length || 1), 10));
        const cut = await collected(linesOf(chunked(data, size), 10));
        const plain = (lines: typeof whole) =>
          lines.map(({ tooLong, bytes: text }) => (tooLong ? 'long' : [...text]));
        expect(plain(cut)).toEqual(plain(whole));
        const expected = Buffer.from(data).toString('latin1').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(whole.map(({ tooLong }) => tooLong)).toEqual(expected.map((text) => text.length > 10));
      }),
    );
  });
});

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
