/** A payment, as far as giving back is concerned. Amounts in minor units of its order's currency. */
export interface Tender {
  readonly paymentId: string;
  readonly captured: number;
  /** Given back by refunds that name it. */
  readonly named: number;
  /** When it first took money, UTC ISO 8601. */
  readonly capturedAt: string;
}

/**
 * What each payment gave back. Refunds that name a payment are its own. Of those that name none, the
 * payments that took money first give back first, as far as they took more than was given back by name;
 * where several took it at one time, by their ids. So what is taken later moves nothing that was given
 * back before, and the order in which all of it was told does not matter.
 * @param unnamed minor units given back by refunds that name no payment
 * @returns minor units by payment
 */
export const routeOf = (tenders: readonly Tender[], unnamed: number): ReadonlyMap<string, number> => {
  const route = new Map<string, number>();
  let left = unnamed;
  for (const { paymentId, captured, named } of tenders.toSorted(byFirstCapture)) {
    const more = Math.max(0, Math.min(left, captured - named));
    route.set(paymentId, named + more);
    left -= more;
  }
  return route;
};

const byFirstCapture = (one: Tender, other: Tender): number =>
  compared(one.capturedAt, other.capturedAt) || compared(one.paymentId, other.paymentId);

const compared = (one: string, other: string): number => Number(one > other) - Number(one < other);
