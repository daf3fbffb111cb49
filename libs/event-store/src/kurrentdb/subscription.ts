import { setTimeout as wait } from 'node:timers/promises';
import { type KurrentDBClient, START, streamNameFilter } from '@kurrent/kurrentdb-client';
import { pauseBefore } from './connection.ts';
import { type StoredRecord, isEvent, positionOf } from './records.ts';

/** Records kept for a follower that is slower than the server; past this the server is made to wait. */
const maxBuffered = 2_000;
/** Streams that are looked through, in the server's own steps, before a place without events is reported. */
const checkpointInterval = 32;

type Subscription = ReturnType<KurrentDBClient['subscribeToAll']>;

/** One connection's worth of records, in batches of whatever came since the last one was taken. */
class Inflow {
  private buffered: StoredRecord[] = [];
  private ended = false;
  private wake: (() => void) | undefined;
  private readonly subscription: Subscription;

  constructor(client: KurrentDBClient, after: bigint, prefix: string, reached: (position: bigint) => void) {
    this.subscription = client.subscribeToAll({
      fromPosition: after === 0n ? START : { commit: after, prepare: after },
      filter: streamNameFilter({
        prefixes: [prefix],
        checkpointInterval,
        checkpointReached: (_, { commit }) => {
          if (this.buffered.length === 0) reached(commit);
        },
      }),
    });
    this.subscription.on('data', ({ event }: { event?: StoredRecord }) => {
      if (event) this.buffered.push(event);
      if (this.buffered.length >= maxBuffered) this.subscription.pause();
      this.wake?.();
    });
    for (const end of ['error', 'end', 'close']) {
      this.subscription.on(end, () => {
        this.ended = true;
        this.wake?.();
      });
    }
  }

  /** What has come; undefined when the connection ended and everything of it was taken, or the signal aborted. */
  async take(signal: AbortSignal): Promise<StoredRecord[] | undefined> {
    if (this.buffered.length === 0 && !this.ended && !signal.aborted) {
      // Once it is woken nothing listens any more, so that listeners do not pile up on a signal that lives long.
      const woken = new AbortController();
      await new Promise<void>((resolve) => {
        this.wake = () => {
          woken.abort();
          resolve();
        };
        signal.addEventListener('abort', this.wake, { signal: woken.signal });
      });
    }
    if (signal.aborted || this.buffered.length === 0) return undefined;
    const taken = this.buffered;
    this.buffered = [];
    this.subscription.resume();
    return taken;
  }

  stop(): void {
    // A connection that is gone already has nothing left to end.
    this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
  }
}

/**
 * Records after a position of streams whose name begins so, for ever, in order. Begins again from
 * the last one given when the connection ends: nothing is missed and nothing given twice.
 * @param signal ends it
 */
export async function* subscribe(
  client: KurrentDBClient,
  prefix: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<StoredRecord[]> {
  let given = after;
  /** Past `given` where the server looked and found nothing. */
  let looked = BigInt(after);
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const inflow = new Inflow(client, looked, prefix, (position) => {
      if (position > looked) looked = position;
    });
    try {
      for (let batch = await inflow.take(signal); batch; batch = await inflow.take(signal)) {
        attempt = 0;
        const fresh = batch.filter((record) => positionOf(record) > given && isEvent(record));
        if (fresh.length === 0) continue;
        given = positionOf(fresh.at(-1)!);
        if (BigInt(given) > looked) looked = BigInt(given);
        yield fresh;
      }
    } finally {
      inflow.stop();
    }
    await wait(pauseBefore(attempt), undefined, { signal }).catch(() => undefined);
  }
}
