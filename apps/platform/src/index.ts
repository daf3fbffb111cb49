export { type KafkaSettings, busOverKafka, kafkaPlaces } from './bus-over-kafka.ts';
export { busOverLogs } from './bus-over-logs.ts';
export { keptGoing } from './kept-going.ts';
export { type Logs, logsOnServer } from './logs.ts';
export { type Places, logPlaces } from './places.ts';
export { type ReadStores, inOneFile } from './read-stores.ts';
export { type Composed, composeServices, elsewhere } from './services.ts';
export { verify } from './verification.ts';
