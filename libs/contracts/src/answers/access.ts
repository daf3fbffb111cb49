import { z } from 'zod';
import { Role } from '../facts/gateway.ts';
import { pageOf } from './parts.ts';

const keyId = z.string().describe('Names the key; not the key itself.');
const name = z.string().describe('Who holds it.');
const sources = z
  .array(z.string())
  .optional()
  .describe(
    'CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; left out for a key that may of all.',
  );

/** Who is calling. */
export const Me = z.object({ keyId, name, role: Role, sources });
export const ApiKey = Me.extend({ revoked: z.boolean().describe('Whether it opens nothing any more.') });
export const ApiKeyList = pageOf(ApiKey, 'Keys, in the order they were issued.');
export const IssuedKey = Me.extend({ key: z.string().describe('The key itself: it is shown only now.') });
/** Whom a key was issued to, whether or not it still opens anything. */
export const Person = Me.pick({ keyId: true, name: true, role: true });
export const People = z.object({
  items: z.array(Person).describe('Those of the keys that are known, in the order they were asked for.'),
});
/** Who is signed in, and until when. */
export const Session = Me.extend({
  until: z.iso
    .datetime()
    .optional()
    .describe('When the session ends (UTC); left out where an API key is shown, which has no end.'),
});
