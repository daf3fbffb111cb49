import type { Fulfilment, LocationId, Method } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** Who works on the order, what they still hold for it, and what left them in parcels. */
export interface Fulfilments {
  readonly fulfilments: readonly FulfilmentState[];
  readonly shipments: readonly Shipment[];
}

/** In the order they can be reached; a later fact never takes a fulfilment back. */
export const fulfilmentStages = ['offered', 'accepted', 'picked', 'packed', 'ready', 'fulfilled'] as const;
export type FulfilmentStage = (typeof fulfilmentStages)[number];

export interface FulfilmentState {
  readonly fulfilmentId: string;
  readonly location: LocationId;
  readonly method: Method;
  readonly stage: FulfilmentStage;
  /** What the location still holds for the order. */
  readonly lines: Fulfilment['lines'];
}

export interface Shipment {
  readonly shipmentId: string;
  readonly fulfilmentId: string;
  readonly lines: Fulfilment['lines'];
  readonly delivered: boolean;
}

export const noFulfilments: Fulfilments = { fulfilments: [], shipments: [] };

export const reached = ({ stage: now }: FulfilmentState, stage: FulfilmentStage): boolean =>
  fulfilmentStages.indexOf(now) >= fulfilmentStages.indexOf(stage);

interface Held {
  readonly fulfilmentId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

const released = (
  release: readonly { fulfilmentId: string; lineId: string; quantity: number }[],
): readonly Held[] => release.map(({ fulfilmentId, ...line }) => ({ fulfilmentId, lines: [line] }));

/** Takes quantities out of what fulfilments still hold. */
const withoutHeld = (part: Fulfilments, held: readonly Held[]): Fulfilments => ({
  ...part,
  fulfilments: held.reduce(takeFrom, part.fulfilments),
});

const takeFrom = (
  fulfilments: readonly FulfilmentState[],
  { fulfilmentId, lines }: Held,
): readonly FulfilmentState[] => {
  const taken = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return fulfilments.map((fulfilment) =>
    fulfilment.fulfilmentId === fulfilmentId
      ? {
          ...fulfilment,
          lines: fulfilment.lines
            .map((line) => ({ ...line, quantity: line.quantity - (taken.get(line.lineId) ?? 0) }))
            .filter(({ quantity }) => quantity > 0),
        }
      : fulfilment,
  );
};

/** Goods left the fulfilment; once it holds nothing more it is fulfilled. */
const handedOut = (part: Fulfilments, held: Held): Fulfilments => {
  const left = withoutHeld(part, [held]);
  const emptied = left.fulfilments.some(
    (one) => one.fulfilmentId === held.fulfilmentId && one.lines.length === 0,
  );
  return emptied ? atStage(left, held.fulfilmentId, 'fulfilled') : left;
};

const atStage = (part: Fulfilments, fulfilmentId: string, stage: FulfilmentStage): Fulfilments => ({
  ...part,
  fulfilments: part.fulfilments.map((fulfilment) =>
    fulfilment.fulfilmentId === fulfilmentId ? { ...fulfilment, stage } : fulfilment,
  ),
});

const reaches =
  (stage: FulfilmentStage) =>
  (part: Fulfilments, { data }: { readonly data: { readonly fulfilmentId: string } }): Fulfilments =>
    atStage(part, data.fulfilmentId, stage);

const losesHeld = (part: Fulfilments, { data }: { readonly data: Held }): Fulfilments =>
  withoutHeld(part, [data]);

export const fulfilmentChanges = {
  'tributary.order.allocated.v1': (part, { data }) => {
    const offered = data.fulfilments.map((one): FulfilmentState => ({ ...one, stage: 'offered' }));
    return { ...part, fulfilments: [...part.fulfilments, ...offered] };
  },
  'tributary.order.allocation-lost.v1': losesHeld,
  'tributary.order.fulfilment-shorted.v1': losesHeld,
  'tributary.order.rejected.v1': (part, { data }) => withoutHeld(part, released(data.release)),
  'tributary.order.cancelled.v1': (part, { data }) => withoutHeld(part, released(data.release)),
  'tributary.order.fulfilment-accepted.v1': reaches('accepted'),
  'tributary.order.fulfilment-picked.v1': reaches('picked'),
  'tributary.order.fulfilment-packed.v1': reaches('packed'),
  'tributary.order.pickup-ready.v1': reaches('ready'),
  'tributary.order.shipped.v1': (part, { data }) => {
    const { shipmentId, fulfilmentId, lines } = data;
    const shipment = { shipmentId, fulfilmentId, lines, delivered: false };
    return { ...handedOut(part, data), shipments: [...part.shipments, shipment] };
  },
  'tributary.order.handed-over.v1': (part, { data }) => handedOut(part, data),
  'tributary.order.delivered.v1': (part, { data }) => ({
    ...part,
    shipments: part.shipments.map((shipment) =>
      shipment.shipmentId === data.shipmentId ? { ...shipment, delivered: true } : shipment,
    ),
  }),
} satisfies Changes<Fulfilments>;
