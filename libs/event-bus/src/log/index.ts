export { openLogBus } from './log-bus.ts';
export type { CheckpointStore, GroupLog } from './message-group.ts';
export { refoldingBus } from './refold.ts';
