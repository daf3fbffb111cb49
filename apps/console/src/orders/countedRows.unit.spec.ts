import { countedRows } from './countedRows.ts';

describe('Rows of a file that is coming in', () => {
  it.each([
    [
      ['orderId,name\r\n', 'web.1,Ada\r\nweb', '.2,Bo\r\n'],
      [0, 1, 2],
    ],
    [['a\r\n"two\r\nlines",1\r\n'], [1]],
    [
      ['a\r\n"two\r', '\nlines",1\r\n'],
      [0, 1],
    ],
    [['a\r\n"said ""no\n""",1\r\n'], [1]],
    [[''], [0]],
  ])('of %j are %j after each piece', (pieces, counts) => {
    const count = countedRows();
    expect(pieces.map((piece) => count(new TextEncoder().encode(piece)))).toEqual(counts);
  });
});
