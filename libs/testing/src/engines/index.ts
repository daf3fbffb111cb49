export type { Engine } from './containers.ts';
export { describeOnEngine } from './describe-on-engine.ts';
export { type Cut, type FaultyNetwork, openFaultyNetwork } from './faulty-network.ts';
