export { type ShuffledBus, type ShuffledBusOptions, openShuffledBus } from './shuffled-bus.ts';
export { type Chance, seededChance } from './seeded-chance.ts';
