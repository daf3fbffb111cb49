import { storedName } from './stream-names.ts';

/**
 * Names of a log's streams in KurrentDB. Events stand in `<log>.<service>/<stream>`, so that one filter of the
 * server by name gives a service or the whole log; what the adapter keeps for itself begins otherwise. To the server
 * what stands before the first dash is a category, of which there must not be one for each event.
 */
export interface Names {
  /** Every event's stream begins so. */
  readonly events: string;
  /** The stream of events that the log calls `<service>/<stream>`. */
  stream(name: string): string;
  /** What the server keeps of such a stream begins so. */
  readonly settingsOfEvents: string;
  /** Every reservation's stream begins so. */
  readonly reservations: string;
  /** Says where the event of this id stands: the stream is written once, so the id is recorded once. */
  reservation(eventId: string): string;
  /** Says what the log is. */
  readonly about: string;
  lease(name: string): string;
  position(name: string): string;
}

/**
 * @param log holds letters, digits and underscores
 * @throws RangeError a name with which one log's streams could be taken for another's
 */
export const namesOf = (log: string): Names => {
  if (!/^[a-zA-Z0-9_]{1,100}$/.test(log))
    throw new RangeError(
      `A log is named in up to 100 letters, digits and underscores; ${JSON.stringify(log)} is not.`,
    );
  const reservations = `${log}~id-`;
  return {
    events: `${log}.`,
    stream: (name) => `${log}.${storedName(name)}`,
    settingsOfEvents: `$$${log}.`,
    reservations,
    reservation: (eventId) => reservations + eventId.toLowerCase(),
    about: `${log}~about`,
    lease: (name) => `${log}~lease-${name}`,
    position: (name) => `${log}~position-${name}`,
  };
};
