import type { LocationId, Sku, SourcingDecided, SourcingFact, SourcingRequest } from '@tributary/contracts';

/** What sourcing remembers of an order: its last decision, and what was learned since. */
export interface Sourcing {
  readonly attempt: number;
  readonly request: SourcingRequest | undefined;
  readonly decided: SourcingDecided | undefined;
}

export type SourcingEvent = Extract<SourcingFact, { type: 'tributary.sourcing.decided.v1' }> & {
  readonly time?: string;
};

export const notSourced: Sourcing = { attempt: 0, request: undefined, decided: undefined };

export const streamOf = (orderId: string): string => `sourcing-${orderId}`;

export const evolve = (sourcing: Sourcing, { data }: SourcingEvent): Sourcing => ({
  attempt: data.attempt,
  // The first decision knows the whole order; later ones ask for parts of it.
  request: sourcing.request ?? data.request,
  decided: data,
});

/** Decisions taken for one order before it is left to wait. */
export const maxAttempts = 8;

export interface Short {
  readonly sku: Sku;
  readonly location: LocationId;
  readonly available: number;
}
