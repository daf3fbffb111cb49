export * from './port.ts';
export * from './coordination.ts';
export * from './hash-chain.ts';
export * from './decider.ts';
export * from './event-ids.ts';
export * from './aggregates.ts';
export * from './audit.ts';
export * from './commands.ts';
