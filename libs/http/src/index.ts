export * from './access.ts';
export * from './signed-identity.ts';
export * from './endpoint.ts';
export * from './json-body.ts';
export * from './problem.ts';
export * from './problem-filter.ts';
export * from './security-headers.ts';
