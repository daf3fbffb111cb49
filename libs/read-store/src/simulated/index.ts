export { SimulatedReadServer } from './simulated-read-server.ts';
export { SimulatedReadStore, type SimulatedReadStoreOptions } from './simulated-read-store.ts';
