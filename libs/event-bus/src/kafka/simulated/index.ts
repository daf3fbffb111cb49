export { SimulatedCluster, type SimulatedClusterOptions } from './cluster.ts';
export type { Connection } from './connection.ts';
export { simulatedKafka } from './simulated-kafka.ts';
