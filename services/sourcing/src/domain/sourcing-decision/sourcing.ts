import type { LocationId, Sku, SourcingDecided, SourcingFact, SourcingRequest } from '@tributary/contracts';

/** What sourcing remembers of an order: what it asked for, and the decisions that may yet come to nothing. */
export interface Sourcing {
  readonly attempt: number;
  readonly request: SourcingRequest | undefined;
  /** Locations that could not serve the order before. */
  readonly excluded: readonly LocationId[];
  /**
   * Decisions that no refusal has answered, by id. One that was reserved stays, too: telling them apart
   * would cost every order one more fact, and an order has a handful of decisions of a few numbers each.
   */
  readonly open: ReadonlyMap<string, OpenDecision>;
}

/** What a decision asked inventory for. */
export interface OpenDecision {
  readonly lines: readonly LineQuantity[];
  /** How many decisions in a row it ends, each but the first the answer to a refusal of the one before. */
  readonly tries: number;
}

export interface LineQuantity {
  readonly lineId: string;
  readonly sku: Sku;
  readonly quantity: number;
}

export type SourcingEvent = Extract<SourcingFact, { type: 'tributary.sourcing.decided.v1' }> & {
  readonly time?: string;
};

export const notSourced: Sourcing = { attempt: 0, request: undefined, excluded: [], open: new Map() };

export const streamOf = (orderId: string): string => `sourcing-${orderId}`;

export const decisionIdOf = (orderId: string, attempt: number): string => `${orderId}/${attempt}`;

export const evolve = (sourcing: Sourcing, { data }: SourcingEvent): Sourcing => {
  const open = new Map(sourcing.open);
  const answered = answeredBy(data);
  const tries = 1 + (answered === undefined ? 0 : (open.get(answered)?.tries ?? 0));
  if (answered !== undefined) open.delete(answered);
  const lines = data.fulfilments.flatMap((fulfilment) => fulfilment.lines);
  // What asked inventory for nothing is not answered.
  if (lines.length > 0) open.set(data.decisionId, { lines, tries });
  return {
    attempt: data.attempt,
    // The first decision knows the whole order; later ones ask for parts of it.
    request: sourcing.request ?? data.request,
    excluded: data.excluded,
    open,
  };
};

/** Before decisions named what they answer, only the one before could be answered. */
const answeredBy = ({ answers, cause, orderId, attempt }: SourcingDecided): string | undefined =>
  answers ?? (cause === 'refused' ? decisionIdOf(orderId, attempt - 1) : undefined);

/** Whether an id is that of a decision taken for the order, answered or not. */
export const wasTaken = (orderId: string, decisionId: string, { attempt }: Sourcing): boolean =>
  Array.from({ length: attempt }, (_, index) => decisionIdOf(orderId, index + 1)).includes(decisionId);

/** Decisions in a row for the same lines, each refused, before the order is left to wait. */
export const maxTries = 8;

/** What inventory had where a plan took more. */
export interface Short {
  readonly sku: Sku;
  readonly location: LocationId;
  readonly available: number;
}
