export { type KafkaSettings, busOverKafka, kafkaPlaces } from './bus-over-kafka.ts';
export { busOverLogs } from './bus-over-logs.ts';
export { type LogPart, type Logs, logsOnServer } from './logs.ts';
export { type Places, logPlaces } from './places.ts';
export type { PlatformBus } from './platform-bus.ts';
export { type ReadStores, inOneFile } from './read-stores.ts';
export { type Composed, type Surroundings, composeServices, elsewhere } from './services.ts';
export { type Verification, verify } from './verification.ts';
