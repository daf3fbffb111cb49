import {
  type CustomerLinked,
  type CustomerUnlinked,
  type CustomerIdentity,
  identityKey,
} from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';
import { type Told, isNewer } from '../reference-data/told.ts';

/** What was told last of an identity and a customer: that they are the same person, or are not. */
export interface CustomerLink extends CustomerIdentity, Told {
  readonly customerId: string;
  readonly linked: boolean;
  readonly why: string;
  readonly evidence?: readonly string[];
  /** Who said so. */
  readonly actor: string;
}

/**
 * The two that a link is about; a link that was taken apart is kept, so that what is told late of before does
 * not bring it back, and is found by nobody.
 */
export const customerLinks: Collection<CustomerLink> = {
  name: 'repository.customer_links',
  version: 1,
  fields: { updatedAt: { type: 'text', of: ({ updatedAt }) => updatedAt } },
  many: {
    identity: {
      type: 'text',
      of: (link) =>
        link.linked ? [identityKey(link), identityKey({ by: 'id', value: link.customerId })] : [],
      sortedBy: 'updatedAt',
    },
  },
  indexes: [],
};

const types = { linked: 'tributary.customer.linked.v1', unlinked: 'tributary.customer.unlinked.v1' } as const;
/** The messages that say who is the same person as whom, and who is not. */
export const linkingTypes: readonly string[] = Object.values(types);

export const customerLink: Projection<CustomerLink> = {
  collection: customerLinks,
  idOf: ({ type, data }) => {
    if (!linkingTypes.includes(type)) return undefined;
    const { customerId, ...identity } = data as CustomerLinked | CustomerUnlinked;
    return JSON.stringify([customerId, identityKey(identity)]);
  },
  evolve: (before, event) => {
    if (before && isNewer(before, event)) return before;
    const { type, data, time, position, metadata } = event;
    return {
      ...(data as CustomerLinked | CustomerUnlinked),
      linked: type === types.linked,
      actor: metadata.actor ?? metadata.source,
      updatedAt: time,
      position,
    };
  },
};
