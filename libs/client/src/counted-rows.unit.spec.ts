import { countedRows } from './counted-rows.ts';

const counting = (form: 'csv' | 'json', ...pieces: string[]) => {
  const count = countedRows(form);
  return pieces.map((piece) => count(Buffer.from(piece)));
};

describe('The rows of a file', () => {
  it('are counted as its pieces come, without the names of the columns', () => {
    expect(counting('csv', 'order,name\r\nweb.1,A', 'da\r\nweb.2,', 'Ben\r\n')).toEqual([0, 1, 2]);
  });

  it('may hold line ends and quotation marks within a value of CSV', () => {
    expect(counting('csv', 'order,note\r\nweb.1,"two\r\nli', 'nes, ""so""\n"\r\n')).toEqual([0, 1]);
  });

  it('are lines of JSON, whatever quotation marks these have', () => {
    expect(counting('json', '{"note":"\\""}\n{"note"', ':"b"}\n')).toEqual([1, 2]);
  });
});
