import { type CustomerIdentity, identityKey } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { type Person, endsOf, personOf } from '../domain/customer/identities.ts';
import { type CustomerLink, customerLinks } from '../projections/customer-links/customer-links.ts';

/** Identities of one person that are followed. */
export const mostIdentities = 20;
/** Links of one identity that are looked at, the newest. */
const mostLinks = 50;

export interface Known extends Person {
  /** Between the identities, the newest first. */
  readonly links: readonly CustomerLink[];
  /** Links lead on to others that are left out. */
  readonly more: boolean;
}

/** Who is one person, as links say: followed from one to the next, at most twenty. */
export class CustomerIdentities {
  constructor(private readonly store: Pick<ReadStore, 'find'>) {}

  async of(asked: CustomerIdentity): Promise<Known> {
    const known = new Map([[identityKey(asked), asked]]);
    const links = new Map<string, CustomerLink>();
    let more = false;
    for (let next: readonly CustomerIdentity[] = [asked]; next.length > 0;) {
      const found = await Promise.all(next.map((one) => this.linksOf(one)));
      more ||= found.some((part) => part.more);
      const reached: CustomerIdentity[] = [];
      for (const { id, link } of found.flatMap((part) => part.links)) {
        links.set(id, link);
        for (const end of endsOf(link)) {
          if (known.has(identityKey(end))) continue;
          more ||= known.size === mostIdentities;
          if (known.size === mostIdentities) continue;
          known.set(identityKey(end), end);
          reached.push(end);
        }
      }
      next = reached;
    }
    const between = [...links.values()].filter((link) =>
      endsOf(link).every((end) => known.has(identityKey(end))),
    );
    between.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
    return { ...personOf(asked, [...known.values()], between), links: between, more };
  }

  private async linksOf(identity: CustomerIdentity) {
    const { items, next } = await this.store.find(customerLinks, {
      where: { identity: identityKey(identity) },
      sort: { by: 'updatedAt', direction: 'desc' },
      limit: mostLinks,
    });
    const links = items.map(({ id, json }) => ({ id, link: JSON.parse(json) as CustomerLink }));
    return { links, more: next !== undefined };
  }
}
