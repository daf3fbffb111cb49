export { databaseIn } from './connection.ts';
export { openMongoReadStore } from './mongo-read-store.ts';
export type { MongoReadStoreOptions } from './mongo-read-store.ts';
export { openMongoRebuilding } from './rebuilding.ts';
export type { Rebuilding } from './rebuilding.ts';
