import { kafkaGroup } from './kafka-group.ts';
import { kafkaLatency } from './kafka-latency.ts';
import { kafkaRelay } from './kafka-relay.ts';
import { kafkaRiver } from './kafka-river.ts';
import type { Report } from './measure.ts';

/**
 * The event bus on Kafka: its relay and its message group beside the driver alone on the same brokers,
 * the time from append to handler, and the whole platform over Kafka beside the embedded one. Only the
 * clients' CPU is counted.
 */
export const kafka = async (): Promise<readonly Report[]> => {
  const brokers = process.env['KAFKA_BROKERS'];
  if (!brokers) return [{ title: 'Kafka event bus', skipped: 'KAFKA_BROKERS names no broker' }];
  return [
    await kafkaRelay(brokers),
    await kafkaGroup(brokers),
    await kafkaLatency(brokers),
    ...(await kafkaRiver(brokers)),
  ];
};
