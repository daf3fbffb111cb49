export { openSqliteEventLog, SqliteEventLog, type SqliteEventLogOptions } from './sqlite-event-log.ts';
export { type HeadMark, type HeadMarkFinding, checkHeadMark, keepHeadMark } from './head-mark.ts';
