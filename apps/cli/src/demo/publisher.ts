import type { Client } from '../api/client.ts';

/** What became of published messages. */
export interface Tally {
  accepted: number;
  duplicate: number;
  quarantined: number;
}

export const noTally = (): Tally => ({ accepted: 0, duplicate: 0, quarantined: 0 });

interface Answer {
  readonly results: readonly { readonly status: keyof Tally }[];
}

const batchSize = 500;

/** Sends messages in order, in batches, and counts what became of each. */
export const publish = async (client: Client, messages: readonly object[], tally: Tally): Promise<void> => {
  for (let at = 0; at < messages.length; at += batchSize) {
    const { results } = await client.post<Answer>('/v1/events', messages.slice(at, at + batchSize));
    for (const { status } of results) tally[status] += 1;
  }
};
