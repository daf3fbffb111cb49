import type { OrderPage, PageFulfilment, PageFulfilmentStatus, PageShipment } from './order-page.ts';

/** When a change happened, UTC ISO 8601. */
interface At {
  readonly time: string;
}

/** UTC ISO 8601 texts compare as the moments they name. */
export const later = (one: string, other: string): string => (other > one ? other : one);

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

/** A fulfilment is delivered when all its shipments are. */
export const allDelivered = (page: OrderPage, { time }: At): OrderPage => ({
  ...page,
  fulfilments: page.fulfilments.map((one) =>
    one.status === 'shipped' && one.shipments.every(({ status }) => status === 'delivered')
      ? { ...one, status: 'delivered', updatedAt: later(one.updatedAt, time) }
      : one,
  ),
});
