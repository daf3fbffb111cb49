import { type CustomerOverview, type OrderPage, standingTotal } from '@tributary/contracts';

/** Goods that an overview names. */
const mostGoods = 20;
const dayMs = 86_400_000;

type Figures = Pick<CustomerOverview, 'orders' | 'value' | 'channels' | 'stores' | 'goods' | 'returns'>;

const isVoid = ({ status }: OrderPage): boolean => status === 'cancelled' || status === 'rejected';

/** Something of it is still to leave. */
export const isOpen = ({ lines }: OrderPage): boolean =>
  lines.some(({ quantities: { ordered, cancelled, fulfilled } }) => ordered - cancelled > fulfilled);

/**
 * What orders say of the customer who placed them.
 * @param orders the newest first, each once
 */
export const figuresOf = (orders: readonly OrderPage[]): Figures => ({
  orders: countsOf(orders),
  value: valueOf(orders),
  channels: ranked(orders.map(({ channel }) => [channel])).map(([channel, count]) => ({
    channel,
    orders: count,
  })),
  stores: ranked(orders.map(storesOf)).map(([location, count]) => ({ location, orders: count })),
  goods: goodsOf(orders),
  returns: returnsOf(orders),
});

const countsOf = (orders: readonly OrderPage[]): Figures['orders'] => {
  const placed = orders.map(({ placedAt }) => placedAt).sort();
  const [first, last] = [placed[0], placed.at(-1)];
  const days = first === undefined ? 0 : (Date.parse(last!) - Date.parse(first)) / dayMs;
  return {
    count: orders.length,
    open: orders.filter(isOpen).length,
    cancelled: orders.filter(isVoid).length,
    ...(first !== undefined && { first, last: last! }),
    ...(orders.length > 1 && { everyDays: Math.round((days / (orders.length - 1)) * 10) / 10 }),
  };
};

const valueOf = (orders: readonly OrderPage[]): Figures['value'] =>
  [...Map.groupBy(orders, ({ currency }) => currency)]
    .map(([currency, own]) => {
      const standing = own.filter((order) => !isVoid(order));
      const ordered = sum(standing, comeDue);
      return {
        currency,
        ordered,
        paid: sum(own, ({ money }) => money.captured),
        refunded: sum(own, ({ money }) => money.refunded),
        average: standing.length === 0 ? 0 : Math.round(ordered / standing.length),
      };
    })
    .sort((a, b) => b.ordered - a.ordered || byText(a.currency, b.currency));

const comeDue = ({ money }: OrderPage): number => standingTotal(money);

/** Where somebody stood at a till, or collects. */
const storesOf = ({ location, lines }: OrderPage): string[] => [
  ...new Set([...(location ? [location] : []), ...lines.flatMap(({ pickupAt }) => pickupAt ?? [])]),
];

const goodsOf = (orders: readonly OrderPage[]): Figures['goods'] => {
  const wanted = orders.flatMap(({ lines, placedAt, orderId }) =>
    lines.flatMap(({ sku, name, quantities: { ordered, cancelled, returned } }) =>
      ordered > cancelled ? [{ sku, name, placedAt, orderId, units: ordered - cancelled, returned }] : [],
    ),
  );
  return [...Map.groupBy(wanted, ({ sku }) => sku)]
    .map(([sku, own]) => {
      // Orders come newest first.
      const name = own.find((line) => line.name !== undefined)?.name;
      return {
        sku,
        ...(name !== undefined && { name }),
        units: sum(own, ({ units }) => units),
        returned: sum(own, ({ returned }) => returned),
        orders: new Set(own.map(({ orderId }) => orderId)).size,
        last: own.reduce((latest, { placedAt }) => (placedAt > latest ? placedAt : latest), ''),
      };
    })
    .sort((a, b) => b.units - a.units || b.orders - a.orders || byText(a.sku, b.sku))
    .slice(0, mostGoods);
};

const returnsOf = (orders: readonly OrderPage[]): Figures['returns'] => {
  const quantities = orders.map(({ lines }) => lines.map((line) => line.quantities));
  return {
    orders: quantities.filter((own) => own.some(({ returned }) => returned > 0)).length,
    units: sum(quantities.flat(), ({ returned }) => returned),
    ofUnits: sum(quantities.flat(), ({ fulfilled }) => fulfilled),
  };
};

/** How many of the lists have each, the most frequent first. */
const ranked = (lists: readonly (readonly string[])[]): readonly (readonly [string, number])[] =>
  [...Map.groupBy(lists.flat(), (one) => one)]
    .map(([one, all]) => [one, all.length] as const)
    .sort(([a, most], [b, more]) => more - most || byText(a, b));

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
