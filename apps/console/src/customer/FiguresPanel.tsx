import type { CustomerOverview } from '../api/customers.ts';
import { Moment } from '../figures/Moment.tsx';
import { formatMoney } from '../figures/money.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import { t } from '../words/words.ts';

const countsOf = ({ count, open, cancelled, more }: CustomerOverview['orders']): string =>
  [
    more === true ? t('the newest {count}', { count }) : String(count),
    t('{open} open', { open }),
    ...(cancelled > 0 ? [t('{cancelled} cancelled', { cancelled })] : []),
  ].join(', ');

const daysOf = (days: number): string => {
  if (days < 1) return t('more than once a day');
  return t('{days, plural, one {every day} other {every {days} days}}', { days });
};

/** How often they order, and what it is worth. */
export const FiguresPanel = ({ of: { orders, value, returns } }: { readonly of: CustomerOverview }) => (
  <Panel title={t('All in all')}>
    <Facts
      facts={[
        [t('Orders'), countsOf(orders)],
        [t('First'), orders.first && <Moment at={orders.first} brief />],
        [t('Last'), orders.last && <Moment at={orders.last} brief />],
        [t('Orders come'), orders.everyDays === undefined ? undefined : daysOf(orders.everyDays)],
        ...value.map(
          ({ currency, ordered, average }) =>
            [
              t('Ordered, {currency}', { currency }),
              t('{ordered}, on average {average}', {
                ordered: formatMoney(ordered, currency),
                average: formatMoney(average, currency),
              }),
            ] as const,
        ),
        ...value.map(
          ({ currency, paid, refunded }) =>
            [
              t('Paid, {currency}', { currency }),
              refunded === 0
                ? formatMoney(paid, currency)
                : t('{paid}, {refunded} given back', {
                    paid: formatMoney(paid, currency),
                    refunded: formatMoney(refunded, currency),
                  }),
            ] as const,
        ),
        [
          t('Came back'),
          returns.units === 0
            ? t('nothing')
            : t('{units} of {ofUnits} units, of {orders, plural, one {one order} other {{orders} orders}}', {
                units: returns.units,
                ofUnits: returns.ofUnits,
                orders: returns.orders,
              }),
        ],
      ]}
    />
  </Panel>
);
