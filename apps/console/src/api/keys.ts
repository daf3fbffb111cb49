import { type Schemas, type operations, told } from '@tributary/client';
import { api, from } from './api.ts';

/** A key as everybody may know it: its secret is not told again. */
export type ApiKey = Schemas['ApiKey'];
/** A key that was just made, with its secret. */
export type IssuedKey = Schemas['IssuedKey'];
export type IssueKey = operations['issueKey']['requestBody']['content']['application/json'];

export const listKeys = (cursor: string | undefined, signal: AbortSignal) =>
  told(api.GET('/v1/keys', { params: { query: { limit: 200, ...from(cursor) } }, signal }));

/** @throws ApiProblem with a fault for each field that was wrong */
export const issueKey = (body: IssueKey): Promise<IssuedKey> => told(api.POST('/v1/keys', { body }));

/** Takes effect at once; what the key has open ends within a second. */
export const withdrawKey = (keyId: string) =>
  told(api.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } }));
