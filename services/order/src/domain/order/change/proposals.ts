import type { ChangeOrder } from '@tributary/contracts';
import { OrderedMap } from 'immutable';
import type { Changes } from '../order-event.ts';

/** Changes that wait for somebody who may make them. */
export interface Proposals {
  readonly proposals: OrderedMap<string, ChangeOrder>;
  /** How many were ever made. */
  readonly proposed: number;
}

export const noProposals: Proposals = { proposals: OrderedMap(), proposed: 0 };

export const proposalChanges = {
  'tributary.order.change-proposed.v1': ({ proposals, proposed }, { data: { proposalId, asked } }) => ({
    proposals: proposals.set(proposalId, asked),
    proposed: proposed + 1,
  }),
  'tributary.order.proposal-closed.v1': ({ proposals }, { data: { proposalId } }) => ({
    proposals: proposals.remove(proposalId),
  }),
} satisfies Changes<Proposals>;
