import { type Role, factTopics, publishedTypes, recordedAs, topicOf } from '@tributary/contracts';
import type { ToldEvent } from './told-event.ts';

/** Which events somebody asks for: those of any of the types, of any of the channels, and of any of the locations. */
export interface EventFilter {
  /** Each a type, or the beginning of some with `*` at its end: `tributary.order.*`. */
  readonly types?: readonly string[] | undefined;
  /** Of what is about orders, that of these channels; all else is left out. */
  readonly channels?: readonly string[] | undefined;
  /** What names one of these locations. */
  readonly locations?: readonly string[] | undefined;
}

/** Holds messages that were not taken in as they were sent, and what services could not handle. */
const forRepair: ReadonlySet<string | undefined> = new Set([factTopics.gateway, factTopics.bus]);
const repairing: readonly Role[] = ['integrator', 'ops', 'admin'];

/** Patterns of types that no event has: what was mistyped would never be told. */
export const unknownTypesIn = (types: readonly string[] = []): readonly string[] =>
  types.filter((pattern) => typesMatching(pattern).length === 0);

/** What is told to somebody who asks. */
export class Wanted {
  /** As they are recorded; undefined where all are asked for. */
  readonly recordedTypes: readonly string[] | undefined;
  private readonly types: ReadonlySet<string> | undefined;
  private readonly channels: readonly string[] | undefined;
  private readonly locations: readonly string[] | undefined;
  private readonly mayRepair: boolean;

  /** @param role of whoever asks: quarantine and dead letters are for those who repair them */
  constructor({ types, channels, locations }: EventFilter, role: Role) {
    const current = types && [...new Set(types.flatMap(typesMatching))];
    this.types = current && new Set(current);
    this.recordedTypes = current?.flatMap(recordedAs);
    this.channels = channels;
    this.locations = locations;
    this.mayRepair = repairing.includes(role);
  }

  has(told: ToldEvent): boolean {
    const topic = topicOf(told.type);
    if (topic === undefined || (!this.mayRepair && forRepair.has(topic))) return false;
    if (this.types?.has(told.type) === false) return false;
    return (
      anyIn(this.channels, () => told.names.channels) && anyIn(this.locations, () => told.names.locations)
    );
  }
}

const typesMatching = (pattern: string): readonly string[] =>
  pattern.endsWith('*')
    ? publishedTypes.filter((type) => type.startsWith(pattern.slice(0, -1)))
    : publishedTypes.filter((type) => type === pattern);

const anyIn = (asked: readonly string[] | undefined, names: () => ReadonlySet<string>): boolean =>
  asked === undefined || asked.some((name) => names().has(name));
