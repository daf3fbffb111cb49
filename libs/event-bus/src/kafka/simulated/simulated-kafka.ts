import type { AdminConfig, ConsumerConfig, ProducerConfig } from 'kafkajs';
import type { KafkaClient } from '../client.ts';
import { simulatedAdmin } from './admin.ts';
import type { Connection } from './connection.ts';
import { simulatedConsumer } from './consumer.ts';
import { simulatedProducer } from './producer.ts';

/**
 * The driver as one process has it, over brokers that any number of processes share: as much of it as our
 * adapter uses.
 */
export const simulatedKafka = (connection: Connection): KafkaClient =>
  ({
    admin: (config?: AdminConfig) => simulatedAdmin(connection, config),
    producer: (config?: ProducerConfig) => simulatedProducer(connection, config),
    consumer: (config: ConsumerConfig) => simulatedConsumer(connection, config),
  }) as KafkaClient;
