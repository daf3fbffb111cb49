import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { InboxMessages, LedgerPart, OrderRows, Timeline, UnmatchedReturns } from '@tributary/contracts';
import { z } from 'zod';
import { type Part, columnsOf, filePieces, listText, streamOf } from './list-file.ts';

const Shop = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      sold: z.int(),
      open: z.boolean().optional(),
      money: z.object({ total: z.number(), currency: z.string() }).optional(),
      skus: z.array(z.string()).optional(),
      more: z.unknown(),
    }),
  ),
});
const csv = listText('csv', Shop);
const ndjson = listText('ndjson', Shop);

const all = async (pieces: AsyncGenerator<string>): Promise<string[]> => {
  const taken: string[] = [];
  for await (const piece of pieces) taken.push(piece);
  return taken;
};

describe('The columns of a list', () => {
  it('are the fields of an entry, those within one by their path', () => {
    expect(columnsOf(Shop)).toEqual([
      'name',
      'sold',
      'open',
      'money.total',
      'money.currency',
      'skus',
      'more',
    ]);
  });

  it.each([
    [OrderRows, ['orderId', 'customer.name', 'waiting.messages', 'skus', 'rev']],
    [Timeline, ['eventId', 'summary', 'data']],
    [LedgerPart, ['eventId', 'late', 'onHand', 'reserved', 'data']],
    [InboxMessages, ['messageId', 'faults', 'dismissed.by', 'parked.group']],
    [UnmatchedReturns, ['returnId', 'lines', 'at']],
  ])('are found in what is published', (answer, some) => {
    expect(columnsOf(answer)).toEqual(expect.arrayContaining(some));
  });
});

describe('A list as CSV', () => {
  it('is a row of names alone where it is empty', () => {
    expect(csv.head).toBe('name,sold,open,money.total,money.currency,skus,more\r\n');
    expect(csv.of({ items: [] })).toBe('');
  });

  it('has a cell for each column, an empty one for what is not there, and lists as JSON', () => {
    const full = {
      name: 'Leeds',
      sold: 3,
      open: false,
      money: { total: 1, currency: 'GBP' },
      skus: ['A', 'B'],
      more: { a: 1 },
    };
    expect(csv.of({ items: [full, { name: 'Hull', sold: 0 }] })).toBe(
      'Leeds,3,false,1,GBP,"[""A"",""B""]","{""a"":1}"\r\nHull,0,,,,,\r\n',
    );
  });

  it.each([
    ['a,b', '"a,b"'],
    ['5" pipe', '"5"" pipe"'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
  ])('quotes %j', (name, cell) => {
    expect(csv.of({ items: [{ name, sold: 1 }] })).toBe(`${cell},1,,,,,\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=1', 'a=1'],
  ])('makes text harmless that a spreadsheet would compute: %j', (name, cell) => {
    expect(csv.of({ items: [{ name, sold: 1 }] })).toBe(`${cell},1,,,,,\r\n`);
  });

  it('leaves numbers as they are', () => {
    expect(csv.of({ items: [{ name: 'Hull', sold: -2, money: { total: -0.5 } }] })).toBe(
      'Hull,-2,,-0.5,,,\r\n',
    );
  });
});

describe('Entries that are JSON already', () => {
  const texts = ['{"name":"a","sold":1}', '{"sold":2,"name":"b"}'];

  it('are handed on as they are, and read for their cells', () => {
    expect(ndjson.of({ texts })).toBe(`${texts[0]}\n${texts[1]}\n`);
    expect(csv.of({ texts })).toBe('a,1,,,,,\r\nb,2,,,,,\r\n');
  });

  it('count as entries of a file', async () => {
    const read = () => Promise.resolve({ texts: ['{"name":"c"}'] });
    const pieces = filePieces<number>(ndjson, { texts, next: 2 }, 3, read);
    expect((await all(pieces)).join('').trimEnd().split('\n')).toHaveLength(3);
  });
});

describe('A list as NDJSON', () => {
  it('is a line an entry, as JSON has it', () => {
    expect(ndjson.head).toBe('');
    expect(ndjson.of({ items: [{ name: '=1' }, { name: 'two\nlines' }] })).toBe(
      '{"name":"=1"}\n{"name":"two\\nlines"}\n',
    );
  });
});

describe('A file', () => {
  const parts: readonly Part<number>[] = [
    { items: [{ name: 'a' }, { name: 'b' }], next: 1 },
    { items: [], next: 2 },
    { items: [{ name: 'c' }] },
  ];
  const reading = (limit = Infinity) => {
    const asked: [cursor: number, most: number][] = [];
    const pieces = filePieces(ndjson, parts[0]!, limit, (cursor, most) => {
      asked.push([cursor, most]);
      return Promise.resolve(parts[cursor]!);
    });
    return { asked, pieces };
  };

  it('holds all parts, also after an empty one', async () => {
    const { asked, pieces } = reading();
    expect(await all(pieces)).toEqual(['{"name":"a"}\n{"name":"b"}\n', '{"name":"c"}\n']);
    expect(asked).toEqual([
      [1, Infinity],
      [2, Infinity],
    ]);
  });

  it('asks for a part only when the piece before was taken', async () => {
    const { asked, pieces } = reading();
    await pieces.next();
    expect(asked).toEqual([]);
    await pieces.next();
    expect(asked).toHaveLength(2);
  });

  it('ends with as many entries as are asked for', async () => {
    const { asked, pieces } = reading(2);
    expect(await all(pieces)).toHaveLength(1);
    expect(asked).toEqual([]);
    const three = reading(3);
    await all(three.pieces);
    expect(three.asked).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('is read one part ahead of what was taken', async () => {
    let read = 0;
    const endless = filePieces<number>(ndjson, { items: ['first'], next: 1 }, Infinity, (cursor) => {
      read = cursor;
      return Promise.resolve({ items: [cursor], next: cursor + 1 });
    });
    const stream = streamOf(endless);
    for (let taken = 0; taken < 5; taken += 1) {
      if (stream.readableLength === 0) await once(stream, 'readable');
      await turn();
      expect(read).toBeLessThanOrEqual(taken);
      expect(stream.read()).not.toBeNull();
    }
    stream.destroy();
  });
});
