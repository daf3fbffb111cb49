import type { FactOf, OrderFact, UnmatchedReturn } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

type Unmatched = FactOf<OrderFact, 'tributary.return.unmatched.v1'>['data'];

export const unmatchedReturns: Collection<UnmatchedReturn> = {
  name: 'repository.unmatched_returns',
  version: 2,
  fields: { at: { type: 'text', of: ({ at }) => at } },
  indexes: [['at']],
};

export const unmatchedReturn: Projection<UnmatchedReturn> = {
  collection: unmatchedReturns,
  idOf: ({ type, data }) =>
    type === 'tributary.return.unmatched.v1' ? (data as Unmatched).returnId : undefined,
  evolve: (_, { data, time }) => ({ ...(data as Unmatched), at: time }),
};
