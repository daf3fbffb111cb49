import type * as access from '../answers/access.ts';
import { cursor, keyId } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const me = { keyId, name: 'web shop', role: 'integrator' as const, sources: ['urn:shop:*'] };

const person = { keyId, name: 'Ann Baker', role: 'csr' as const };

export const accessAnswers: ExamplesOf<typeof access> = {
  Me: [me],
  ApiKey: [{ ...me, revoked: false }],
  ApiKeyList: [{ items: [{ ...me, revoked: false }], next: cursor }],
  IssuedKey: [{ ...me, key: 'trb_0123456789-an-example-that-opens-no-door-01234' }],
  Person: [person],
  People: [{ items: [person] }],
  Session: [{ ...me, until: '2026-11-27T21:00:00.000Z' }],
};
