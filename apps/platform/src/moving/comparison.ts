import { createHash } from 'node:crypto';
import type { ChainHead, EventLog } from '@tributary/event-store';

/** What a log says, in one line: equal where two logs hold the same history. */
export interface Extent {
  readonly streams: number;
  readonly events: number;
  /** SHA-256 over every stream's name, length and the hash of its last event, in order of name; hex. */
  readonly digest: string;
}

/**
 * The extent of one or several logs together. Each event's hash covers the one before it, so equal
 * heads mean equal events.
 */
export const extentOf = async (logs: Iterable<Pick<EventLog, 'chainHeads'>>): Promise<Extent> => {
  const hash = createHash('sha256');
  let [streams, events] = [0, 0];
  for await (const { stream, version, hash: last } of headsOf(logs)) {
    hash.update(`${JSON.stringify([stream, version, last])}\n`);
    streams += 1;
    events += version;
  }
  return { streams, events, digest: hash.digest('hex') };
};

async function* headsOf(logs: Iterable<Pick<EventLog, 'chainHeads'>>): AsyncGenerator<ChainHead> {
  const readers = [...logs].map((log) => log.chainHeads()[Symbol.asyncIterator]());
  const heads = await Promise.all(readers.map((reader) => reader.next()));
  for (;;) {
    let first: number | undefined;
    for (const [index, head] of heads.entries()) {
      const before = first === undefined ? undefined : heads[first];
      if (!head.done && (!before || (before.value && inOrder(head.value, before.value as ChainHead) < 0)))
        first = index;
    }
    if (first === undefined) return;
    yield heads[first]!.value as ChainHead;
    heads[first] = await readers[first]!.next();
  }
}

/** Engines keep names in the order of their UTF-8 bytes. */
const inOrder = (a: ChainHead, b: ChainHead): number =>
  Buffer.compare(Buffer.from(a.stream), Buffer.from(b.stream));
