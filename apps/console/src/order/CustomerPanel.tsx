import { Link } from 'react-router';
import type { Address, Order } from '../api/order.ts';
import { customerPath } from '../customer/customerPath.ts';
import { useMaySeeCustomers } from '../customer/useMaySeeCustomers.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

const addressLines = ({ name, street, city, region, postalCode, country }: Address): string[] =>
  [
    name,
    street,
    [postalCode, city].filter(Boolean).join(' '),
    [region, country].filter(Boolean).join(', '),
  ].filter((line): line is string => line !== undefined && line !== '');

const ShipTo = ({ address }: { readonly address: Address }) => (
  <address className={styles.address}>
    {addressLines(address).map((line) => (
      <div key={line}>{line}</div>
    ))}
  </address>
);

/** Under what their page is: an e-mail where the order names nobody of the customer file. */
const keyOf = ({ id, email }: NonNullable<Order['customer']>): string | undefined => id ?? email;

export const CustomerPanel = ({ order: { customer, shipTo } }: { readonly order: Order }) => {
  const maySee = useMaySeeCustomers();
  const key = maySee && customer ? keyOf(customer) : undefined;
  return (
    <Panel
      title={t('Customer')}
      {...(key === undefined ? {} : { aside: <Link to={customerPath(key)}>{t('All about them')}</Link> })}
    >
      {customer === undefined && shipTo === undefined ? (
        <p className={styles.sku}>{t('No customer is known for this order.')}</p>
      ) : (
        <Facts
          facts={[
            [t('Name'), customer?.name],
            ['E-mail', customer?.email],
            [t('Phone'), customer?.phone],
            [t('Customer'), customer?.id],
            [t('Ship to'), shipTo === undefined ? undefined : <ShipTo address={shipTo} />],
          ]}
        />
      )}
    </Panel>
  );
};
