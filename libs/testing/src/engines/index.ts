export type { Engine } from './containers.ts';
export { describeOnEngine } from './describe-on-engine.ts';
