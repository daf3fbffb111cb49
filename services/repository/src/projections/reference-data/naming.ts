import type { OrderPage, OrderRow } from '@tributary/contracts';

/** Names as the catalogue and the customer file have them now, by SKU and by customer id. */
export interface Names {
  readonly products: ReadonlyMap<string, string>;
  readonly customers: ReadonlyMap<string, string>;
}

type Buyer = Pick<OrderRow, 'customer'>;

/** SKUs of which a line gave no name. */
export const skusWithoutName = ({ lines }: Pick<OrderPage, 'lines'>): string[] => [
  ...new Set(lines.flatMap(({ sku, name }) => (name === undefined ? [sku] : []))),
];

/** The customer whose name the order did not give, though it gave the id. */
export const customerWithoutName = ({ customer }: Buyer): string | undefined =>
  customer?.name === undefined ? customer?.id : undefined;

/** What the order itself said stays: it is how things were called when it was placed. */
export const withBuyerName = <T extends Buyer>(order: T, { customers }: Pick<Names, 'customers'>): T => {
  const name = customers.get(customerWithoutName(order) ?? '');
  return name === undefined ? order : { ...order, customer: { ...order.customer, name } };
};

export const withNames = (page: OrderPage, names: Names): OrderPage => ({
  ...withBuyerName(page, names),
  lines: page.lines.map((line) => {
    const name = line.name ?? names.products.get(line.sku);
    return name === undefined ? line : { ...line, name };
  }),
});
