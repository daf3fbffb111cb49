import { type TableRow, csvRows, ndjsonRows } from './rows.ts';

const columns = { known: ['sku', 'location', 'onHand'], required: ['sku', 'location'], numbers: ['onHand'] };

async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}
const all = async (rows: AsyncIterable<TableRow>): Promise<TableRow[]> => {
  const read: TableRow[] = [];
  for await (const row of rows) read.push(row);
  return read;
};
const csv = (text: string) => all(csvRows(bytesOf(text), columns));

describe('Rows of a table', () => {
  it('are read by the names of their columns, in any order and writing', async () => {
    expect(await csv('Location,note,ON_HAND,SKU\r\nleeds,x,12,MUG\r\n"a, b",,-3,007\r\n')).toEqual([
      { row: 1, value: { location: 'leeds', onHand: 12, sku: 'MUG' } },
      { row: 2, value: { location: 'a, b', onHand: -3, sku: '007' } },
    ]);
  });

  it('leave out what is empty, and keep what is no number as it is', async () => {
    expect(await csv('sku,location,on hand\nMUG,leeds,\nCUP,leeds,many')).toEqual([
      { row: 1, value: { sku: 'MUG', location: 'leeds' } },
      { row: 2, value: { sku: 'CUP', location: 'leeds', onHand: 'many' } },
    ]);
  });

  it('are without the apostrophe that keeps spreadsheets from calculating', async () => {
    expect(await csv(`sku,location\n'=A1,'round'`)).toEqual([
      { row: 1, value: { sku: '=A1', location: `'round'` } },
    ]);
  });

  it('say which cannot be read, and go on after it', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('sku,location\nA,'),
      0xff,
      0x0a,
      0x42,
      0x2c,
      0x63,
    ]);
    expect(await all(csvRows(bytesOf(bytes), columns))).toEqual([
      { row: 1, fault: 'The row is not valid UTF-8.' },
      { row: 2, value: { sku: 'B', location: 'c' } },
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['item,place\nA,b', 'The header lacks sku, location. It has: item, place.'],
  ])('are none of another table: %j', async (text, message) => {
    await expect(csv(text)).rejects.toThrow(message);
  });

  it('are a JSON value a line', async () => {
    expect(await all(ndjsonRows(bytesOf('{"sku":"A"}\n\n{"sku":\n{"sku":"B"}')))).toEqual([
      { row: 1, value: { sku: 'A' } },
      { row: 2, fault: expect.stringMatching(/^The row is not JSON: /) as string },
      { row: 3, value: { sku: 'B' } },
    ]);
  });
});
