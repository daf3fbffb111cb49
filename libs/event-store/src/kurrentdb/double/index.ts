export type { Fault } from './faults.ts';
export { type KurrentDouble, type KurrentDoubleOptions, startKurrentDouble } from './kurrent-double.ts';
