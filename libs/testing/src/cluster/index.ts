export { Cluster, type ClusterOptions, type Replica } from './cluster.ts';
export {
  type Ended,
  type Environment,
  PlatformProcess,
  launch,
  longestStart,
  untilReady,
} from './platform-process.ts';
export { until } from '../until.ts';
