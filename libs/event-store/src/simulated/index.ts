export { SimulatedEventLog, type SimulatedEventLogOptions } from './simulated-event-log.ts';
export { SimulatedServer } from './simulated-server.ts';
export { type Fate, type Weather, calm } from './weather.ts';
