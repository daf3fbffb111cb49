import { countedRows } from '@tributary/client';
import { Unreachable } from '../api/problem.ts';
import { count, progressBar } from '../progress.ts';

/**
 * Prints a file as it comes. Where that goes elsewhere than to the terminal, the terminal is told how far it is.
 * @param what its rows are
 * @throws Unreachable what was printed is not all
 */
export const printFile = async (
  file: AsyncIterable<Uint8Array>,
  form: Parameters<typeof countedRows>[0],
  what: string,
): Promise<void> => {
  const rowsWith = countedRows(form);
  const progress = process.stdout.isTTY ? undefined : progressBar(`{rows} ${what}`, 0, { rows: '0' });
  try {
    for await (const piece of file) {
      const rows = rowsWith(piece);
      progress?.update(rows, { rows: count(rows) });
      if (!process.stdout.write(piece)) await new Promise((resume) => process.stdout.once('drain', resume));
    }
  } catch {
    throw new Unreachable('The connection broke off: what was printed is not all.');
  } finally {
    progress?.stop();
  }
};
