import type { LocationId, Sku, SourcingDecided, SourcingFact, SourcingRequest } from '@tributary/contracts';

/** What sourcing remembers of an order: what it asked for, and the decisions that may yet come to nothing. */
export interface Sourcing {
  readonly attempt: number;
  readonly request: SourcingRequest | undefined;
  /** The order is held: what is to be sourced waits until it is released. */
  readonly paused: boolean;
  /** When the order was placed, UTC ISO 8601: whom stock was promised to first is served first. */
  readonly placedAt: string;
  /** Locations that could not serve the order before. */
  readonly excluded: readonly LocationId[];
  /**
   * Decisions that no refusal has answered, by id. One that was reserved stays, too: telling them apart
   * would cost every order one more fact, and an order has a handful of decisions of a few numbers each.
   */
  readonly open: ReadonlyMap<string, OpenDecision>;
  /** Decisions that inventory refused, as they were when they were open, by id. */
  readonly refused: ReadonlyMap<string, OpenDecision>;
}

/** What a decision asked inventory for. */
export interface OpenDecision {
  readonly cause: SourcingDecided['cause'];
  readonly lines: readonly LineQuantity[];
  /** How many decisions in a row it ends, each but the first the answer to a refusal of the one before. */
  readonly tries: number;
}

export interface LineQuantity {
  readonly lineId: string;
  readonly sku: Sku;
  readonly quantity: number;
}

export type SourcingEvent = Extract<SourcingFact, { type: `tributary.sourcing.${string}` }> & {
  readonly time?: string;
};

export const notSourced: Sourcing = {
  attempt: 0,
  request: undefined,
  paused: false,
  placedAt: '',
  excluded: [],
  open: new Map(),
  refused: new Map(),
};

export const streamOf = (orderId: string): string => `sourcing-${orderId}`;

export const decisionIdOf = (orderId: string, attempt: number): string => `${orderId}/${attempt}`;

export const evolve = (sourcing: Sourcing, event: SourcingEvent): Sourcing => {
  switch (event.type) {
    case 'tributary.sourcing.decided.v1':
      return decided(sourcing, event.data, event.time);
    case 'tributary.sourcing.settled.v1':
      return settled(sourcing, event.data);
    case 'tributary.sourcing.request-changed.v1':
      return { ...sourcing, request: event.data.request };
    case 'tributary.sourcing.paused.v1':
      return { ...sourcing, paused: true };
    case 'tributary.sourcing.resumed.v1':
      return { ...sourcing, paused: false };
    default:
      return event satisfies never;
  }
};

type Settled = Extract<SourcingFact, { type: 'tributary.sourcing.settled.v1' }>['data'];

const settled = (sourcing: Sourcing, { decisionId, outcome }: Settled): Sourcing => ({
  ...sourcing,
  ...(outcome === 'refused' && { refused: withRefused(sourcing, decisionId) }),
  open: without(sourcing.open, decisionId),
});

const withRefused = ({ open, refused }: Sourcing, decisionId: string | undefined): Sourcing['refused'] => {
  const decision = decisionId === undefined ? undefined : open.get(decisionId);
  return decision ? new Map(refused).set(decisionId!, decision) : refused;
};

const without = (open: Sourcing['open'], decisionId: string | undefined) =>
  new Map([...open].filter(([id]) => id !== decisionId));

const decided = (sourcing: Sourcing, data: SourcingDecided, time = ''): Sourcing => {
  const { decisionId, cause, attempt, request, excluded } = data;
  const answered = answeredBy(data);
  const refused = withRefused(sourcing, answered);
  const tries = 1 + (answered === undefined ? 0 : (refused.get(answered)?.tries ?? 0));
  const open = without(sourcing.open, answered);
  const lines = data.fulfilments.flatMap((fulfilment) => fulfilment.lines);
  // What asked inventory for nothing is not answered.
  if (lines.length > 0) open.set(decisionId, { cause, lines, tries });
  // The first decision knows the whole order; later ones ask for parts of it.
  const whole = withDecided(sourcing.request ?? request, data);
  return {
    ...sourcing,
    attempt,
    request: whole,
    placedAt: sourcing.request ? sourcing.placedAt : (whole.placedAt ?? time),
    excluded,
    open,
    refused,
  };
};

/** How somebody decided that a pickup reaches the customer after all holds from then on. */
const withDecided = (whole: SourcingRequest, { cause, request }: SourcingDecided): SourcingRequest =>
  cause === 'pickup-decided'
    ? {
        ...whole,
        ...(request.shipTo && { shipTo: request.shipTo }),
        lines: whole.lines.map((line) => {
          const now = request.lines.find(({ lineId }) => lineId === line.lineId);
          return now ? { ...now, quantity: line.quantity } : line;
        }),
      }
    : whole;

/** Units of a line that were asked for because they wait for stock, and of which it is not known yet what became. */
export const beingServed = ({ open }: Sourcing, lineId: string): number =>
  [...open.values()]
    .filter(({ cause }) => cause === 'backorder')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);

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
