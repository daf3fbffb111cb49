/**
 * Names of the log's streams in KurrentDB. Events stand in `<prefix>.<service>/<stream>`, so that one
 * server-side filter by name gives a service or the whole log; what the adapter keeps for itself
 * begins otherwise and is never read as an event.
 */
export interface Names {
  /** Every event's stream begins so. */
  readonly events: string;
  /** Says where the event of this id stands. */
  reservation(eventId: string): string;
  lease(name: string): string;
  position(name: string): string;
}

/** @throws RangeError a prefix with which one log's names could begin with another's */
export const namesOf = (prefix: string): Names => {
  if (!/^[a-zA-Z0-9_-]+$/.test(prefix)) {
    throw new RangeError('The prefix of a log holds letters, digits, dashes and underscores only.');
  }
  return {
    events: `${prefix}.`,
    reservation: (eventId) => `${prefix}~id/${eventId.toLowerCase()}`,
    lease: (name) => `${prefix}~lease/${name}`,
    position: (name) => `${prefix}~position/${name}`,
  };
};
