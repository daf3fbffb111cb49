import type { Failure, Result } from './play.ts';

const columns = ['kind', 'tried', 'held', 'did not hold'];

const cells = ({ kind, tried, held, failures }: Result): readonly string[] => [
  kind,
  String(tried),
  String(held),
  failures.length === 0 ? '' : String(failures.length),
];

const told = ({ kind, request, must, answer }: Failure): string =>
  `✕ ${kind}: ${request} → ${answer} (must be: ${must})`;

/** A table of the kinds, and a line for each attempt that did not hold, with its request and the answer. */
export const reportOf = (results: readonly Result[]): string => {
  const rows = [columns, ...results.map(cells)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [...table, ...results.flatMap(({ failures }) => failures.map(told))].join('\n');
};

/** 0 where everything that was tried held. */
export const exitCodeOf = (results: readonly Result[]): number =>
  results.every(({ failures }) => failures.length === 0) ? 0 : 1;
