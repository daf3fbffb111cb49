import { setImmediate as turn } from 'node:timers/promises';
import type { RecordedEvent } from '@tributary/event-store';
import { Semaphore } from 'async-mutex';
import { ToldEvent } from '../../domain/feed/told-event.ts';
import type { Wanted } from '../../domain/feed/wanted.ts';
import { CursorOfAnotherLog, Cursors, NoCursor, type Places } from './cursor.ts';
import { type FeedLog, LogPart } from './log-part.ts';
import { LogTail } from './log-tail.ts';

/** Where somebody begins: after a cursor, at what was recorded from a moment on (UTC ISO 8601), or at what happens from now on. */
export type Beginning = { readonly after: string } | { readonly from: string } | 'beginning' | 'now';

/** Part of the feed: events that are asked for, and where it goes on after them, also where there are none. */
export interface FeedPart {
  readonly events: readonly { readonly told: ToldEvent; readonly cursor: string }[];
  readonly cursor: string;
}

export interface FeedReading {
  readonly wanted: Wanted;
  /** Whether it goes on as things happen. */
  readonly isLive: boolean;
  /** Set for one who may take days for a page: it waits for no others, and no others for it. */
  readonly byItself?: true;
  readonly signal: AbortSignal;
}

/** Pages of logs that are read and told at once: each is some hundred kilobytes, and the reader may be slow. */
const mostPages = 16;
/** How far clocks of two machines may differ, in milliseconds. */
const clocksDiffer = 10_000;
/** After so long without an event a listener is told how far it has come, in milliseconds. */
const heartbeat = 15_000;

/**
 * Everything that happened, over all logs: events of one log in its order, those of several by when they were
 * recorded, as far as that is known. Live listeners share what is followed, so that a thousand cost little more than one.
 */
export class Feed {
  private readonly cursors: Cursors;
  private readonly tails: readonly LogTail[];
  private readonly pages = new Semaphore(mostPages);

  constructor(private readonly logs: readonly FeedLog[]) {
    this.cursors = new Cursors(logs.map(({ epoch }) => epoch));
    this.tails = logs.map(({ all }) => new LogTail(all));
  }

  /**
   * Where a reading begins.
   * @throws NoCursor it is none of ours, or beyond what is recorded
   * @throws CursorOfAnotherLog
   */
  async placesAt(beginning: Beginning): Promise<Places> {
    if (beginning === 'beginning') return this.logs.map(() => 0);
    const heads = await Promise.all(this.logs.map(({ all }) => all.head()));
    if (beginning === 'now') return heads;
    if ('from' in beginning) return Promise.all(this.logs.map(({ all }) => all.positionAt(beginning.from)));
    const places = this.cursors.placesOf(beginning.after);
    if (places.some((place, index) => place > heads[index]!)) throw new NoCursor();
    return places;
  }

  /** The event under an id, wherever it was recorded. */
  async find(id: string): Promise<ToldEvent | undefined> {
    const [event] = (await this.findIn(id)).flat();
    return event && new ToldEvent(event);
  }

  /** The same, and where to read on for what follows from it. */
  async locate(id: string): Promise<{ readonly told: ToldEvent; readonly places: Places } | undefined> {
    const found = await this.findIn(id);
    const [event] = found.flat();
    if (!event) return undefined;
    // Other logs may be written by machines whose clocks are behind.
    const since = new Date(Date.parse(event.recordedTime) - clocksDiffer).toISOString();
    const places = await Promise.all(
      this.logs.map(({ all }, index) => found[index]![0]?.position ?? all.positionAt(since)),
    );
    return { told: new ToldEvent(event), places };
  }

  /** The position in each log, by its epoch, that a cursor of ours stands at; of logs that were exchanged since, the end. */
  async positionsAt(cursor: string): Promise<ReadonlyMap<string, number>> {
    const places = await this.placesAt({ after: cursor }).catch((error: unknown) => {
      if (error instanceof CursorOfAnotherLog) return this.placesAt('now');
      throw error;
    });
    return new Map(this.logs.map(({ epoch }, index) => [epoch, places[index]!]));
  }

  /** The other way round. */
  cursorOf(positions: ReadonlyMap<string, number>): string {
    return this.cursorAt(this.logs.map(({ epoch }) => positions.get(epoch) ?? 0));
  }

  cursorAt(places: Places): string {
    return this.cursors.textOf(places);
  }

  /** Everything that is wanted after some places, in parts; ends at what is recorded now, unless it is live. */
  async *read(from: Places, { wanted, isLive, byItself, signal }: FeedReading): AsyncGenerator<FeedPart> {
    const closes: (() => void)[] = [];
    try {
      if (isLive) for (const tail of this.tails) closes.push(await tail.open());
      const heads = isLive ? [] : await Promise.all(this.logs.map(({ all }) => all.head()));
      const parts = this.logs.map(
        ({ all }, index) =>
          new LogPart(all, from[index]!, heads[index], isLive ? this.tails[index] : undefined),
      );
      while (!signal.aborted) {
        const inHistory = parts.some((part) => part.isInHistory);
        const release = inHistory && !byItself ? (await this.pages.acquire())[1] : undefined;
        try {
          const before = this.cursorOn(parts);
          await Promise.all(parts.map((part) => part.fill(wanted)));
          const part = this.partOf(parts, wanted);
          if (part.events.length > 0 || part.cursor !== before) yield part;
        } finally {
          release?.();
        }
        // Others' turn: what is read from a file is there at once.
        if (inHistory) await turn();
        if (!parts.every((part) => part.isAtEnd)) continue;
        if (!isLive) return;
        if (!(await happens(parts, signal)) && !signal.aborted)
          yield { events: [], cursor: this.cursorOn(parts) };
      }
    } finally {
      for (const close of closes) close();
    }
  }

  /** In each log: an id is in one of them at most. */
  private findIn(id: string): Promise<(readonly RecordedEvent[])[]> {
    return Promise.all(this.logs.map(({ all }) => all.find([id])));
  }

  private cursorOn(parts: readonly LogPart[]): string {
    return this.cursorAt(parts.map(({ place }) => place));
  }

  private partOf(parts: readonly LogPart[], wanted: Wanted): FeedPart {
    const events: { told: ToldEvent; cursor: string }[] = [];
    for (let next = nextOf(parts); next; next = nextOf(parts)) {
      const told = next.take();
      if (wanted.has(told)) events.push({ told, cursor: this.cursorOn(parts) });
    }
    return { events, cursor: this.cursorOn(parts) };
  }
}

/** The log whose next event was recorded first; none where one of them has yet to be read on. */
const nextOf = (parts: readonly LogPart[]): LogPart | undefined => {
  if (parts.some((part) => part.next === undefined && !part.isAtEnd)) return undefined;
  return parts.reduce<LogPart | undefined>((first, part) => {
    if (part.next === undefined) return first;
    return first === undefined || part.next.recordedTime < first.next!.recordedTime ? part : first;
  }, undefined);
};

/** Whether anything happened before it was time to say that nothing did. */
const happens = async (parts: readonly LogPart[], signal: AbortSignal): Promise<boolean> => {
  const done = new AbortController();
  const end = () => done.abort();
  const late = setTimeout(end, heartbeat);
  signal.addEventListener('abort', end);
  try {
    await Promise.race(parts.map((part) => part.beyond(done.signal)));
    return true;
  } catch (error) {
    if (done.signal.aborted) return false;
    throw error;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', end);
    end();
  }
};
