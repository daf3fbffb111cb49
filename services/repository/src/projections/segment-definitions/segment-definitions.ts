import type { Segments } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

/** The segments in force, as the order service told them last. */
export interface SegmentDefinitions {
  readonly defined: Segments;
  /** Of the stream that they are told in. */
  readonly version: number;
}

/** There is one document. */
export const segmentDefinitionsId = 'segments';

export const segmentDefinitions: Collection<SegmentDefinitions> = {
  name: 'repository.segment_definitions',
  version: 1,
  fields: {},
  indexes: [],
};

export const definingTypes: readonly string[] = ['tributary.segment.defined.v1'];

export const segmentDefinition: Projection<SegmentDefinitions> = {
  collection: segmentDefinitions,
  idOf: ({ type }) => (definingTypes.includes(type) ? segmentDefinitionsId : undefined),
  evolve: (before, { data, version }) =>
    before && before.version > version ? before : { defined: data as Segments, version },
};
