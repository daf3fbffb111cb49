import type { LoggerService } from '@nestjs/common';
import { busOverKafka, kafkaOf, kafkaPlaces } from './bus-over-kafka.ts';
import { busOverLogs } from './bus-over-logs.ts';
import type { Config } from './config.ts';
import type { Logs } from './logs.ts';
import { type Places, logPlaces } from './places.ts';
import type { PlatformBus } from './platform-bus.ts';
import type { Shape } from './shape.ts';

/**
 * Opens the bus that the configuration names: over Kafka, or over the logs themselves.
 * @throws StoreUnavailable no broker answers
 * @throws TopicMismatch a topic has another number of partitions than is configured
 */
export const openPlatformBus = async (
  config: Config,
  shape: Shape,
  logs: Logs,
  logger: LoggerService,
): Promise<PlatformBus> =>
  config.TRIBUTARY_BUS === 'log'
    ? busOverLogs(logs)
    : busOverKafka(kafkaOf(config, logger), config, shape, logs);

/** Where the groups of the bus are that the configuration names; it is not opened. */
export const placesOf = (config: Config): Places =>
  config.TRIBUTARY_BUS === 'log' ? logPlaces : kafkaPlaces(kafkaOf(config), config);
