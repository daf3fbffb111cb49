import {
  type ApprovalLimits,
  type FactOf,
  type OrderFact,
  type Role,
  percentBelow,
} from '@tributary/contracts';
import { givenBy } from '../lines/charges.ts';
import type { Captured } from '../order.ts';
import { dueNow } from './due.ts';

/** The stream of the limits that hold for all orders. */
export const limitsStream = 'approval-limits';

export type RoleLimits = NonNullable<ApprovalLimits['csr']>;

/** How far somebody of a role goes alone; undefined for as far as they like. */
export const limitsOf = (limits: ApprovalLimits, role: Role): RoleLimits | undefined =>
  (limits as Partial<Record<Role, RoleLimits>>)[role];

type Changed = FactOf<OrderFact, 'tributary.order.changed.v1'>['data'];

/**
 * What of a change is above the limits, in words for people. Prices are measured by the one that their line
 * came with, and discounts together with those that were given before, so that many small steps are
 * one large one.
 */
export const excessOf = (
  { lines, charges, prices }: Changed,
  order: Captured,
  limits: RoleLimits | undefined,
): string[] => {
  if (!limits) return [];
  const overridden = new Set<string>(prices.map(({ lineId }) => lineId));
  const cheaper = lines.flatMap(({ lineId, unitPrice }) => {
    const known = order.lines.find((line) => line.lineId === lineId);
    const below = known && overridden.has(lineId) ? percentBelow(known.listPrice, unitPrice) : 0;
    return below > limits.price
      ? [`Line ${lineId} would be ${below} % below its price; ${limits.price} % is the limit.`]
      : [];
  });
  const given = givenBy(charges) === 0 ? 0 : order.givenSince + givenBy(charges);
  const percent = percentOf(given, dueNow(order) + order.givenSince);
  return percent > limits.discount
    ? [...cheaper, `${percent} % of the order would be given off; ${limits.discount} % is the limit.`]
    : cheaper;
};

/** Rounded up: whatever is above a limit is above it. */
const percentOf = (part: number, all: number): number =>
  part === 0 ? 0 : all <= 0 ? 100 : Math.ceil((part * 100) / all);
