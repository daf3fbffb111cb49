import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import type { Chance } from '@tributary/simulation';

/** A message as an integrator sends it, and when it happened. */
export interface Told {
  readonly id: string;
  readonly source: string;
  readonly specversion: '1.0';
  readonly type: InboundTypeName;
  readonly time: string;
  readonly data: unknown;
}

const opening = Date.UTC(2026, 2, 2, 8);
const second = 1_000;
const locations = ['leeds', 'york'];

/** One day of a shop, told in the order in which it happened. */
class Day {
  readonly messages: Told[] = [];
  private now = opening;

  constructor(protected readonly chance: Chance) {}

  tell<T extends InboundTypeName>(type: T, data: InboundInput<T>): void {
    this.now += (1 + this.chance.below(60)) * second;
    this.messages.push({
      id: `m${this.messages.length}`,
      source: 'urn:world',
      specversion: '1.0',
      type,
      time: new Date(this.now).toISOString(),
      data,
    });
  }

  /**
   * A moment so many seconds before the last that was told, UTC ISO 8601. Nothing else happened at it: what happens
   * at one moment means what the order says in which it is told.
   */
  ago(seconds: number): string {
    return new Date(this.now - seconds * second - second / 2).toISOString();
  }

  open(): void {
    for (const locationId of locations) {
      this.tell('tributary.location.updated.v1', {
        locationId,
        name: locationId,
        kind: 'store',
        address: { country: 'GB' },
        capabilities: ['ship', 'pickup'],
      });
    }
  }

  receive(sku: string, location: string, quantity: number): void {
    this.tell('tributary.stock.received.v1', { sku, location, quantity });
  }
}

const money = { currency: 'EUR' as const, unitPrice: '10.00' };

/** How many messages a day opens with: the network and the first goods are known before anybody trades. */
export interface TradedDay {
  readonly opening: readonly Told[];
  readonly trading: readonly Told[];
}

const dayOf = (day: Day, trade: () => void): TradedDay => {
  const opened = day.messages.length;
  trade();
  return { opening: day.messages.slice(0, opened), trading: day.messages.slice(opened) };
};

/**
 * More than enough of everything, each SKU at one place: nobody has to decide who gets the last unit,
 * so the end is the same in whatever order it is told.
 */
export const amplyStockedDay = (chance: Chance): TradedDay => {
  const day = new Day(chance);
  const skus = ['LAMP', 'VASE', 'SOFA'].map((sku, n) => ({ sku, location: locations[n % 2]! }));
  day.open();
  for (const { sku, location } of skus) day.receive(sku, location, 100);
  return dayOf(day, () => {
    const customers = 1 + chance.below(4);
    for (let number = 0; number < customers; number += 1) {
      const goods = chance.of(skus);
      chance.of([ship, collect, sell, sell, exchange])(day, chance, `${number}`, goods);
      if (chance.happens(0.5)) moveStock(day, chance, goods);
    }
  });
};

interface Goods {
  readonly sku: string;
  readonly location: string;
}

const moveStock = (day: Day, chance: Chance, { sku, location }: Goods): void => {
  const quantity = 1 + chance.below(5);
  chance.of([
    () => day.receive(sku, location, quantity),
    () => day.tell('tributary.stock.adjusted.v1', { sku, location, delta: -quantity, reason: 'broken' }),
    () => count(day, chance, { sku, location }, 60 + chance.below(40)),
  ])();
};

/** Now and then it is told of a moment that is past. */
const count = (day: Day, chance: Chance, goods: Goods, quantity: number): void =>
  day.tell('tributary.stock.counted.v1', {
    ...goods,
    quantity,
    ...(chance.happens(0.3) && { countedAt: day.ago(chance.below(300)) }),
  });

const capture = (
  day: Day,
  number: string,
  { sku, location }: Goods,
  quantity: number,
  { pickup, holds = [] }: { readonly pickup: boolean; readonly holds?: { reason: string }[] },
): void =>
  day.tell('tributary.order.captured.v1', {
    channel: 'web',
    number,
    currency: money.currency,
    lines: [
      {
        lineId: '1',
        sku,
        quantity,
        unitPrice: money.unitPrice,
        ...(pickup && { method: 'pickup' as const, pickupAt: location }),
      },
    ],
    ...(holds.length > 0 && { holds }),
  });

const pay = (day: Day, chance: Chance, orderId: string, amount: number): void => {
  day.tell('tributary.payment.authorised.v1', { orderId, paymentId: 'P1', amount });
  const part = chance.happens(0.5) ? 500 : amount;
  day.tell('tributary.payment.captured.v1', { orderId, paymentId: 'P1', amount: part });
  if (part < amount)
    day.tell('tributary.payment.captured.v1', { orderId, paymentId: 'P1', amount: amount - part });
  // Money that the order cannot count waits for somebody who corrects it.
  if (chance.happens(0.2))
    day.tell('tributary.payment.captured.v1', { orderId, paymentId: 'P2', amount, currency: 'USD' });
};

const ship = (day: Day, chance: Chance, number: string, goods: Goods): void => {
  const quantity = 1 + chance.below(3);
  const [orderId, fulfilmentId, shipmentId] = [`web.${number}`, `S1-${goods.location}`, 'X1'];
  capture(day, number, goods, quantity, { pickup: false });
  pay(day, chance, orderId, quantity * 1_000);
  day.tell('tributary.fulfilment.picked.v1', { orderId, fulfilmentId });
  day.tell('tributary.shipment.dispatched.v1', { orderId, fulfilmentId, shipmentId });
  day.tell('tributary.shipment.delivered.v1', { orderId, shipmentId });
  if (chance.happens(0.5)) giveBack(day, orderId, goods, 1);
};

const collect = (day: Day, chance: Chance, number: string, goods: Goods): void => {
  const quantity = 1 + chance.below(3);
  const [orderId, fulfilmentId] = [`web.${number}`, `P1-${goods.location}`];
  capture(day, number, goods, quantity, { pickup: true });
  pay(day, chance, orderId, quantity * 1_000);
  day.tell('tributary.pickup.ready.v1', { orderId, fulfilmentId });
  day.tell('tributary.pickup.handed-over.v1', { orderId, fulfilmentId });
  if (chance.happens(0.3)) day.tell('tributary.refund.issued.v1', { orderId, refundId: 'G1', amount: 200 });
};

const sell = (day: Day, chance: Chance, number: string, { sku, location }: Goods): void => {
  const quantity = 1 + chance.below(3);
  day.tell('tributary.sale.recorded.v1', {
    channel: 'pos',
    number,
    location,
    currency: money.currency,
    lines: [{ lineId: '1', sku, quantity, unitPrice: money.unitPrice }],
    payments: [{ paymentId: 'P1', method: 'cash', amount: quantity * 1_000, status: 'captured' }],
  });
  if (chance.happens(0.3)) giveBack(day, `pos.${number}`, { sku, location }, 1);
};

/** Another sale under the number of a receipt that there may have been before. */
const sellAgain = (day: Day, chance: Chance, number: string, goods: Goods): void =>
  sell(day, chance, `${chance.below(Number(number) + 1)}`, goods);

/** A unit comes back on another receipt, of the one it was sold on or blind; what is bought beside it is paid with it. */
const exchange = (day: Day, chance: Chance, number: string, goods: Goods): void => {
  sell(day, chance, number, goods);
  const bought = chance.below(3);
  const line = { sku: goods.sku, unitPrice: money.unitPrice };
  day.tell('tributary.sale.recorded.v1', {
    channel: 'pos',
    number: `X${number}`,
    location: goods.location,
    currency: money.currency,
    lines: [
      {
        ...line,
        lineId: '1',
        quantity: -1,
        ...(chance.happens(0.5) && { returnOf: { orderId: `pos.${number}` } }),
      },
      ...(bought > 0 ? [{ ...line, lineId: '2', quantity: bought }] : []),
    ],
    payments: [{ paymentId: 'P1', method: 'cash', amount: (bought - 1) * 1_000, status: 'captured' }],
  });
};

const giveBack = (day: Day, orderId: string, { sku, location }: Goods, quantity: number): void =>
  day.tell('tributary.return.received.v1', {
    returnId: `R-${orderId}`,
    orderId,
    location,
    currency: money.currency,
    lines: [{ lineId: '1', sku, quantity, refund: 1_000, disposition: 'restock' }],
  });

/** Few units at two places, and everybody wants them; what is decided hangs on the order it is told in. */
export const scarceDay = (chance: Chance): TradedDay => {
  const day = new Day(chance);
  const skus = ['LAMP', 'VASE'];
  day.open();
  for (const sku of skus) for (const location of locations) day.receive(sku, location, 1 + chance.below(4));
  return dayOf(day, () => {
    const customers = 2 + chance.below(5);
    for (let number = 0; number < customers; number += 1) {
      const goods = { sku: chance.of(skus), location: chance.of(locations) };
      chance.of([ask, ask, ask, sell, sellAgain, exchange, disturb])(day, chance, `${number}`, goods);
    }
  });
};

const reasons = ['fraud', 'csr'];

/** An order, and then whatever may be told of one that nobody can be sure was served from there. */
const ask = (day: Day, chance: Chance, number: string, goods: Goods): void => {
  const pickup = chance.happens(0.3);
  const orderId = `web.${number}`;
  const fulfilmentId = `${pickup ? 'P' : 'S'}1-${goods.location}`;
  const holds = chance.happens(0.15) ? [{ reason: chance.of(reasons) }] : [];
  capture(day, number, goods, 1 + chance.below(3), { pickup, holds });
  const step = (): void =>
    chance.of([
      () => day.tell('tributary.order.cancel-requested.v1', { orderId }),
      () =>
        day.tell('tributary.order.cancel-requested.v1', { orderId, lines: [{ lineId: '1', quantity: 1 }] }),
      () =>
        day.tell('tributary.fulfilment.shorted.v1', {
          orderId,
          fulfilmentId,
          lines: [{ lineId: '1', quantity: 1, reason: 'not-found' }],
        }),
      () => leave(day, chance, pickup, orderId, fulfilmentId),
      () => leave(day, chance, pickup, orderId, fulfilmentId),
      () => giveBack(day, orderId, goods, 1 + chance.below(3)),
      () => day.tell('tributary.order.hold-requested.v1', { orderId, reason: chance.of(reasons) }),
      () => day.tell('tributary.order.release-requested.v1', { orderId, reason: chance.of(reasons) }),
      () => undefined,
    ])();
  for (let steps = 1 + chance.below(4); steps > 0; steps -= 1) step();
};

/** Goods leave, whatever was cancelled, missed or lost before: all of them, or so many, which may be more than were ordered. */
const leave = (day: Day, chance: Chance, pickup: boolean, orderId: string, first: string): void => {
  const fulfilmentId = chance.happens(0.8) ? first : first.replace('1-', '2-');
  const of = {
    orderId,
    fulfilmentId,
    ...(chance.happens(0.6) && { lines: [{ lineId: '1', quantity: 1 + chance.below(4) }] }),
  };
  if (pickup) day.tell('tributary.pickup.handed-over.v1', of);
  else day.tell('tributary.shipment.dispatched.v1', { ...of, shipmentId: `X${1 + chance.below(2)}` });
};

const disturb = (day: Day, chance: Chance, _: string, { sku, location }: Goods): void =>
  chance.of([
    () => day.receive(sku, location, 1 + chance.below(3)),
    () => count(day, chance, { sku, location }, chance.below(5)),
    () => day.tell('tributary.stock.adjusted.v1', { sku, location, delta: -1, reason: 'broken' }),
    () =>
      day.tell('tributary.stock.moved.v1', {
        sku,
        from: location,
        to: location === 'leeds' ? 'york' : 'leeds',
        quantity: 1,
      }),
  ])();
