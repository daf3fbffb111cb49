import { afterEach, beforeEach } from '@jest/globals';
import type { Query, ReadStore, Stored } from '../port.ts';
import { orders } from './orders.ts';
import type { Order } from './orders.ts';

/** A store on an empty engine of its own, until closed. */
export interface Opened {
  readonly store: ReadStore;
  /** Closes the store and opens another on what it left. */
  readonly reopen: () => Promise<ReadStore>;
  /** Closes whatever is open and removes what it left. */
  close(): Promise<void>;
}

export type Open = () => Promise<Opened>;

export interface Features {
  /** What was applied is there after closing and opening again. */
  readonly survivesReopen?: boolean;
}

/** Opens an empty store before each test, with the contract's collection declared. */
export const freshStore = (open: Open): { readonly store: ReadStore; reopen(): Promise<ReadStore> } => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
    await opened.store.declare([orders]);
  });
  afterEach(() => opened.close());
  return {
    get store() {
      return opened.store;
    },
    reopen: () => opened.reopen(),
  };
};

export const idsOf = (items: readonly Stored[]): readonly string[] => items.map(({ id }) => id);

export const documentOf = (stored: Stored | undefined): Order | undefined =>
  stored === undefined ? undefined : (JSON.parse(stored.json) as Order);

/** All ids of a query, page by page; `between` runs after each page that has a next one. */
export const pageThrough = async (
  store: ReadStore,
  query: Query,
  between: () => Promise<void> = async () => {},
): Promise<readonly string[]> => {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.find(orders, cursor === undefined ? query : { ...query, cursor });
    ids.push(...idsOf(page.items));
    cursor = page.next;
    if (cursor !== undefined) await between();
  } while (cursor !== undefined);
  return ids;
};
