import { type InboundInput, lineAmount } from '@tributary/contracts';
import { carries, inDemand, products } from './catalogue.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Message, businessDateOf, message } from './message.ts';
import { type SampleLocation, nearestStore, stores } from './network.ts';
import { type Shopper, shopper, shopperCount } from './people.ts';

/** An order or sale, with what the rest of its story needs to know. */
export interface SampleOrder {
  readonly orderId: string;
  readonly number: string;
  readonly channel: Channel;
  /** When the customer ordered, milliseconds since the epoch. */
  readonly at: number;
  readonly messages: readonly Message[];
  readonly lines: readonly SampleLine[];
  /** Minor units, EUR. */
  readonly total: number;
  /** Set where the money was only set aside: it is taken when goods leave. */
  readonly toCapture?: { readonly paymentId: string; readonly amount: number };
  /** Of what the lines cost, the share that was paid for them after a voucher, in per cent. */
  readonly paidShare: number;
  readonly shopper: Shopper;
  /** Where a till sale was rung up. */
  readonly soldAt?: string;
}

export type Channel = 'web' | 'app' | 'marketplace-eu' | 'phone' | 'pos';

export interface SampleLine {
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly method: 'ship' | 'pickup' | 'carry-out';
  readonly pickupAt?: string;
}

/** Which orders these are: the same seed, edition and index always make the same order. */
export interface Edition {
  readonly seed: number;
  /** Stands before order numbers; empty for the sample feed of the default seed. */
  readonly label: string;
}

const currency = 'EUR';
/** Minor units: shipping is charged below this value of goods. */
const freeShippingFrom = 7_500;
const shippingCharge = 495;

const channels: readonly (readonly [Channel, number])[] = [
  ['web', 38],
  ['app', 22],
  ['marketplace-eu', 15],
  ['phone', 5],
  ['pos', 20],
];

const firstNumbers: Record<Channel, number> = {
  web: 100_001,
  app: 400_001,
  'marketplace-eu': 7_100_001,
  phone: 20_001,
  pos: 1,
};

/** @param at milliseconds since the epoch */
export const sampleOrder = (edition: Edition, index: number, at: number): SampleOrder => {
  const chance = chanceOf(edition.seed, edition.label, 'order', index);
  const channel = chance.weighted(channels);
  const buyer = shopper(edition.seed, chance.whole(0, shopperCount - 1));
  return channel === 'pos'
    ? tillSale(edition, index, at, chance, buyer)
    : distanceOrder(edition, index, at, chance, buyer, channel);
};

const priceOf = (lines: readonly SampleLine[]): number =>
  lines.reduce((sum, { unitPrice, quantity }) => sum + lineAmount(unitPrice, quantity, currency), 0);

const linesOf = (
  chance: Chance,
  count: number,
  how: () => { method: SampleLine['method']; at?: SampleLocation },
): SampleLine[] => {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const { method, at } = how();
    const offered = products.filter((one) => !taken.has(one.sku) && (!at || carries(at, one)));
    const { sku, name, price } = inDemand(chance, offered);
    taken.add(sku);
    const quantity = chance.weighted([
      [1, 78],
      [2, 16],
      [4, 6],
    ]);
    return {
      lineId: `${index + 1}`,
      sku,
      name,
      quantity,
      unitPrice: price,
      method,
      ...(method === 'pickup' && at && { pickupAt: at.locationId }),
    };
  });
};

const customerOf = (
  chance: Chance,
  { id, name, email, phone }: Shopper,
): InboundInput<'tributary.order.captured.v1'>['customer'] =>
  chance.happens(0.85) ? { id, name, email, phone } : { name, email };

/** A marketplace hands on what is printed on the label, and not where that is. */
const addressFor = (channel: Channel, { address }: Shopper) => {
  const { coordinates, ...printed } = address;
  return channel === 'marketplace-eu' ? printed : { ...printed, coordinates };
};

const distanceOrder = (
  { label }: Edition,
  index: number,
  at: number,
  chance: Chance,
  buyer: Shopper,
  channel: Exclude<Channel, 'pos'>,
): SampleOrder => {
  const number = `${label}${firstNumbers[channel] + index}`;
  const orderId = `${channel}.${number}`;
  const way = deliveryWay(chance, channel);
  const shop = nearestStore(buyer.address.coordinates);
  const count = chance.weighted([
    [1, 46],
    [2, 30],
    [3, 16],
    [5, 8],
  ]);
  const lines = linesOf(chance, way === 'mixed' ? Math.max(2, count) : count, alternating(way, shop));
  const goods = priceOf(lines);
  const voucher = channel !== 'marketplace-eu' && chance.happens(0.12);
  const shipped = lines.some(({ method }) => method === 'ship');
  const charges = [
    ...(shipped && goods < freeShippingFrom
      ? [{ code: 'SHIPPING', name: 'Shipping', amount: shippingCharge }]
      : []),
    ...(voucher ? [{ code: 'VOUCHER', name: 'Voucher WELCOME10', amount: -Math.floor(goods / 10) }] : []),
  ];
  const total = goods + charges.reduce((sum, { amount }) => sum + amount, 0);
  const payment = paymentOf(chance, channel, orderId, total);
  const data: InboundInput<'tributary.order.captured.v1'> = {
    channel,
    number,
    currency,
    customer: customerOf(chance, buyer),
    ...(shipped && { shipTo: addressFor(channel, buyer) }),
    lines: lines.map(({ method, ...line }) => ({ ...line, method: method as 'ship' | 'pickup' })),
    ...(charges.length > 0 && { charges }),
    ...(payment.apart ? {} : { payments: [payment.own] }),
    total,
    whenShort: channel === 'marketplace-eu' ? 'reject' : 'backorder',
  };
  const captured = message('tributary.order.captured.v1', `shop:${channel}`, `order-${orderId}`, at, data);
  const { paymentId, method, amount } = payment.own;
  const authorised = message(
    'tributary.payment.authorised.v1',
    'payments',
    `authorised-${paymentId}`,
    at + 4_000,
    {
      orderId,
      paymentId,
      method,
      amount,
    },
  );
  return {
    orderId,
    number,
    channel,
    at,
    // What the payment provider reports now and then arrives before the order itself.
    messages: payment.apart
      ? chance.happens(0.08)
        ? [authorised, captured]
        : [captured, authorised]
      : [captured],
    lines,
    total,
    ...(payment.own.status === 'authorised' && { toCapture: { paymentId, amount } }),
    paidShare: voucher ? 90 : 100,
    shopper: buyer,
  };
};

type Way = 'ship' | 'pickup' | 'mixed';

const deliveryWay = (chance: Chance, channel: Channel): Way =>
  channel === 'marketplace-eu'
    ? 'ship'
    : chance.weighted<Way>([
        ['ship', 70],
        ['pickup', 21],
        ['mixed', 9],
      ]);

const alternating = (way: Way, shop: SampleLocation) => {
  let line = 0;
  return () => {
    line += 1;
    return way === 'pickup' || (way === 'mixed' && line % 2 === 0)
      ? { method: 'pickup' as const, at: shop }
      : { method: 'ship' as const };
  };
};

const paymentOf = (chance: Chance, channel: Exclude<Channel, 'pos'>, orderId: string, amount: number) => {
  const method =
    channel === 'marketplace-eu'
      ? 'marketplace'
      : chance.weighted([
          ['card', 58],
          ['paypal', 22],
          ['ideal', 10],
          ['apple-pay', 10],
        ]);
  const status: 'captured' | 'authorised' =
    channel === 'marketplace-eu' || method === 'ideal' ? 'captured' : 'authorised';
  const apart = status === 'authorised' && (channel === 'phone' || chance.happens(0.4));
  return { own: { paymentId: `PAY-${orderId}`, method, amount, status }, apart };
};

const tillSale = (
  { label }: Edition,
  index: number,
  at: number,
  chance: Chance,
  buyer: Shopper,
): SampleOrder => {
  const shop = chance.one(stores);
  const register = chance.whole(1, 3);
  const number = `${label}${shop.locationId.slice(3, 6)}${register}-${String(firstNumbers.pos + index).padStart(6, '0')}`;
  const orderId = `pos.${number}`;
  const count = chance.weighted([
    [1, 50],
    [2, 30],
    [3, 20],
  ]);
  const lines = linesOf(chance, count, () => ({ method: 'carry-out', at: shop }));
  const total = priceOf(lines);
  const method = chance.weighted([
    ['card', 75],
    ['cash', 25],
  ]);
  const sale = message('tributary.sale.recorded.v1', `pos:${shop.locationId}`, `sale-${orderId}`, at, {
    channel: 'pos',
    number,
    location: shop.locationId,
    currency,
    // One in three shows a loyalty card.
    ...(chance.happens(0.33) && { customer: { id: buyer.id, name: buyer.name } }),
    lines: lines.map(({ lineId, sku, name, quantity, unitPrice }) => ({
      lineId,
      sku,
      name,
      quantity,
      unitPrice,
    })),
    payments: [{ paymentId: `PAY-${number}`, method, amount: total, status: 'captured' }],
    total,
  });
  const businessday = { businessdate: businessDateOf(at, shop.timezone), zone: shop.timezone };
  return {
    orderId,
    number,
    channel: 'pos',
    at,
    messages: [{ ...sale, ...businessday }],
    lines,
    total,
    paidShare: 100,
    shopper: buyer,
    soldAt: shop.locationId,
  };
};
