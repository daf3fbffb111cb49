export { idempotencyHeader, keyReused, mustBeIdempotencyKey } from './idempotency.ts';
export { acceptedForm } from './accepted-form.ts';
export * from './access.ts';
export {
  type EndedSession,
  type OpenSession,
  assertOwnPage,
  sessionCookie,
  sessionCookieOf,
} from './browser-session.ts';
export * from './endpoint.ts';
export { HeldBodies, maxBodyBytes, maxHeldBytes } from './held-bodies.ts';
export * from './json-body.ts';
export { partOf } from './kept-list.ts';
export * from './list-answer.ts';
export { InForceQuery, momentOf, momentParameters, utc } from './moments.ts';
export { assertRoomFor, cutOffWhenIdle } from './open-streams.ts';
export { tellOtherMethods } from './other-methods.ts';
export { completeOpenApi } from './openapi.ts';
export * from './problem.ts';
export * from './problem-filter.ts';
export { nameRequests, takeOver } from './request-id.ts';
export { endWhenRevoked, revocationOf } from './revocation.ts';
export { type Row, type RowForms, rowsOf } from './rows-body.ts';
export { type SecretSealer, secretSealer } from './sealed-secrets.ts';
export * from './security-headers.ts';
export * from './signed-identity.ts';
export { type KeySubmitter, SubmittedBy } from './submitted-by.ts';
export { refuseUnread } from './unread-request.ts';
