export { damageOf } from './damage.ts';
export type { Damaged } from './damage.ts';
export { openSqliteReadStore } from './sqlite-read-store.ts';
export type { SqliteReadStoreOptions } from './sqlite-read-store.ts';
