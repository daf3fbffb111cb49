import type {
  AttributeChanges,
  Attributes,
  Charge,
  Customer,
  LocationId,
  Method,
  OrderChange,
  Sku,
} from '@tributary/contracts';
import { isInHands } from '../fulfilment/fulfilments.ts';
import { type Line, openQuantity } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

/** An order as it would be, while the changes that are asked for are made to it one after the other. */
export interface Draft {
  readonly lines: readonly DraftLine[];
  readonly charges: readonly Charge[];
  readonly prices: readonly OverriddenPrice[];
  /** By line, when it was promised for since: UTC ISO 8601. */
  readonly promises: ReadonlyMap<string, string>;
  readonly attributes: readonly ChangedAttributes[];
  readonly shipTo?: Extract<OrderChange, { kind: 'deliver-to' }>['shipTo'];
  readonly customer?: Customer;
  readonly note?: string;
}

export interface DraftLine extends Line {
  readonly name?: string | undefined;
  /** Of a line that joins: UTC ISO 8601. */
  readonly promisedBy?: string | undefined;
  /** Of a line that joins. */
  readonly attributes?: Attributes | undefined;
  /** Units that are given up by the changes; not yet among those cancelled. */
  readonly givenUp: number;
  /** What is still open of it reaches the customer in another way. */
  readonly goesAnew: boolean;
  /** Units of it that are picked already. */
  readonly picked: number;
  /** As it stands now; left out for a line that joins. */
  readonly before?: Line;
}

export interface ChangedAttributes {
  /** Left out for the order itself. */
  readonly lineId?: string | undefined;
  readonly values: AttributeChanges;
}

export interface OverriddenPrice {
  readonly lineId: string;
  readonly from: string;
  readonly reason: string;
}

/** Why one of the changes cannot be made. */
export interface Blocked {
  /** JSON pointer into what was asked. */
  readonly pointer: string;
  readonly code: string;
  readonly reason: string;
}

export const draftOf = (order: Captured): Draft => {
  const picked = pickedUnits(order);
  return {
    lines: order.lines.map((line) => ({
      ...line,
      givenUp: 0,
      goesAnew: false,
      picked: picked.get(line.lineId) ?? 0,
      before: line,
    })),
    charges: [],
    prices: [],
    promises: new Map(),
    attributes: [],
  };
};

const pickedUnits = ({ fulfilments }: Captured): ReadonlyMap<string, number> => {
  const units = new Map<string, number>();
  for (const fulfilment of fulfilments.values())
    if (isInHands(fulfilment))
      for (const { lineId, quantity } of fulfilment.lines)
        units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
};

/** Units that are neither cancelled, given up nor gone. */
export const openOf = (line: DraftLine): number => openQuantity(line) - line.givenUp;

/** Units that are wanted, those that left among them. */
export const wantedOf = ({ ordered, cancelled, givenUp }: DraftLine): number => ordered - cancelled - givenUp;

/** A moment that was told in any zone, as facts keep it. */
export const utc = (moment: string): string => new Date(moment).toISOString();

/** A line that joins: nothing of it is anywhere yet. */
export const joining = (line: {
  readonly lineId: string;
  readonly sku: Sku;
  readonly name?: string | undefined;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: number;
  readonly method: Method;
  readonly pickupAt?: LocationId | undefined;
  readonly promisedBy?: string | undefined;
  readonly attributes?: Attributes | undefined;
}): DraftLine => {
  const { quantity, pickupAt, promisedBy, name, ...rest } = line;
  return {
    ...rest,
    listPrice: rest.unitPrice,
    ...(name && { name }),
    ...(pickupAt && { pickupAt }),
    ...(promisedBy && { promisedBy: utc(promisedBy) }),
    ordered: quantity,
    cancelled: 0,
    allocated: 0,
    backordered: 0,
    fulfilled: 0,
    delivered: 0,
    returned: 0,
    givenUp: 0,
    goesAnew: false,
    picked: 0,
  };
};
