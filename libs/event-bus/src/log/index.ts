export { openLogBus } from './log-bus.ts';
export { logPartition, routerFor } from './routing.ts';
export type { CheckpointStore, GroupLog } from './message-group.ts';
