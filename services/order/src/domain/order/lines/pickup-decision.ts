import type { Address, FactOf, LocationId, OrderFact } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Captured, OrderEvent } from '../order.ts';
import { cancel } from './cancel.ts';
import { type Line, tellingWaited, unallocated, unitsOf } from './lines.ts';

/** What somebody decides about goods that went missing where the customer was to collect them. */
export type PickupDecision = {
  /** Lines it is about; all that need a decision when left out. */
  readonly lines?: readonly string[] | undefined;
  readonly reason?: string | undefined;
} & (
  | { readonly choice: 'wait' }
  | { readonly choice: 'ship'; readonly shipTo?: Address | undefined }
  | { readonly choice: 'collect-elsewhere'; readonly pickupAt: LocationId }
  | { readonly choice: 'cancel' }
);

type Decided = FactOf<OrderFact, 'tributary.order.pickup-decided.v1'>['data'];

/**
 * A pickup that ran short goes on as somebody says: the goods wait for stock at the place, are sent,
 * are collected at another place, or are cancelled. Until then nothing happens to them: a customer
 * who chose a place is never sent elsewhere silently.
 */
export const decidePickup = (asked: PickupDecision, order: Captured): Decision<OrderEvent, Refusal> => {
  const missing = order.lines.filter(
    ({ lineId, undecided = 0 }) => undecided > 0 && (asked.lines?.includes(lineId) ?? true),
  );
  if (missing.length === 0)
    return refuse({ code: 'nothing-to-decide', reason: 'Nothing of these lines is missing at a pickup.' });
  switch (asked.choice) {
    case 'wait':
      return accept(...waiting(missing, asked, order));
    case 'ship':
      return order.addressed || asked.shipTo
        ? accept(sourcedAnew(missing, asked, order, asked.shipTo && { shipTo: asked.shipTo }))
        : refuse({ code: 'no-address', reason: 'The order has no address to send to: give `shipTo`.' });
    case 'collect-elsewhere':
      return missing.some(({ pickupAt }) => pickupAt === asked.pickupAt)
        ? refuse({
            code: 'same-place',
            reason: `The goods are missing at ${asked.pickupAt}: name another place.`,
          })
        : accept(sourcedAnew(missing, asked, order, { pickupAt: asked.pickupAt }));
    case 'cancel':
      return cancelled(missing, asked, order);
    default:
      return asked satisfies never;
  }
};

const missingOf = ({ undecided = 0 }: Line): number => undecided;

/** They join the queue for stock with what of their lines is not in it yet. */
const waiting = (
  missing: readonly Line[],
  { reason }: PickupDecision,
  { orderId }: Captured,
): OrderEvent[] => {
  const queued = unitsOf(missing, (line) => unallocated(line) - line.backordered);
  return [
    {
      type: 'tributary.order.pickup-decided.v1',
      data: { orderId, choice: 'wait', lines: unitsOf(missing, missingOf), ...(reason && { reason }) },
    },
    ...(queued.length > 0
      ? [
          {
            type: 'tributary.order.backordered.v1' as const,
            data: { orderId, lines: queued, reason: 'missing at the pickup; somebody decided to wait' },
          },
        ]
      : []),
  ];
};

const sourcedAnew = (
  missing: readonly Line[],
  { choice, reason }: PickupDecision & { readonly choice: 'ship' | 'collect-elsewhere' },
  order: Captured,
  where: Pick<Decided, 'pickupAt' | 'shipTo'> | undefined,
): OrderEvent =>
  tellingWaited(order, {
    type: 'tributary.order.pickup-decided.v1',
    data: {
      orderId: order.orderId,
      choice,
      lines: unitsOf(missing, unallocated),
      ...where,
      ...(reason && { reason }),
    },
  });

const cancelled = (
  missing: readonly Line[],
  { reason }: PickupDecision,
  order: Captured,
): Decision<OrderEvent, Refusal> => {
  const reading = cancel({ lines: unitsOf(missing, missingOf), reason }, order);
  return reading.kind === 'applied'
    ? accept(...reading.events)
    : refuse({ code: 'nothing-to-decide', reason: 'Nothing of these lines is open any more.' });
};
