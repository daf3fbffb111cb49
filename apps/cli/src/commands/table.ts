/** Rows as aligned columns, header first; the last column is not padded. */
export const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const all = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  const cell = (text: string, column: number) =>
    numeric[column] ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
  return all.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
};
