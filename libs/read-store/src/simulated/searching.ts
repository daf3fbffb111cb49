import type { Stored } from '../port.ts';
import { hold } from '../holding.ts';
import { type Clause, wordsOf } from '../words.ts';
import { storedOf } from './finding.ts';
import type { Documents } from './simulated-read-server.ts';

/** Those that hold every clause, the newest by their first write. */
export const newestHolding = (
  documents: Documents,
  clauses: readonly Clause[],
  limit: number,
): readonly Stored[] => {
  const found: Stored[] = [];
  for (const document of [...documents.values()].reverse()) {
    if (found.length === limit) break;
    if (hold(wordsOf(document.text), clauses)) found.push(storedOf(document));
  }
  return found;
};
