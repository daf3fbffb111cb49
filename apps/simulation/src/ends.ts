import type { InboxMessage, OrderPage } from '@tributary/contracts';
import type { World } from './world.ts';

interface Position {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** What people see when all is at rest. */
export interface End {
  readonly orders: readonly OrderPage[];
  readonly stock: readonly Position[];
  /** Messages in quarantine; those that a service gave up are told by where they lie, which is any place. */
  readonly quarantine: readonly InboxMessage[];
}

export const endOf = async (world: World): Promise<End> => ({
  orders: await world.documents<OrderPage>('repository.orders'),
  stock: await world.documents<Position>('inventory.stock'),
  quarantine: (await world.documents<InboxMessage>('gateway.quarantine')).filter(({ parked }) => !parked),
});

/** Orders that nobody holds: those that are held wait for whoever releases them. */
const unheld = ({ orders }: End) => orders.filter(({ holds }) => !holds);

/** `ends-or-waits`: every unit that was ordered has left, was cancelled, or is held, awaited or to be decided on. */
export const forgottenIn = (end: End): string[] =>
  unheld(end).flatMap(({ orderId, lines }) =>
    lines.flatMap(({ lineId, quantities }) => {
      const { ordered, cancelled, fulfilled, allocated, backordered, undecided = 0 } = quantities;
      const forgotten = ordered - cancelled - fulfilled - allocated - backordered - undecided;
      // What somebody is to decide on may wait for stock meanwhile.
      return forgotten <= 0
        ? []
        : [`ends-or-waits: of line ${lineId} of ${orderId} ${forgotten} are with nobody`];
    }),
  );

/**
 * `waits-for-what-is-not-there`: nobody waits for what could be sold where they may have it from. A location that
 * served an order and did not have it is not asked again.
 */
export const waitingInVainIn = (end: End): string[] =>
  unheld(end).flatMap(({ orderId, lines, fulfilments }) =>
    lines.flatMap(({ lineId, sku, pickupAt, quantities: { backordered } }) => {
      const there = end.stock.filter(
        (position) =>
          backordered > 0 &&
          !fulfilments.some(({ location }) => location === position.location) &&
          position.sku === sku &&
          (pickupAt ?? position.location) === position.location &&
          position.onHand > position.reserved,
      );
      return there.map(
        ({ location }) =>
          `waits-for-what-is-not-there: line ${lineId} of ${orderId} waits, and ${location} has ${sku}`,
      );
    }),
  );

/**
 * Quantities and money of orders, stock, and what waits in quarantine: what everybody must end with, whatever was
 * told when.
 */
const figuresOf = ({ orders, stock, quarantine }: End): Readonly<Record<string, unknown>> =>
  Object.fromEntries([
    ...orders.map(({ orderId, lines, money }) => [orderId, { lines, money }]),
    ...stock.map(({ sku, location, onHand, reserved }) => [`${sku}@${location}`, { onHand, reserved }]),
    ...quarantine.map(({ raw, state, code }) => [toldIn(raw), { state, code }]),
  ]) as Record<string, unknown>;

/** What a message says: told again under another id it waits as another, and says the same. */
const toldIn = (raw = '{}'): string => {
  const { type, time, data } = JSON.parse(raw) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ type, time, data });
};

/** `any-order-same-end`. */
export const differences = (expected: End, actual: End): string[] => {
  const [inOrder, any] = [figuresOf(expected), figuresOf(actual)];
  return [...new Set([...Object.keys(inOrder), ...Object.keys(any)])].flatMap((key) => {
    const [wanted, got] = [JSON.stringify(inOrder[key]), JSON.stringify(any[key])];
    return wanted === got ? [] : [`any-order-same-end: ${key} is ${got}, told in order ${wanted}`];
  });
};
