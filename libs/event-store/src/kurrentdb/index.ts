export {
  type KurrentEventLog,
  type KurrentEventLogOptions,
  openKurrentEventLog,
} from './kurrent-event-log.ts';
