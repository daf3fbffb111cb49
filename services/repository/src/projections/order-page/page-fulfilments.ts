import { type OrderFact, allThatLeft } from '@tributary/contracts';
import {
  type OrderPage,
  type PageFulfilment,
  type PageFulfilmentStatus,
  type PageShipment,
  mostListed,
  withMore,
} from './order-page.ts';

/** When a change happened, UTC ISO 8601. */
interface At {
  readonly time: string;
}

/** UTC ISO 8601 texts compare as the moments they name. */
export const later = (one: string, other: string): string => (other > one ? other : one);

/** With fulfilments that become known now, as far as there is room for them. */
export const joinedBy = (page: OrderPage, added: readonly PageFulfilment[]): OrderPage => {
  const room = Math.max(0, mostListed - page.fulfilments.length);
  const beyond = Math.max(0, added.length - room);
  const now = { ...page, fulfilments: [...page.fulfilments, ...added.slice(0, room)] };
  return beyond > 0 ? withMore(now, 'fulfilments', beyond) : now;
};

type Quantities = readonly { readonly lineId: string; readonly quantity: number }[];

const withoutLines = (lines: PageFulfilment['lines'], gone: Quantities): PageFulfilment['lines'] =>
  lines
    .map((line) => ({
      ...line,
      quantity: line.quantity - (gone.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0);

/** Goods a fulfilment no longer holds: the lines are open again. */
export const takeFrom = (
  page: OrderPage,
  { time }: At,
  { fulfilmentId, lines }: { fulfilmentId: string; lines: Quantities },
  emptied: PageFulfilmentStatus,
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) => {
    if (one.fulfilmentId !== fulfilmentId) return one;
    const left = withoutLines(one.lines, lines);
    return {
      ...one,
      lines: left,
      status: left.length === 0 ? emptied : one.status,
      updatedAt: later(one.updatedAt, time),
    };
  }),
});

type Left = Extract<OrderFact, { type: `tributary.order.${'shipped' | 'handed-over'}.v1` }>['data'];

/**
 * What left a fulfilment although it was no longer its to send is its own again: it shows the goods,
 * and no longer that it was cancelled, lost or short. What others held in their stead they give up.
 */
export const goodsLeft = (page: OrderPage, { data, time }: At & { readonly data: Left }): OrderPage => {
  const { fulfilmentId, beyond = [], release = [] } = data;
  const released = release.reduce(
    (current, { fulfilmentId: other, ...line }) =>
      takeFrom(current, { time }, { fulfilmentId: other, lines: [line] }, 'cancelled'),
    page,
  );
  if (beyond.length === 0) return released;
  const changed = known(released, data, time);
  return {
    ...changed,
    fulfilments: changed.fulfilments.map((one) =>
      one.fulfilmentId === fulfilmentId
        ? {
            ...one,
            lines: allThatLeft({ lines: [...one.lines] as Left['lines'], beyond }),
            status: withdrawn.includes(one.status) ? 'offered' : one.status,
          }
        : one,
    ),
  };
};

const withdrawn: readonly PageFulfilmentStatus[] = ['short', 'lost', 'cancelled'];

/** The order had declined this fulfilment whole, so the page did not show it. */
const known = (page: OrderPage, { fulfilmentId, location, beyond = [] }: Left, time: string): OrderPage =>
  page.fulfilments.some((one) => one.fulfilmentId === fulfilmentId)
    ? page
    : joinedBy(page, [
        {
          fulfilmentId,
          ...(location && { location }),
          method: page.lines.find(({ lineId }) => lineId === beyond[0]?.lineId)?.method ?? 'ship',
          status: 'offered' as const,
          lines: [],
          shipments: [],
          updatedAt: time,
        },
      ]);

/** A fulfilment that another system decided, or news of where it is. */
export const reported = (
  page: OrderPage,
  { time }: At,
  {
    fulfilmentId,
    location,
    method,
  }: Pick<PageFulfilment, 'fulfilmentId' | 'method'> & {
    readonly location?: string | undefined;
  },
): OrderPage => {
  const before = page.fulfilments.find((one) => one.fulfilmentId === fulfilmentId);
  const now: PageFulfilment = {
    ...(before ?? { fulfilmentId, method, elsewhere: true, status: 'offered', lines: [], shipments: [] }),
    ...(location && { location }),
    updatedAt: later(before?.updatedAt ?? time, time),
  };
  return before
    ? { ...page, fulfilments: page.fulfilments.map((one) => (one === before ? now : one)) }
    : joinedBy(page, [now]);
};

/** In the order they are reached. A step told late is kept in the timeline and takes nothing back. */
const steps: readonly PageFulfilmentStatus[] = [
  'offered',
  'accepted',
  'picked',
  'packed',
  'ready',
  'shipped',
  'delivered',
  'handed-over',
  'short',
  'lost',
  'cancelled',
];

const furthest = (before: PageFulfilmentStatus, now: PageFulfilmentStatus): PageFulfilmentStatus =>
  steps.indexOf(now) > steps.indexOf(before) ? now : before;

export const atStatus = (
  page: OrderPage,
  { time }: At,
  fulfilmentId: string,
  status: PageFulfilmentStatus,
  more: (one: PageFulfilment) => Partial<PageFulfilment> = () => ({}),
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.fulfilmentId === fulfilmentId
      ? {
          ...one,
          status: furthest(one.status, status),
          updatedAt: later(one.updatedAt, time),
          ...more(one),
        }
      : one,
  ),
});

/** With a shipment of a fulfilment, as far as there is room for it among those of the order. */
export const dispatched = (page: OrderPage, shipment: PageShipment) => {
  const isListed = page.fulfilments.reduce((sum, { shipments }) => sum + shipments.length, 0) < mostListed;
  return ({ shipments, moreShipments = 0 }: PageFulfilment): Partial<PageFulfilment> =>
    isListed ? { shipments: [...shipments, shipment] } : { moreShipments: moreShipments + 1 };
};

export const withShipment = (
  page: OrderPage,
  shipmentId: string,
  change: (before: PageShipment) => PageShipment,
): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.shipments.some((shipment) => shipment.shipmentId === shipmentId)
      ? {
          ...one,
          shipments: one.shipments.map((shipment) =>
            shipment.shipmentId === shipmentId ? change(shipment) : shipment,
          ),
        }
      : one,
  ),
});

/** A fulfilment is delivered when all its shipments are; of those that are not listed that is not known. */
export const allDelivered = (page: OrderPage, { time }: At): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.status === 'shipped' &&
    !one.moreShipments &&
    one.shipments.every(({ status }) => status === 'delivered')
      ? { ...one, status: 'delivered', updatedAt: later(one.updatedAt, time) }
      : one,
  ),
});
