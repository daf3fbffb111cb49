import { createInterface } from 'node:readline';
import type { ImportReport } from '@tributary/connectors';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

export interface ImportDone {
  readonly counts: ImportCounts;
  readonly report: ImportReport;
}

type Line =
  | { readonly kind: 'progress'; readonly counts: ImportCounts }
  | ({ readonly kind: 'done' } & ImportDone)
  | { readonly kind: 'failed'; readonly problem: Problem };

const parse = (text: string): Line => {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new Unreachable('The connection broke in the middle of an answer.');
  }
};

/**
 * Reads the progress of an import until its last line.
 * @throws Refused when the import failed; Unreachable when the answer ends before its last line
 */
export const readAnswer = async (
  answer: NodeJS.ReadableStream,
  onCounts: (counts: ImportCounts) => void,
): Promise<ImportDone> => {
  for await (const text of createInterface({ input: answer, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const line = parse(text);
    switch (line.kind) {
      case 'progress':
        onCounts(line.counts);
        break;
      case 'done':
        onCounts(line.counts);
        return { counts: line.counts, report: line.report };
      case 'failed':
        throw new Refused(line.problem);
      default:
        line satisfies never;
    }
  }
  throw new Unreachable('The connection broke before the import was done.');
};
