import { type operations, told } from '@tributary/client';
import type { Client } from '../api/client.ts';

/** What became of published messages. */
export interface Tally {
  accepted: number;
  duplicate: number;
  quarantined: number;
}

export const noTally = (): Tally => ({ accepted: 0, duplicate: 0, quarantined: 0 });

type Events = operations['publishEvents']['requestBody']['content']['application/json'];

const batchSize = 500;

/** Sends messages in order, in batches, and counts what became of each. */
export const publish = async (client: Client, messages: readonly object[], tally: Tally): Promise<void> => {
  for (let at = 0; at < messages.length; at += batchSize) {
    const body = messages.slice(at, at + batchSize) as Events;
    const { results } = await told(client.POST('/v1/events', { body }));
    for (const { status } of results) tally[status] += 1;
  }
};
