export { type Engine, describeOnEngine } from './describe-on-engine.ts';
