/** An entry of a list that is being edited; `key` stays its own while others come and go. */
export type Row<T> = T & {
  readonly key: number;
  /** It was added here and is not saved yet. */
  readonly isNew?: true;
};
export type Rows<T> = readonly Row<T>[];

export const rowsOf = <T>(entries: readonly T[]): Rows<T> => entries.map((entry, key) => ({ ...entry, key }));

export const withRow = <T>(rows: Rows<T>, entry: T): Rows<T> => {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { ...entry, key, isNew: true }];
};

export const withoutRow = <T>(rows: Rows<T>, key: number): Rows<T> => rows.filter((row) => row.key !== key);

/** One place earlier or later; as they are where there is no such place. @param by -1 or 1 */
export const withMoved = <T>(rows: Rows<T>, key: number, by: -1 | 1): Rows<T> => {
  const from = rows.findIndex((row) => row.key === key);
  const [moved, other] = [rows[from], rows[from + by]];
  return moved && other ? rows.with(from, other).with(from + by, moved) : rows;
};

export const withChanged = <T>(rows: Rows<T>, key: number, part: Partial<T>): Rows<T> =>
  rows.map((row) => (row.key === key ? { ...row, ...part } : row));

/** What was entered one a line, without blank lines and the blanks around. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A figure that was entered, under its name; nothing where it was left blank. */
export const figure = <Name extends string>(name: Name, text: string): Partial<Record<Name, number>> =>
  text === '' ? {} : ({ [name]: Number(text) } as Record<Name, number>);
