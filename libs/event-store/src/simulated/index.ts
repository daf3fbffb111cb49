export { fated } from './fated.ts';
export { SimulatedEventLog, type SimulatedEventLogOptions } from './simulated-event-log.ts';
export { SimulatedServer, type SimulatedServerOptions } from './simulated-server.ts';
export { type Fate, type Weather, asked, calm } from './weather.ts';
