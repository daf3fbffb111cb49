export { openMongoReadStore } from './mongo-read-store.ts';
export type { MongoReadStoreOptions } from './mongo-read-store.ts';
export { openMongoRebuilding } from './rebuilding.ts';
export type { Rebuilding } from './rebuilding.ts';
