import kafkajs from 'kafkajs';

const { KafkaJSConnectionError, KafkaJSProtocolError } = kafkajs;

/** What brokers refuse with, and whether the driver tries again after it. */
const refusals = {
  UNKNOWN_TOPIC_OR_PARTITION: true,
  OFFSET_OUT_OF_RANGE: false,
  OUT_OF_ORDER_SEQUENCE_NUMBER: false,
  UNKNOWN_MEMBER_ID: false,
  ILLEGAL_GENERATION: false,
  REBALANCE_IN_PROGRESS: false,
  NON_EMPTY_GROUP: false,
  GROUP_ID_NOT_FOUND: false,
} as const;

export type Refusal = keyof typeof refusals;

/** A broker's refusal as the driver throws it. */
export const refusal = (type: Refusal, about: string): Error =>
  new KafkaJSProtocolError(
    Object.assign(new Error(`${type}: ${about}`), { type, retriable: refusals[type] }),
  );

export const isRefusal = (error: unknown, ...types: readonly Refusal[]): boolean =>
  error instanceof KafkaJSProtocolError && types.includes(error.type as Refusal);

/** A broker that does not answer, as the driver says it. */
export const away = (): Error => new KafkaJSConnectionError('The simulated brokers do not answer.');
