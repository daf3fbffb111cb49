export { damageOf } from './damage.ts';
export type { Damaged } from './damage.ts';
export { openSqliteReadStore } from './opening.ts';
export type { Checked, SqliteReadStoreOptions } from './opening.ts';
