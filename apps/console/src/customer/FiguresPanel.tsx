import type { CustomerOverview } from '../api/customers.ts';
import { Moment } from '../figures/Moment.tsx';
import { formatMoney } from '../figures/money.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';

const countsOf = ({ count, open, cancelled, more }: CustomerOverview['orders']): string =>
  [
    more === true ? `the newest ${count}` : String(count),
    `${open} open`,
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
  ].join(', ');

const daysOf = (days: number): string => {
  if (days < 1) return 'more than once a day';
  return days === 1 ? 'every day' : `every ${days} days`;
};

/** How often they order, and what it is worth. */
export const FiguresPanel = ({ of: { orders, value, returns } }: { readonly of: CustomerOverview }) => (
  <Panel title="All in all">
    <Facts
      facts={[
        ['Orders', countsOf(orders)],
        ['First', orders.first && <Moment at={orders.first} brief />],
        ['Last', orders.last && <Moment at={orders.last} brief />],
        ['Orders come', orders.everyDays === undefined ? undefined : daysOf(orders.everyDays)],
        ...value.map(
          ({ currency, ordered, average }) =>
            [
              `Ordered, ${currency}`,
              `${formatMoney(ordered, currency)}, on average ${formatMoney(average, currency)}`,
            ] as const,
        ),
        ...value.map(
          ({ currency, paid, refunded }) =>
            [
              `Paid, ${currency}`,
              refunded === 0
                ? formatMoney(paid, currency)
                : `${formatMoney(paid, currency)}, ${formatMoney(refunded, currency)} given back`,
            ] as const,
        ),
        [
          'Came back',
          returns.units === 0
            ? 'nothing'
            : `${returns.units} of ${returns.ofUnits} units, of ${returns.orders === 1 ? 'one order' : `${returns.orders} orders`}`,
        ],
      ]}
    />
  </Panel>
);
