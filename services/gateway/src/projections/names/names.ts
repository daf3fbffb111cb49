import {
  type FactOf,
  type GatewayFact,
  type Name,
  type NameKind,
  type UnknownName,
  definedBy,
  definingTypes,
} from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

/** Events that define a name, or use one that nobody has. */
export const namingTypes = [...definingTypes, 'tributary.message.unknown-name.v1'] as const;

export const nameId = (kind: NameKind, name: string): string => `${kind}:${name}`;

/** Locations and SKUs that somebody has defined. */
export const knownNames: Collection<Name> = {
  name: 'gateway.known_names',
  version: 1,
  fields: {},
  indexes: [],
};

export const knownName: Projection<Name> = {
  collection: knownNames,
  idOf: ({ type, data }) => {
    const defined = definedBy(type, data);
    return defined && nameId(defined.kind, defined.name);
  },
  evolve: (_, { type, data }) => ({ ...definedBy(type, data)! }),
};

type Unknown = FactOf<GatewayFact, 'tributary.message.unknown-name.v1'>['data'];

/**
 * Kept when the name is defined, too: that is told elsewhere, and whoever lists these leaves out what
 * is known by then.
 */
export const unknownNames: Collection<UnknownName> = {
  name: 'gateway.unknown_names',
  version: 1,
  fields: {
    since: { type: 'text', of: ({ since }) => since },
    kind: { type: 'text', of: ({ kind }) => kind },
  },
  indexes: [['since'], ['kind', 'since']],
};

export const unknownName: Projection<UnknownName> = {
  collection: unknownNames,
  idOf: ({ type, data }) =>
    type === 'tributary.message.unknown-name.v1'
      ? nameId((data as Unknown).kind, (data as Unknown).name)
      : undefined,
  evolve: (before, { data, time }) => before ?? { ...(data as Unknown), since: time },
};
