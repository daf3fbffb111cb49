import type { AttributeChanges, Attributes, FactOf, OrderFact } from '@tributary/contracts';
import type { OrderPage } from './order-page.ts';

type Changed = NonNullable<FactOf<OrderFact, 'tributary.order.changed.v1'>['data']['attributes']>;

/** The page with attributes of the order and of its lines as they were set. */
export const withAttributes = (page: OrderPage, changed: Changed = []): OrderPage =>
  changed.reduce<OrderPage>(
    (now, { lineId, values }) =>
      lineId === undefined
        ? carrying(now, values)
        : {
            ...now,
            lines: now.lines.map((line) => (line.lineId === lineId ? carrying(line, values) : line)),
          },
    page,
  );

/** Nothing stands where nothing is carried any more. */
const carrying = <C extends { readonly attributes?: Attributes | undefined }>(
  carrier: C,
  values: AttributeChanges,
): C => {
  const { attributes: before, ...rest } = carrier;
  const now = Object.entries({ ...before, ...values }).filter(([, value]) => value !== null);
  return (now.length > 0 ? { ...rest, attributes: Object.fromEntries(now) } : rest) as C;
};

/** What an order and its lines carry, each as `name:value`: by this they are listed. */
export const attributeKeysOf = ({ attributes, lines }: OrderPage): string[] => [
  ...new Set(
    [attributes, ...lines.map((line) => line.attributes)].flatMap((values = {}) =>
      Object.entries(values).map(([name, value]) => `${name}:${String(value)}`),
    ),
  ),
];
