import type { LocationUpdated } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';

/** What inventory knows of a location of the network, as sourcing told it. */
export interface KnownLocation {
  readonly location: string;
  readonly active: boolean;
  /** Since when that is so, UTC ISO 8601. */
  readonly since: string;
}

export const knownLocations: Collection<KnownLocation> = {
  name: 'inventory.locations',
  version: 1,
  fields: { location: { type: 'text', of: ({ location }) => location } },
  indexes: [['location']],
};

const defined = ({ type, data }: RecordedEvent): LocationUpdated | undefined =>
  type === 'tributary.location.defined.v1' ? (data as LocationUpdated) : undefined;

/** The same rule as in sourcing: what was true earlier, told late, does not undo what is true since. */
export const knownLocation: Projection<KnownLocation> = {
  collection: knownLocations,
  idOf: (event) => defined(event)?.locationId,
  evolve: (before, event) => {
    const location = defined(event);
    if (!location || (before && event.time < before.since)) return before;
    return { location: location.locationId, active: location.active !== false, since: event.time };
  },
};
