export { ownDatabase } from './own-database.ts';
export {
  type PostgresEventLog,
  type PostgresEventLogOptions,
  openPostgresEventLog,
} from './postgres-event-log.ts';
