import { isInboundType } from '@tributary/contracts';
import type { LoggedEvent } from '../feed/published-event.ts';
import { namedBy } from './named.ts';

const releasedType = 'tributary.message.released.v1';
const placedTypes = /^tributary\.order\.placed\.v\d+$/;

/** An event as one of some logs holds it. */
export interface TracedEvent extends LoggedEvent {
  /** Which log: positions are compared within one alone. */
  readonly log: number;
}

/**
 * How one thing led to another: `caused` is recorded with what it led to; `followed` is told by what both name,
 * where a message from outside or a command goes on with what was begun, such as the pick of a fulfilment.
 */
export interface Link {
  readonly from: string;
  readonly how: 'caused' | 'followed';
}

/** Of everything in a trace but where it begins, what it came from: one thing each, so that there are no circles. */
export type Links = ReadonlyMap<string, Link>;

/** Whether it was sent by another system, rather than recorded by a service of ours about what it decided. */
export const isMessage = ({ type }: Pick<TracedEvent, 'type'>): boolean => isInboundType(type);

/** What a fact names as its cause: an event, or a command, of which nothing is recorded but its facts. */
export const causeOf = (event: TracedEvent): string | undefined =>
  // What another system calls the cause of its message is its own name for something of its own.
  isMessage(event) ? undefined : event.metadata.causationId;

/** The order in which things were recorded; of several logs by their clocks. */
export const byRecording = (one: TracedEvent, other: TracedEvent): number =>
  one.log === other.log
    ? one.position - other.position
    : one.recordedTime.localeCompare(other.recordedTime) || one.log - other.log;

/**
 * What each of some events came from.
 * @param events in any order, each once
 */
export const linksAmong = (events: Iterable<TracedEvent>): Links => {
  const known = new Map([...events].map((event) => [event.id, event]));
  const links = new Map<string, Link>();
  for (const event of known.values()) {
    const cause = causeOf(event);
    if (cause !== undefined && isBefore(known.get(cause), event)) link(links, event.id, cause, 'caused');
  }
  linkReleased(known, links);
  for (const facts of ordersAmong(known.values())) new Life(known, links).follow(facts);
  return links;
};

/** What something goes back to, by the links there are: itself, where it has none. */
export const beginningOf = (id: string, links: Links): string => {
  for (let at = id; ;) {
    const { from } = links.get(at) ?? {};
    if (from === undefined) return at;
    at = from;
  }
};

/** Makes a link unless it would close a circle, which only a log that is made up can ask for. */
const link = (links: Map<string, Link>, id: string, from: string, how: Link['how']): void => {
  if (beginningOf(from, links) !== id) links.set(id, { from, how });
};

/** Of a command there is no event: it came before whatever it led to. Clocks of two logs may differ. */
const isBefore = (cause: TracedEvent | undefined, event: TracedEvent): boolean =>
  cause === undefined || cause.log !== event.log || cause.position < event.position;

/** A message that had been kept in quarantine goes on under another id. */
const linkReleased = (known: ReadonlyMap<string, TracedEvent>, links: Map<string, Link>): void => {
  for (const { type, data } of known.values()) {
    if (type !== releasedType) continue;
    const { messageId, acceptedAs } = data as { readonly messageId: string; readonly acceptedAs: string };
    const accepted = known.get(acceptedAs);
    const quarantined = known.get(messageId);
    if (accepted && quarantined && byRecording(quarantined, accepted) < 0 && !links.has(acceptedAs))
      link(links, acceptedAs, messageId, 'caused');
  }
};

/** The facts of each order, oldest first. */
const ordersAmong = (events: Iterable<TracedEvent>): readonly (readonly TracedEvent[])[] => {
  const own = [...events].filter(({ stream }) => stream.startsWith('order/order-'));
  return [...Map.groupBy(own, ({ stream }) => stream).values()].map((facts) =>
    facts.toSorted((one, other) => one.version - other.version),
  );
};

/** Goes through the facts of one order, and finds out what goes on with what. */
class Life {
  private readonly begun = new Map<string, TracedEvent>();
  private placed: TracedEvent | undefined;

  constructor(
    private readonly known: ReadonlyMap<string, TracedEvent>,
    private readonly links: Map<string, Link>,
  ) {}

  /** @param facts oldest first */
  follow(facts: readonly TracedEvent[]): void {
    for (const fact of facts) {
      const parts = [...namedBy(fact.data).parts];
      const beginning = beginningOf(fact.id, this.links);
      const from = this.goesOnWith(beginning, parts, fact);
      if (from) link(this.links, beginning, from.id, 'followed');
      for (const part of parts) if (!this.begun.has(part)) this.begun.set(part, fact);
      if (placedTypes.test(fact.type)) this.placed ??= fact;
    }
  }

  /** What was begun last of all that a fact names, or else the order: as late as it was recorded before the beginning. */
  private goesOnWith(
    beginning: string,
    parts: readonly string[],
    fact: TracedEvent,
  ): TracedEvent | undefined {
    const begun = parts
      .flatMap((part) => this.begun.get(part) ?? [])
      .reduce((one, other) => (one && one.version > other.version ? one : other), this.placed);
    if (!begun || beginningOf(begun.id, this.links) === beginning) return undefined;
    // Of a command only its facts are recorded.
    const recorded = this.known.get(beginning) ?? fact;
    for (let at: TracedEvent | undefined = begun; at; at = this.before(at))
      if (byRecording(at, recorded) < 0) return at;
    return undefined;
  }

  private before({ id }: TracedEvent): TracedEvent | undefined {
    return this.known.get(this.links.get(id)?.from ?? '');
  }
}
