export {
  type PostgresEventLog,
  type PostgresEventLogOptions,
  openPostgresEventLog,
} from './postgres-event-log.ts';
