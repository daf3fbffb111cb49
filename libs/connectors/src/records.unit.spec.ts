import { readAll } from './read-all.ts';
import { onlineRetail } from './online-retail/index.ts';
import { csvRecords } from './records.ts';

const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
const row = (invoice: string, description: string): string =>
  `${invoice},85048,${description},1,2010-03-01 10:00:00,1.00,13085,France`;
const bytesOf = (...lines: string[]): Buffer => Buffer.from([HEADER, ...lines, ''].join('\n'));

const imported = async (file: Uint8Array) => {
  const { events, report } = await readAll(onlineRetail, [file]);
  const names = events.map(({ data }) => {
    const { number, lines } = data as { number: string; lines: { name?: string }[] };
    return [number, lines[0]!.name];
  });
  return { names, report };
};

describe('A quote in a description', () => {
  it('that is never closed swallows none of the rows after it', async () => {
    const { names, report } = await imported(
      bytesOf(row('1', '"STRAY OPEN'), row('2', 'TWO'), row('3', '12" TRAY'), row('4', 'FOUR')),
    );
    expect(names).toEqual([
      ['1', '"STRAY OPEN'],
      ['2', 'TWO'],
      ['3', '12" TRAY'],
      ['4', 'FOUR'],
    ]);
    expect(report).toMatchObject({ rowsRead: 4, rowsApplied: 4 });
  });

  it('that is never closed and has a comma after it costs its own row only, which is listed', async () => {
    const { names, report } = await imported(bytesOf(row('1', '"STRAY, OPEN'), row('2', 'TWO')));
    expect(names).toEqual([['2', 'TWO']]);
    expect(report.skippedRows).toEqual([{ row: 1, reason: 'wrong-number-of-columns' }]);
  });

  it('at the end of the file swallows nothing either', async () => {
    const { report } = await imported(bytesOf(row('1', 'ONE'), row('2', '"STRAY, OPEN'), 'A note'));
    expect(report.rowsRead).toBe(3);
    expect(report.skippedByReason).toEqual({ 'wrong-number-of-columns': 2 });
  });

  it.each([
    ['"OH SO" CUSHION', '"OH SO" CUSHION'],
    ['6" PLATE', '6" PLATE'],
    ['"RED, WHITE"', 'RED, WHITE'],
    ['"THE ""BEST"" CUP"', 'THE "BEST" CUP'],
    ['"LINE ONE\n\nLINE TWO, AND MORE"', 'LINE ONE\n\nLINE TWO, AND MORE'],
  ])('%j is read as %j', async (written, name) => {
    const { names } = await imported(bytesOf(row('1', written), row('2', 'TWO')));
    expect(names).toEqual([
      ['1', name],
      ['2', 'TWO'],
    ]);
  });
});

describe('Text of a file', () => {
  const pound = row('1', '£5 VOUCHER ✂ 😀');

  it.each(['utf16le', 'utf16be'])(
    'in UTF-16 is read when its byte-order mark says so (%s)',
    async (order) => {
      const file = Buffer.from(`\uFEFF${HEADER}\n${pound}\n`, 'utf16le');
      const { names } = await imported(order === 'utf16be' ? file.swap16() : file);
      expect(names).toEqual([['1', '£5 VOUCHER ✂ 😀']]);
    },
  );

  it('in UTF-16 that breaks inside a character stops the import there', async () => {
    const file = Buffer.from(`\uFEFF${HEADER}\n\uD83D\n`, 'utf16le');
    await expect(imported(file)).rejects.toMatchObject({ code: 'unreadable-text' });
  });

  it('that is not UTF-8 is listed, never replaced by other characters', async () => {
    const latin = Buffer.from(row('2', '£5 VOUCHER'), 'latin1');
    const { names, report } = await imported(
      Buffer.concat([bytesOf(row('1', 'ONE')), latin, Buffer.from(`\n${row('3', '£5 VOUCHER')}\n`)]),
    );
    expect(names).toEqual([
      ['1', 'ONE'],
      ['3', '£5 VOUCHER'],
    ]);
    expect(report.skippedRows).toEqual([{ row: 2, reason: 'not-utf-8' }]);
  });

  it('on a line over 1 MB is listed', async () => {
    const { names, report } = await imported(bytesOf(row('1', 'x'.repeat(1_000_001)), row('2', 'TWO')));
    expect(names).toEqual([['2', 'TWO']]);
    expect(report.skippedRows).toEqual([{ row: 1, reason: 'line-too-long' }]);
  });

  it.each([
    ['😀', 'a surrogate pair'],
    ['👨‍👩‍👧', 'people joined to a family'],
    ['e\u0301', 'a letter with its accent'],
  ])('that is too long is never cut inside %s, %s', async (character) => {
    const description = 'x'.repeat(299) + character + 'y'.repeat(10);
    const { names } = await imported(bytesOf(row('1', description)));
    expect(names).toEqual([['1', 'x'.repeat(299)]]);
  });
});

describe('A file of one column', () => {
  it('has one record a line, empty lines left out', async () => {
    async function* lines(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a\r\n\r\nb');
    }
    const records: unknown[] = [];
    for await (const record of csvRecords(lines())) records.push(record);
    expect(records).toEqual([['a'], ['b']]);
  });
});
