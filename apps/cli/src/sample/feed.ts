import { openingStockMessages, productMessages } from './catalogue.ts';
import { chanceOf } from './chance.ts';
import type { Message } from './message.ts';
import { locationMessages } from './network.ts';
import { type Edition, type SampleOrder, sampleOrder } from './orders.ts';
import { postalAreaMessages, shopper } from './people.ts';
import { message } from './message.ts';
import { stockRoomMessage } from './supply.ts';
import { blindReturns, brokenMessages } from './trouble.ts';

export interface SampleFeed {
  /** The network, the catalogue and the people: known before anything is sold. */
  readonly reference: readonly Message[];
  /** What lies where when trading begins. */
  readonly openingStock: readonly Message[];
  /** Trading in the order it happened. */
  readonly turns: readonly Turn[];
}

/** Some orders, and what else was reported about that time. */
export interface Turn {
  readonly orders: readonly SampleOrder[];
  /** To be published in this order; what is broken among it is quarantined. */
  readonly messages: readonly (Message | Record<string, unknown>)[];
}

export const defaultSeed = 1;
const hour = 3_600_000;
/** How long before its end the feed begins. */
const span = 2 * hour;
const ordersPerTurn = 100;
/** Stock lasts about this many orders. */
const ordersOfOpeningStock = 1_500;
/** Customers whose master data a CRM has sent. */
const knownCustomers = 60;

/** The edition of the feed that a seed makes: another seed has other order numbers. */
export const feedEdition = (seed: number): Edition => ({
  seed,
  label: seed === defaultSeed ? '' : `${seed}-`,
});

/**
 * About two hours of omnichannel trading up to now. The same arguments make the same feed.
 * @param now milliseconds since the epoch
 */
export const sampleFeed = (seed: number, orderCount: number, now: number): SampleFeed => {
  const edition = feedEdition(seed);
  const suffix = seed === defaultSeed ? '' : `-${seed}`;
  const start = now - span;
  const scale = Math.max(1, orderCount / ordersOfOpeningStock);
  const chance = chanceOf(seed, 'arrivals');
  const orders = Array.from({ length: orderCount }, (_, index) =>
    sampleOrder(edition, index, Math.round(start + ((index + chance.share()) / orderCount) * span)),
  );
  return {
    reference: [
      ...postalAreaMessages(start - 24 * hour, suffix),
      ...locationMessages(start - 24 * hour, suffix),
      ...productMessages(start - 24 * hour, suffix),
      ...customerMessages(seed, start - 24 * hour, suffix),
    ],
    openingStock: openingStockMessages(start - hour, seed, suffix, scale),
    turns: turnsOf(orders, seed, suffix, start),
  };
};

const turnsOf = (orders: readonly SampleOrder[], seed: number, suffix: string, start: number): Turn[] => {
  const turns = Array.from({ length: Math.ceil(orders.length / ordersPerTurn) }, (_, index) =>
    turnOf(orders.slice(index * ordersPerTurn, (index + 1) * ordersPerTurn), index, seed, suffix),
  );
  const trouble = [...brokenMessages(suffix), ...blindReturns(start + hour, suffix)];
  return turns.map((turn, index) => ({
    ...turn,
    messages: [...turn.messages, ...trouble.filter((_, nth) => nth % turns.length === index)],
  }));
};

const turnOf = (orders: readonly SampleOrder[], index: number, seed: number, suffix: string): Turn => {
  const rooms = orders
    .filter((_, nth) => nth % 25 === 0)
    .map(({ at }, nth) => stockRoomMessage(seed, index * 100 + nth, at, suffix));
  const told = orders.flatMap(({ messages }) => messages);
  // One message in seventy is sent again by a system that missed the answer.
  const again = told.filter((_, nth) => nth % 70 === 35);
  return { orders, messages: [...rooms, ...told, ...again] };
};

const customerMessages = (seed: number, at: number, suffix: string): Message[] =>
  Array.from({ length: knownCustomers }, (_, index) => {
    const { address, ...customer } = shopper(seed, index);
    return message('tributary.customer.updated.v1', 'crm', `customer-${customer.id}${suffix}`, at, {
      ...customer,
      addresses: [{ ...address }],
    });
  });
