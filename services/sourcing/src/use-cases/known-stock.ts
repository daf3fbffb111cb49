import type { EventBus, Place } from '@tributary/event-bus';
import type { Collection } from '@tributary/read-store';
import type { SkuStock } from '../projections/stock-replica/stock-replica.ts';

/** What decisions ask of stock. It may be behind: inventory has the last word on every reservation. */
export interface KnownStock {
  readonly collections: readonly Collection[];
  start(bus: Pick<EventBus, 'subscribe' | 'broadcast'>): Promise<void>;
  of(sku: string): SkuStock | undefined;
  /** Resolves when everything before a place of the bus is known here, as far as that can be told, or soon in any case. */
  caughtUp(place: Place): Promise<void>;
  /**
   * Whether the level of a ledger is known here with its fact at a place, and all before.
   * @param place of a fact of that ledger
   */
  knows(place: Place, ledger: Ledger): boolean;
  /**
   * Resolves once every level is known here that a process of this service may have served by until now:
   * what is recorded first and served by these levels misses nothing that another has handled before.
   * @throws StoreUnavailable nobody can say which those are, to be tried again
   */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface Ledger {
  readonly sku: string;
  readonly location: string;
}

/** What names it to Nest: which one runs is chosen by the wiring. */
export const knownStockToken = Symbol('KnownStock');
