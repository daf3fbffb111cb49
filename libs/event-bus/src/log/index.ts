export { logPartition } from '../delivery/places.ts';
export { openLogBus } from './log-bus.ts';
export { type ServiceLog, openSeveralLogsBus } from './several-logs-bus.ts';
export type { CheckpointStore, GroupLog } from './partition.ts';
export { type Folding, refoldingBus } from './refold.ts';
export { mustBeWithinLog } from './within-log.ts';
