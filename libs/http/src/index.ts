export * from './access.ts';
export * from './endpoint.ts';
export * from './json-body.ts';
export * from './problem.ts';
export * from './problem-filter.ts';
export { nameRequests, takeOver } from './request-id.ts';
export * from './security-headers.ts';
export * from './signed-identity.ts';
export { type KeySubmitter, SubmittedBy } from './submitted-by.ts';
