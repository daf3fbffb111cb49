import type { RecordedEvent } from '@tributary/event-store';
import type { Parking } from '../delivery/parking.ts';
import type { Router } from '../delivery/routing.ts';
import type { BusMessage, Place } from '../port.ts';

/** Asks the process that works on a partition to take up a parked message again. */
export interface RetryRequest {
  /** UUID: names this re-drive, its outcome is a fact of its own. */
  readonly attempt: string;
  readonly place: Place;
  /** Of the parked message. */
  readonly key: string;
}

/** The logical topic of requests to one group. */
export const retryTopicOf = (group: string): string => `tributary.retry.${group}`;

export const encodeRetry = (request: RetryRequest): Buffer => Buffer.from(JSON.stringify(request));

/** Undefined for anything else: there is nobody who would wait for it. */
export const decodeRetry = (value: Buffer | null): RetryRequest | undefined => {
  try {
    const { attempt, place, key } = JSON.parse(value!.toString()) as RetryRequest;
    const isRequest =
      typeof attempt === 'string' &&
      typeof key === 'string' &&
      typeof place.partition === 'string' &&
      Number.isSafeInteger(place.offset);
    return isRequest ? { attempt, place, key } : undefined;
  } catch {
    return undefined;
  }
};

/** @throws RangeError the name is none of Kafka's partitions */
export const kafkaPartitionOf = (
  partition: string,
): { readonly topic: string; readonly partition: number } => {
  const [, topic, number] = /^([^:]+):(\d+)(?::.*)?$/.exec(partition) ?? [];
  if (topic === undefined) throw new RangeError(`There is no partition ${partition}.`);
  return { topic, partition: Number(number) };
};

/**
 * The parked message as its group knows it.
 * @throws RangeError nothing is parked there, or it does not concern the group any more
 */
export const parkedMessage = async (parking: Parking, place: Place, route: Router): Promise<BusMessage> => {
  const kept: RecordedEvent = await parking.messageAt(place);
  // Kept without its service, which the router takes off.
  const message = route({ ...kept, stream: `/${kept.stream}` }, place.partition);
  if (!message)
    throw new RangeError(`What is parked at ${place.offset} of ${place.partition} cannot be read.`);
  return message;
};

/** Once; the outcome is a fact that whoever asked waits for. Somebody may have been faster. */
export const takeUpAgain = async (
  { attempt, place }: RetryRequest,
  parking: Parking,
  route: Router,
  handle: (message: BusMessage) => Promise<void>,
): Promise<void> => {
  await parking.refresh();
  if (!parking.has(place)) return;
  const message = await parkedMessage(parking, place, route);
  try {
    await handle(message);
  } catch (error) {
    await parking.park(message, error, 1, attempt);
    return;
  }
  await parking.redriven(message, attempt);
};
