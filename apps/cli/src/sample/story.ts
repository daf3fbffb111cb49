import { lineAmount } from '@tributary/contracts';
import { type Chance, chanceOf } from './chance.ts';
import { type Message, message } from './message.ts';
import { stores } from './network.ts';
import type { SampleLine, SampleOrder } from './orders.ts';
import { type Fulfilment, fulfilmentSteps } from './work.ts';

/** How fast and how far a story is told. */
export interface Telling {
  readonly seed: number;
  /** What a minute of the story lasts, milliseconds. */
  readonly minute: number;
  /** Nothing is told that happens after this, milliseconds since the epoch. */
  readonly until: number;
}

/** What becomes of an order, decided with the order and before anyone has touched it. */
type Fate = 'served' | 'cancelled' | 'partly-cancelled' | 'returned';

const fateOf = (chance: Chance, { lines, channel }: SampleOrder): Fate => {
  const fate = chance.weighted<Fate>([
    ['served', 86],
    ['returned', 8],
    ['cancelled', 4],
    ['partly-cancelled', 2],
  ]);
  if (channel === 'pos') return fate === 'returned' && chance.happens(0.5) ? 'returned' : 'served';
  return fate === 'partly-cancelled' && lines.length < 2 ? 'served' : fate;
};

/**
 * Everything that customer, payment provider, locations and carriers report about an order after it
 * was placed, as far as it has happened. Most of it names fulfilments, which sourcing decides: they are
 * read from the platform, as a warehouse system does.
 * @param fulfilments those to be worked on now
 * @param late minutes after the order at which work on them began: more for what was sourced again
 */
export const storyOf = (
  order: SampleOrder,
  fulfilments: readonly Fulfilment[],
  { seed, minute, until }: Telling,
  late = 0,
): Message[] => {
  const chance = chanceOf(seed, 'story', order.orderId);
  const fate = fateOf(chance, order);
  const cancelAt = order.at + chance.whole(2, 5) * minute;
  const served = fate === 'cancelled' ? [] : fulfilments.map((one) => stillWanted(one, order, fate));
  const work = served.flatMap((fulfilment) =>
    fulfilmentSteps(
      order,
      fulfilment,
      chanceOf(seed, order.orderId, fulfilment.fulfilmentId),
      minute,
      order.at + late * minute,
    ),
  );
  const told = [
    ...work,
    ...(late === 0 ? cancellation(order, fate, cancelAt, minute) : []),
    ...(late === 0 ? payment(order, work) : []),
    ...(late === 0 && fate === 'returned' ? goodsComeBack(order, work, chance, minute) : []),
  ];
  const happened = told
    .filter(({ time }) => Date.parse(time) <= until)
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return disturbed(happened, chanceOf(seed, order.orderId, 'line noise'));
};

/** What was cancelled in time is not picked and sent any more. */
const stillWanted = (fulfilment: Fulfilment, { lines }: SampleOrder, fate: Fate): Fulfilment =>
  fate === 'partly-cancelled'
    ? {
        ...fulfilment,
        lines: fulfilment.lines.filter(({ lineId }) => lineId !== cancelledLine(lines).lineId),
      }
    : fulfilment;

const cancelledLine = (lines: SampleOrder['lines']): SampleLine => lines.at(-1)!;

/** Networks repeat messages and let them overtake each other. */
const disturbed = (messages: Message[], chance: Chance): Message[] => {
  if (messages.length > 2 && chance.happens(0.03)) return messages.toReversed();
  if (messages.length > 0 && chance.happens(0.03)) return [...messages, chance.one(messages)];
  return messages;
};

/** What the customer paid for some units of a line, minor units. */
const paidFor = ({ unitPrice }: SampleLine, quantity: number, { paidShare }: SampleOrder): number =>
  Math.floor((lineAmount(unitPrice, quantity, 'EUR') * paidShare) / 100);

const cancellation = (order: SampleOrder, fate: Fate, at: number, minute: number): Message[] => {
  if (fate !== 'cancelled' && fate !== 'partly-cancelled') return [];
  const { orderId, channel, total, toCapture } = order;
  const line = cancelledLine(order.lines);
  const whole = fate === 'cancelled';
  const amount = whole ? total : paidFor(line, line.quantity, order);
  const request = message('tributary.order.cancel-requested.v1', `shop:${channel}`, `cancel-${orderId}`, at, {
    orderId,
    ...(!whole && { lines: [{ lineId: line.lineId, quantity: line.quantity }] }),
    reason: whole ? 'Changed my mind' : 'Ordered one thing too many',
  });
  // Money that was only set aside is given up with the whole order: none was taken, so there is none to give back.
  if (whole && toCapture) return [request, givenUp(orderId, toCapture.paymentId, at + 2 * minute)];
  const refundAt = at + (toCapture ? 30 : 2) * minute;
  return [
    request,
    message('tributary.refund.issued.v1', 'payments', `refund-${orderId}`, refundAt, {
      orderId,
      refundId: `RF-${orderId}`,
      amount,
      reason: 'Cancelled',
    }),
  ];
};

const givenUp = (orderId: string, paymentId: string, at: number): Message =>
  message('tributary.payment.voided.v1', 'payments', `voided-${paymentId}`, at, {
    orderId,
    paymentId,
    reason: 'Cancelled',
  });

/** Money that was set aside is taken when the first goods leave. */
const payment = ({ orderId, toCapture }: SampleOrder, work: readonly Message[]): Message[] => {
  const left = work.filter(({ type }) => isLeaving(type)).map(({ time }) => time);
  const first = left.sort()[0];
  if (!toCapture || first === undefined) return [];
  return [
    message('tributary.payment.captured.v1', 'payments', `captured-${orderId}`, Date.parse(first) + 2_000, {
      orderId,
      ...toCapture,
    }),
  ];
};

/** Something could not be picked, so sourcing looks for it elsewhere. */
export const isShort = ({ type }: Message): boolean => type === 'tributary.fulfilment.shorted.v1';

const isLeaving = (type: string): boolean =>
  type === 'tributary.shipment.dispatched.v1' || type === 'tributary.pickup.handed-over.v1';
const isArriving = (type: string): boolean =>
  type === 'tributary.shipment.delivered.v1' || type === 'tributary.pickup.handed-over.v1';

/** One unit comes back, to a store of the shopper's choice and seldom to where it came from. */
const goodsComeBack = (
  order: SampleOrder,
  work: readonly Message[],
  chance: Chance,
  minute: number,
): Message[] => {
  const { orderId, at, soldAt } = order;
  const arrived = soldAt
    ? at
    : Math.max(0, ...work.filter(({ type }) => isArriving(type)).map(({ time }) => Date.parse(time)));
  const line = chance.one(order.lines);
  if (arrived === 0) return [];
  const location = chance.one(stores.filter(({ locationId }) => locationId !== soldAt)).locationId;
  return [
    message(
      'tributary.return.received.v1',
      `pos:${location}`,
      `return-${orderId}`,
      arrived + chance.whole(8, 20) * minute,
      {
        returnId: `RMA-${orderId}`,
        orderId,
        location,
        currency: 'EUR',
        lines: [
          {
            lineId: line.lineId,
            sku: line.sku,
            quantity: 1,
            refund: paidFor(line, 1, order),
            disposition: chance.weighted([
              ['restock', 75],
              ['damaged', 15],
              ['refurbish', 10],
            ]),
          },
        ],
        reason: chance.one([
          'Does not fit the room',
          'Colour differs from the picture',
          'Arrived damaged',
          'Was a gift',
        ]),
      },
    ),
  ];
};
