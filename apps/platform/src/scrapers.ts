import { hash, timingSafeEqual } from 'node:crypto';
import type { Identity, KeyVerifier } from '@tributary/http';

/** Who scrapes with the token: known on the route of the metrics alone. */
const scraper: Identity = { keyId: 'metrics', name: 'metrics', role: 'ops' };

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/**
 * Who may read metrics: those whose keys are known, and who shows the token.
 * @param token none where only keys open
 */
export const scrapers = (keys: KeyVerifier, token: string | undefined): KeyVerifier => {
  if (token === undefined) return keys;
  const expected = digest(token);
  return { verify: (key) => (timingSafeEqual(digest(key), expected) ? scraper : keys.verify(key)) };
};
