import type { CustomerOverview } from '../api/customers.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './Customer.module.css';

const foundInWords = ({ by, value, orders }: CustomerOverview['foundBy'][number]): string =>
  `${orders === 1 ? '1 order' : `${orders} orders`} by the ${by === 'id' ? 'customer id' : 'e-mail'} ${value}`;

/** Who they are, and by what the orders are taken to be theirs. */
export const WhoPanel = ({ of: { customer, foundBy } }: { readonly of: CustomerOverview }) => (
  <Panel title="Customer">
    {customer === undefined ? (
      <p className="quiet">Not in the customer file: only orders tell of them.</p>
    ) : (
      <Facts
        facts={[
          ['Name', customer.name],
          ['E-mail', customer.email],
          ['Phone', customer.phone],
          ['Customer', customer.id],
        ]}
      />
    )}
    {foundBy.length > 0 && (
      <ul className={styles.found} aria-label="Why these orders are theirs">
        {foundBy.map((found) => (
          <li key={`${found.by} ${found.value}`} className="quiet">
            {foundInWords(found)}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
