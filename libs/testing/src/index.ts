export * from './given-when-then.ts';
export * from './messages.ts';
