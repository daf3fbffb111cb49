import { type IntakeWarning, type Submitter, maxEventBytes } from '@tributary/contracts';
import {
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  inboundEventId,
  recordedBefore,
} from '@tributary/event-store';
import { correctionsOf } from '../domain/message/corrections.ts';
import {
  type Acceptable,
  type Examined,
  type Unacceptable,
  examine,
  tooLarge,
} from '../domain/message/examine.ts';
import { idReused } from '../domain/message/id-reused.ts';
import type { Arriving, Names } from './names.ts';
import { type OwnFact, recordOwn } from './own-facts.ts';
import { quarantineAppend, quarantineStreamOf, releaseAppend } from './quarantining.ts';
import { type Recordable, type Recording, recordInOrder } from './recording.ts';

/**
 * What became of one message: kept for its service, kept before as the same message, or kept with what is
 * wrong with it.
 */
export type Taken =
  | {
      readonly status: 'accepted' | 'duplicate';
      readonly messageId: string;
      readonly id: string;
      /** What its sender should look at; left out when there is nothing. */
      readonly warnings?: readonly IntakeWarning[];
    }
  | {
      readonly status: 'quarantined';
      readonly messageId: string;
      readonly id?: string;
      readonly fault: Unacceptable;
    };

/** Messages read back together. */
const pageSize = 500;

interface TakenIn {
  readonly answer: Taken;
  /** Set for a message that was not known before. */
  readonly arrived?: Arriving;
}

export interface Released {
  readonly accepted?: Acceptable;
  readonly fault?: Unacceptable;
  /** Somebody was faster; nothing was taken in now. */
  readonly releasedBefore?: true;
}

/** Every message that reaches the door is recorded before it is answered: accepted or quarantined, never neither. */
export class Inbox {
  constructor(
    private readonly store: EventStore,
    private readonly names: Pick<Names, 'warningsFor'>,
  ) {}

  /**
   * @param raws parsed JSON, bounded in depth, one for each message; they are recorded in this order, also where the store
   * goes away amid them: what comes after a message that is not recorded is not recorded either
   * @param bytes of the text they came in all together, where that is known: none is measured where one alone could be as long
   * @throws StoreUnavailable some may be recorded by now; handed over again, these are duplicates
   */
  async take(raws: readonly unknown[], by: Submitter, bytes = Number.POSITIVE_INFINITY): Promise<Taken[]> {
    const receivedAt = new Date().toISOString();
    const look = bytes > maxEventBytes ? measureAndExamine : examine;
    const arrivals = raws.map((raw) => arrivalOf(raw, look(raw, receivedAt, by.sources), receivedAt, by));
    const recordings = await recordInOrder(
      this.store,
      arrivals.map(({ recordable }) => recordable),
    );
    const taken = await Promise.all(
      arrivals.map((arrival, index) => this.answerTo(arrival, recordings[index]!, receivedAt, by)),
    );
    return this.withWarnings(taken);
  }

  /** A message that could not even be read as JSON, e.g. a line of a file. */
  async quarantineText(raw: string, reason: string, by: Submitter): Promise<Taken> {
    return this.quarantine(
      raw,
      { code: 'not-a-cloud-event', reason, faults: [] },
      new Date().toISOString(),
      by,
    );
  }

  /**
   * Takes in a quarantined message again, corrected or as it is; both facts are recorded together, and only the
   * first release counts. What it was stays, and what was corrected is told place by place.
   * @param reason why, where that is said
   */
  async release(
    messageId: string,
    raw: unknown,
    by: Submitter,
    dryRun: boolean,
    reason?: string,
  ): Promise<Released> {
    const receivedAt = new Date().toISOString();
    const examined = measureAndExamine(raw, receivedAt, by.sources);
    if (!examined.ok) return { fault: examined.fault };
    const accepted = inboxAppend(examined.message, by);
    const fault = await this.idReusedBy(examined.message, accepted, receivedAt);
    if (fault) return { fault };
    if (dryRun) return { accepted: examined.message };
    const acceptedAs = accepted.events[0]!.id;
    await this.names.warningsFor([{ message: examined.message, messageId: acceptedAs }]);
    const corrections = correctionsOf(await this.rawOf(messageId), raw);
    const release = { messageId, acceptedAs, releasedAt: receivedAt, reason, corrections };
    return this.recordRelease(examined.message, accepted, receivedAt, (attempt) =>
      releaseAppend(release, by, attempt),
    );
  }

  /** All that was taken in under a source, in that order; read page by page, so that others go on between. */
  async *takenFrom(source: string): AsyncGenerator<RecordedEvent> {
    for (let from = 1; ;) {
      const page = await this.store.readStream(inboxStreamOf(source), { from, limit: pageSize });
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      from = last.version + 1;
    }
  }

  /** A quarantined message as it came: whole, or as much of one that was too large as is kept. */
  async rawOf(messageId: string): Promise<string> {
    const [event] = await this.store.readStream(quarantineStreamOf(messageId), { limit: 1 });
    return (event?.data as { raw?: string } | undefined)?.raw ?? '';
  }

  private async recordRelease(
    message: Acceptable,
    accepted: StreamAppend,
    receivedAt: string,
    release: OwnFact,
  ): Promise<Released> {
    const answer = ({ duplicate }: { readonly duplicate: boolean }): Released =>
      duplicate ? { releasedBefore: true } : { accepted: message };
    for (let attempt = 0; ; attempt += 1) {
      const released = release(attempt);
      try {
        return answer(await this.store.append([accepted, released]));
      } catch (error) {
        if (!(error instanceof PartlyRecorded)) throw error;
      }
      // A message from before has this id: both are tried again under the next.
      if ((await recordedBefore(this.store, released)) === 'elsewhere') continue;
      // Either the message was known already, or somebody else released this one.
      const fault = await this.idReusedBy(message, accepted, receivedAt);
      return fault ? { fault } : answer(await this.store.append([released]));
    }
  }

  /** Once all are recorded: a batch may define what it names. */
  private async withWarnings(taken: readonly TakenIn[]): Promise<Taken[]> {
    const fresh = taken.flatMap(({ arrived }) => arrived ?? []);
    const warnings = (await this.names.warningsFor(fresh))[Symbol.iterator]();
    return taken.map(({ arrived, answer }) => {
      const own = arrived ? warnings.next().value! : [];
      return own.length > 0 ? { ...answer, warnings: own } : answer;
    });
  }

  private async answerTo(
    { raw, examined }: Arrival,
    { duplicate, event }: Recording,
    receivedAt: string,
    by: Submitter,
  ): Promise<TakenIn> {
    const messageId = event.id;
    if (!examined.ok) return { answer: quarantined(messageId, examined.fault) };
    const { message } = examined;
    const fault = duplicate ? idReused(message, event, receivedAt) : undefined;
    if (fault) return { answer: await this.quarantine(textOf(raw), fault, receivedAt, by) };
    const { id } = message;
    return duplicate
      ? { answer: { status: 'duplicate', messageId, id } }
      : { answer: { status: 'accepted', messageId, id }, arrived: { message, messageId } };
  }

  /** What is wrong with a message whose id another message was recorded under. */
  private async idReusedBy(
    message: Acceptable,
    append: StreamAppend,
    receivedAt: string,
  ): Promise<Unacceptable | undefined> {
    const known = await recordedBefore(this.store, append);
    return known === undefined || known === 'elsewhere'
      ? undefined
      : idReused(message, known[0]!, receivedAt);
  }

  private async quarantine(
    raw: string,
    fault: Unacceptable,
    receivedAt: string,
    by: Submitter,
  ): Promise<Taken> {
    const { recorded } = await recordOwn(this.store, (attempt) =>
      quarantineAppend(raw, fault, receivedAt, by, attempt),
    );
    return quarantined(recorded[0]!.id, fault);
  }
}

/** A message with what is to be recorded of it, one event. */
interface Arrival {
  readonly raw: unknown;
  readonly examined: Examined;
  readonly recordable: Recordable;
}

const measureAndExamine: typeof examine = (raw, receivedAt, sources) =>
  tooLarge(raw) ?? examine(raw, receivedAt, sources);

const arrivalOf = (raw: unknown, examined: Examined, receivedAt: string, by: Submitter): Arrival => {
  if (examined.ok) return { raw, examined, recordable: inboxAppend(examined.message, by) };
  const fact = (attempt: number) => quarantineAppend(textOf(raw), examined.fault, receivedAt, by, attempt);
  // Made once: it is digested, and asked for again whenever its batch is taken apart.
  const first = fact(0);
  return { raw, examined, recordable: (attempt) => (attempt === 0 ? first : fact(attempt)) };
};

const quarantined = (messageId: string, fault: Unacceptable): Taken => ({
  status: 'quarantined',
  messageId,
  ...(fault.id && { id: fault.id }),
  fault,
});

const textOf = (raw: unknown): string => JSON.stringify(raw) ?? '';

const inboxStreamOf = (source: string): string => `inbox-${source}`;

/** The order of messages of one source carries no meaning for the stream: it is their keys that are kept in order. */
export const inboxAppend = (message: Acceptable, by: Submitter): StreamAppend => {
  const { id, source, type, time, data, key, attributes } = message;
  const messageId = inboundEventId(source, id);
  const { businessdate, zone, correlationid, causationid, imported } = attributes;
  // What it names itself is where it comes from; the request may only be that which brought it.
  const traceparent = attributes.traceparent ?? by.traceparent;
  return {
    stream: inboxStreamOf(source),
    expectedVersion: 'any',
    events: [
      {
        id: messageId,
        type,
        time,
        data,
        metadata: {
          source,
          correlationId: correlationid ?? messageId,
          ...(causationid && { causationId: causationid }),
          actor: attributes.actor ?? by.actor,
          submittedBy: by.actor,
          ...(traceparent && { traceparent }),
          ...(businessdate && { businessDate: businessdate }),
          ...(zone && { zone }),
          ...(imported && { imported }),
          key,
        },
      },
    ],
  };
};
