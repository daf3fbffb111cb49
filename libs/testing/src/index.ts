export * from './described.ts';
export * from './given-when-then.ts';
export * from './messages.ts';
export * from './order-samples.ts';
export * from './invariants.ts';
export * from './interleavings.ts';
export { until } from './until.ts';
export * from './json-values.ts';
