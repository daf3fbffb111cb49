export { openMongoReadStore } from './mongo-read-store.ts';
export type { MongoReadStoreOptions } from './mongo-read-store.ts';
