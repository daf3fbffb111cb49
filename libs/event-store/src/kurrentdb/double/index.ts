export { type KurrentDouble, startKurrentDouble } from './kurrent-double.ts';
