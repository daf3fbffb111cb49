export { type ShuffledBus, type ShuffledBusOptions, openShuffledBus } from './shuffled-bus.ts';
