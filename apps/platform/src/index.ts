export type { LogPart, Logs } from './logs.ts';
export { type Places, logPlaces } from './places.ts';
export { type ReadStores, inOneFile } from './read-stores.ts';
export { type Composed, type Surroundings, composeServices } from './services.ts';
export { type Verification, verify } from './verification.ts';
