import {
  type AllocatedLine,
  type Fulfilment,
  type LeftBeyond,
  type LocationId,
  type Method,
  type OrderPlaced,
  type ReservedQuantity,
  allThatLeft,
  ofTheOrder,
} from '@tributary/contracts';
import { Map as ImmutableMap, OrderedMap } from 'immutable';
import type { Lines } from '../lines/lines.ts';
import type { Changes } from '../order-event.ts';

/** Who works on the order, what they still hold for it, and what left them in parcels. */
export interface Fulfilments {
  /** How its goods come to be sent: as sourcing decides here, or as others do and tell. */
  readonly sourcedElsewhere: boolean;
  /** All had left and arrived when the order was told. */
  readonly complete: boolean;
  /** By their ids, in the order they became known. */
  readonly fulfilments: OrderedMap<string, FulfilmentState>;
  readonly shipments: ImmutableMap<string, Shipment>;
}

/** In the order they can be reached; a later fact never takes a fulfilment back. */
export const fulfilmentStages = ['offered', 'accepted', 'picked', 'packed', 'ready', 'fulfilled'] as const;
export type FulfilmentStage = (typeof fulfilmentStages)[number];

export interface FulfilmentState {
  readonly fulfilmentId: string;
  /** Left out for goods that are not of our stock. */
  readonly location?: LocationId;
  readonly method: Method;
  /** Another system decided it: it holds nothing here, and its facts are taken as they are. */
  readonly elsewhere?: true;
  readonly stage: FulfilmentStage;
  /** What the location still holds for the order. */
  readonly lines: Fulfilment['lines'];
  /** What it was given, no longer holds and is not known to have let go: it may have left all the same. */
  readonly withdrawn: readonly Withdrawn[];
  /** All that left it, each line once. */
  readonly left: Fulfilment['lines'];
}

export interface Withdrawn extends AllocatedLine {
  readonly because: Exclude<LeftBeyond['because'], 'never-held'>;
}

export interface Shipment {
  readonly shipmentId: string;
  readonly fulfilmentId: string;
  /** Without units beyond what was ordered. */
  readonly lines: Fulfilment['lines'];
  readonly delivered: boolean;
}

/** A till sale, and history that was complete when it was told, are not sourced either. */
export const placedFulfilments = ({ sourcing, completedAt }: OrderPlaced): Fulfilments => ({
  sourcedElsewhere: sourcing === 'elsewhere' || completedAt !== undefined,
  complete: completedAt !== undefined,
  fulfilments: OrderedMap(),
  shipments: ImmutableMap(),
});

export const reached = ({ stage: now }: FulfilmentState, stage: FulfilmentStage): boolean =>
  fulfilmentStages.indexOf(now) >= fulfilmentStages.indexOf(stage);

/** What a location has in its hands for the order: it is asked, not told, to put that back. */
export const isInHands = (fulfilment: FulfilmentState): boolean => reached(fulfilment, 'picked');

export const quantityOf = (
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
  lineId: string,
): number => lines.reduce((sum, one) => sum + (one.lineId === lineId ? one.quantity : 0), 0);

interface Held {
  readonly fulfilmentId: string;
  readonly lines: readonly AllocatedLine[];
}

const released = (release: readonly ReservedQuantity[]): readonly Held[] =>
  release.map(({ fulfilmentId, lineId, sku, quantity }) => ({
    fulfilmentId,
    lines: [{ lineId, sku, quantity }],
  }));

const changing = <F extends Fulfilments>(
  part: F,
  fulfilmentId: string,
  change: (one: FulfilmentState) => FulfilmentState,
): F => {
  const known = part.fulfilments.get(fulfilmentId);
  return known ? { ...part, fulfilments: part.fulfilments.set(fulfilmentId, change(known)) } : part;
};

/** With fulfilments that become known now. */
const joinedBy = <F extends Fulfilments>(part: F, those: readonly FulfilmentState[]): F => ({
  ...part,
  fulfilments: part.fulfilments.concat(those.map((one) => [one.fulfilmentId, one])),
});

/** Takes quantities out of what fulfilments still hold, and remembers why. */
const withdrawnFrom = (
  part: Fulfilments,
  held: readonly Held[],
  because: Withdrawn['because'],
): Fulfilments =>
  held.reduce(
    (current, { fulfilmentId, lines }) =>
      changing(current, fulfilmentId, (one) => ({
        ...one,
        lines: less(one.lines, lines),
        withdrawn: [
          ...one.withdrawn,
          ...lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity, because })),
        ],
      })),
    part,
  );

const less = (lines: Fulfilment['lines'], taken: readonly AllocatedLine[]): Fulfilment['lines'] =>
  lines
    .map((line) => ({ ...line, quantity: line.quantity - quantityOf(taken, line.lineId) }))
    .filter(({ quantity }) => quantity > 0);

type LeftData = Held & {
  readonly lines: AllocatedLine[];
  readonly beyond?: LeftBeyond[] | undefined;
  readonly release?: ReservedQuantity[] | undefined;
};

/** Goods left the fulfilment; once it holds nothing more it is fulfilled. */
const handedOut = (part: Fulfilments, left: LeftData): Fulfilments => {
  const { fulfilmentId, lines, beyond = [], release = [] } = left;
  const gone = changing(part, fulfilmentId, (one) => {
    const held = less(one.lines, lines);
    return {
      ...one,
      lines: held,
      withdrawn: beyond.reduce(foundToHaveLeft, one.withdrawn),
      left: allThatLeft({ lines: [...one.left, ...lines], beyond }),
      stage: held.length === 0 ? 'fulfilled' : one.stage,
    };
  });
  return withdrawnFrom(gone, released(release), 'served-elsewhere');
};

const foundToHaveLeft = (
  withdrawn: readonly Withdrawn[],
  { lineId, because, quantity }: LeftBeyond,
): readonly Withdrawn[] => {
  let open = quantity;
  return withdrawn.flatMap((one) => {
    if (one.lineId !== lineId || one.because !== because) return [one];
    const found = Math.min(open, one.quantity);
    open -= found;
    return found === one.quantity ? [] : [{ ...one, quantity: one.quantity - found }];
  });
};

const offered = (one: Omit<Fulfilment, 'location'> & { location?: LocationId }): FulfilmentState => ({
  ...one,
  stage: 'offered',
  withdrawn: [],
  left: [],
});

/** A fulfilment that the order declined whole, because nobody wanted it any more: it, too, may have sent its goods. */
const declined = (part: Fulfilments & Lines, release: readonly ReservedQuantity[]): Fulfilments => {
  const unknown = release.filter(({ fulfilmentId }) => !part.fulfilments.has(fulfilmentId));
  const known = [...Map.groupBy(unknown, ({ fulfilmentId }) => fulfilmentId)].map(
    ([, goods]): FulfilmentState => ({
      ...offered({
        fulfilmentId: goods[0]!.fulfilmentId,
        location: goods[0]!.location,
        method: part.lines.find(({ lineId }) => lineId === goods[0]!.lineId)?.method ?? 'ship',
        lines: [],
      }),
      withdrawn: goods.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity, because: 'cancelled' })),
    }),
  );
  return joinedBy(part, known);
};

type Reported = Pick<FulfilmentState, 'fulfilmentId' | 'method'> & {
  readonly location?: LocationId | undefined;
};

/** One that another system decided, as it is when nothing else is known of it. */
export const decidedElsewhere = ({ fulfilmentId, method, location }: Reported): FulfilmentState => ({
  ...offered({ fulfilmentId, method, lines: [] }),
  elsewhere: true,
  ...(location && { location }),
});

const reported = (part: Fulfilments, data: Reported): Fulfilments =>
  part.fulfilments.has(data.fulfilmentId)
    ? changing(part, data.fulfilmentId, (one) => ({
        ...one,
        ...(data.location && { location: data.location }),
      }))
    : joinedBy(part, [decidedElsewhere(data)]);

/** How goods that others send reach the customer shows when they do. */
const collected = (part: Fulfilments, { fulfilmentId }: { readonly fulfilmentId: string }): Fulfilments =>
  changing(part, fulfilmentId, (one) => (one.elsewhere ? { ...one, method: 'pickup' } : one));

const reaches =
  (stage: FulfilmentStage) =>
  (part: Fulfilments, { data }: { readonly data: { readonly fulfilmentId: string } }): Fulfilments =>
    changing(part, data.fulfilmentId, (one) => ({ ...one, stage }));

const losesHeld =
  (because: Withdrawn['because']) =>
  (part: Fulfilments, { data }: { readonly data: Held }): Fulfilments =>
    withdrawnFrom(part, [data], because);

export const fulfilmentChanges = {
  'tributary.order.allocated.v1': (part, { data }) => joinedBy(part, data.fulfilments.map(offered)),
  'tributary.order.allocation-declined.v1': (part, { data }) => declined(part, data.release),
  'tributary.order.allocation-lost.v1': losesHeld('lost'),
  'tributary.order.fulfilment-shorted.v1': losesHeld('short'),
  'tributary.order.rejected.v1': (part, { data }) => withdrawnFrom(part, released(data.release), 'cancelled'),
  'tributary.order.cancelled.v1': (part, { data }) =>
    withdrawnFrom(part, released(data.release), 'cancelled'),
  'tributary.order.changed.v1': (part, { data: { release, anew } }) => {
    const goAnew = new Set<string>(anew.map(({ lineId }) => lineId));
    const cancelled = release.filter(({ lineId }) => !goAnew.has(lineId));
    const elsewhere = release.filter(({ lineId }) => goAnew.has(lineId));
    const without = withdrawnFrom(part, released(cancelled), 'cancelled');
    return withdrawnFrom(without, released(elsewhere), 'served-elsewhere');
  },
  'tributary.order.fulfilment-reported.v1': (part, { data }) => reported(part, data),
  'tributary.order.fulfilment-accepted.v1': reaches('accepted'),
  'tributary.order.fulfilment-picked.v1': reaches('picked'),
  'tributary.order.fulfilment-packed.v1': reaches('packed'),
  'tributary.order.pickup-ready.v1': (part, event) => collected(reaches('ready')(part, event), event.data),
  'tributary.order.shipped.v1': (part, { data }) => {
    const { shipmentId, fulfilmentId } = data;
    const shipment = { shipmentId, fulfilmentId, lines: ofTheOrder(data), delivered: false };
    return { ...handedOut(part, data), shipments: part.shipments.set(shipmentId, shipment) };
  },
  'tributary.order.handed-over.v1': (part, { data }) => collected(handedOut(part, data), data),
  'tributary.order.delivered.v1': (part, { data: { shipmentId } }) => {
    const shipment = part.shipments.get(shipmentId);
    return shipment
      ? { ...part, shipments: part.shipments.set(shipmentId, { ...shipment, delivered: true }) }
      : part;
  },
} satisfies Changes<Fulfilments & Lines>;
