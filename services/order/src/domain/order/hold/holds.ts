import type { FactOf, Hold, HoldReason, OrderFact, OrderId, OrderPlaced } from '@tributary/contracts';
import { OrderedMap } from 'immutable';
import type { Changes, OrderEvent } from '../order-event.ts';

/** What keeps the order from being sourced. */
export interface Holds {
  /** By reason. */
  readonly holds: OrderedMap<HoldReason, HoldState>;
}

/** Of the holds and of the releases for one reason, the last that happened: in which order they are told does not matter. */
export interface HoldState {
  /** UTC ISO 8601; left out while only a release is known. */
  readonly since?: string;
  /** Holds up to this moment are released. UTC ISO 8601. */
  readonly upTo?: string;
  readonly until?: Hold['until'];
  readonly note?: string;
}

/** A hold that is in force. */
export type ActiveHold = HoldState & { readonly reason: HoldReason; readonly since: string };

export const placedHolds = ({ holds = [] }: OrderPlaced): Holds => ({
  holds: OrderedMap(holds.map(({ reason, ...hold }) => [reason, stateOf(hold)])),
});

/** What happened in the same moment is released. */
export const isInForce = ({ since, upTo }: HoldState): boolean =>
  since !== undefined && (upTo === undefined || since > upTo);

export const activeHolds = ({ holds }: Holds): readonly ActiveHold[] =>
  [...holds].flatMap(([reason, hold]) => (isInForce(hold) ? [{ ...hold, reason, since: hold.since! }] : []));

export const isHeld = ({ holds }: Holds): boolean => holds.some(isInForce);

/** An order is held for at most so many reasons, past ones among them: no sender fills it with ever new ones. */
export const mostReasons = 50;

export const tooManyReasons = {
  code: 'too-many-reasons',
  reason: `An order is held for at most ${mostReasons} reasons.`,
};

/** Whether there is room for another reason. */
export const hasRoomFor = ({ holds }: Holds, reason: HoldReason): boolean =>
  holds.has(reason) || holds.size < mostReasons;

export const knownHold = ({ holds }: Holds, reason: HoldReason): HoldState => holds.get(reason, {});

/** @param since UTC ISO 8601 */
export const held = (
  { orderId }: { readonly orderId: OrderId },
  { reason, until, note }: Hold,
  since: string,
): OrderEvent => ({
  type: 'tributary.order.held.v1',
  data: { orderId, reason, since, ...(until && { until }), ...(note && { note }) },
});

type Held = FactOf<OrderFact, 'tributary.order.held.v1'>['data'];

const stateOf = ({ since, until, note }: Pick<Held, 'since' | 'until' | 'note'>): HoldState => ({
  since,
  ...(until && { until }),
  ...(note && { note }),
});

export const holdChanges = {
  'tributary.order.held.v1': ({ holds }, { data }) => ({
    holds: holds.update(data.reason, {}, ({ upTo }) => ({ ...stateOf(data), ...(upTo && { upTo }) })),
  }),
  'tributary.order.hold-released.v1': ({ holds }, { data: { reason, upTo } }) => ({
    holds: holds.update(reason, {}, (hold) => ({ ...hold, upTo })),
  }),
} satisfies Changes<Holds>;
