import { type Chance, hashOf } from './chance.ts';
import { type Message, message } from './message.ts';
import { locations } from './network.ts';
import type { SampleOrder } from './orders.ts';

/** One location's part of an order, as `GET /v1/orders/{id}` tells it. */
export interface Fulfilment {
  readonly fulfilmentId: string;
  readonly location: string;
  readonly method: string;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
}

/** Of a hundred fulfilments, how many find a unit missing on the shelf. */
const shortPercent = 4;

/**
 * What a location and a carrier report about a fulfilment from start to end.
 * @param minute what a minute of the story lasts, milliseconds
 * @param start milliseconds since the epoch
 */
export const fulfilmentSteps = (
  order: SampleOrder,
  fulfilment: Fulfilment,
  chance: Chance,
  minute: number,
  start: number,
): Message[] => {
  const { lines, method } = fulfilment;
  if (lines.length === 0) return [];
  const pace = (0.7 + chance.share() * 0.9) * minute;
  const at = (minutes: number) => Math.round(start + minutes * pace);
  const missing = chance.whole(1, 100) <= shortPercent ? chance.one(lines) : undefined;
  const found = lines.filter((line) => line !== missing);
  return [
    ...onTheShelves(order, fulfilment, missing, found, chance, at),
    ...(found.length === 0
      ? []
      : method === 'pickup'
        ? pickupSteps(order, { ...fulfilment, lines: found }, chance, at)
        : shippingSteps(order, { ...fulfilment, lines: found }, chance, at)),
  ];
};

type Clock = (minutes: number) => number;
type Line = Fulfilment['lines'][number];

const onTheShelves = (
  { orderId }: SampleOrder,
  { fulfilmentId, location }: Fulfilment,
  missing: Line | undefined,
  found: readonly Line[],
  chance: Chance,
  at: Clock,
): Message[] => {
  const source = sourceOf(location);
  const place = { orderId, fulfilmentId };
  const id = (what: string) => `${what}-${orderId}-${fulfilmentId}`;
  const steps: Message[] = [
    message('tributary.fulfilment.accepted.v1', source, id('accepted'), at(2), place),
  ];
  if (missing) {
    const { lineId, quantity } = missing;
    const reason = chance.one(['not-found', 'damaged', 'reserved-in-shop'] as const);
    const lines = [{ lineId, quantity, reason }];
    steps.push(message('tributary.fulfilment.shorted.v1', source, id('shorted'), at(5), { ...place, lines }));
  }
  if (found.length > 0) {
    const lines = unitsOf(found);
    steps.push(message('tributary.fulfilment.picked.v1', source, id('picked'), at(6), { ...place, lines }));
  }
  return steps;
};

const unitsOf = (lines: readonly Line[]) => lines.map(({ lineId, quantity }) => ({ lineId, quantity }));

const pickupSteps = (
  { orderId, shopper }: SampleOrder,
  { fulfilmentId, location, lines }: Fulfilment,
  chance: Chance,
  at: Clock,
): Message[] => {
  const source = sourceOf(location);
  const place = { orderId, fulfilmentId };
  const ready = message('tributary.pickup.ready.v1', source, `ready-${orderId}-${fulfilmentId}`, at(8), {
    ...place,
    until: new Date(at(8) + 5 * 24 * 3_600_000).toISOString(),
  });
  const collected = message(
    'tributary.pickup.handed-over.v1',
    source,
    `handed-over-${orderId}-${fulfilmentId}`,
    at(chance.whole(20, 50)),
    { ...place, lines: unitsOf(lines), collectedBy: shopper.name },
  );
  // Some customers take their time.
  return chance.happens(0.75) ? [ready, collected] : [ready];
};

const shippingSteps = (
  { orderId, shopper: { name, address } }: SampleOrder,
  { fulfilmentId, location, lines }: Fulfilment,
  chance: Chance,
  at: Clock,
): Message[] => {
  const { carrier, tracking } = carrierFor(address.country, chance);
  const shipmentId = `SH-${String(hashOf(`${orderId} ${fulfilmentId}`)).padStart(10, '0')}`;
  const source = `carrier:${carrier.toLowerCase().replaceAll(' ', '-')}`;
  const id = (what: string) => `${what}-${orderId}-${fulfilmentId}`;
  const town = locations.find(({ locationId }) => locationId === location)?.address.city;
  const scan = (what: string, minutes: number, status: string, place: string | undefined) =>
    message('tributary.shipment.tracked.v1', source, id(what), at(minutes), {
      orderId,
      shipmentId,
      status,
      ...(place && { place }),
    });
  return [
    message('tributary.fulfilment.packed.v1', sourceOf(location), id('packed'), at(9), {
      orderId,
      fulfilmentId,
    }),
    message('tributary.shipment.dispatched.v1', sourceOf(location), id('dispatched'), at(14), {
      orderId,
      fulfilmentId,
      shipmentId,
      carrier,
      tracking,
      lines: unitsOf(lines),
    }),
    scan('in-transit', 20, 'in transit', town),
    scan('out-for-delivery', 34, 'out for delivery', address.city),
    message('tributary.shipment.delivered.v1', source, id('delivered'), at(chance.whole(40, 55)), {
      orderId,
      shipmentId,
      signedBy: name,
    }),
  ];
};

const sourceOf = (location: string): string =>
  location.startsWith('WH-') ? `wms:${location}` : `store:${location}`;

const carrierFor = (country: string, chance: Chance): { carrier: string; tracking: string } => {
  if (country === 'NL') return { carrier: 'PostNL', tracking: `3SDEMO${chance.digits(9)}` };
  if (country === 'IE') return { carrier: 'An Post', tracking: `CE${chance.digits(9)}IE` };
  return chance.one([
    { carrier: 'DHL', tracking: `JJD01${chance.digits(15)}` },
    { carrier: 'DPD', tracking: `0${chance.digits(13)}` },
    { carrier: 'GLS', tracking: chance.digits(11) },
  ]);
};
