import { Button, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import { type FoundCustomer, searchCustomers } from '../api/customers.ts';
import { Panel } from '../look/Panel.tsx';
import { addressParts, contactParts } from '../order/change/draft.ts';
import { Parts, addressLabels, contactLabels } from '../order/change/Parts.tsx';
import { Reasons } from '../order/change/Reasons.tsx';
import { withAddress, withCustomer, withoutCustomer } from './draft.ts';
import { Finder } from './Finder.tsx';
import styles from './NewOrder.module.css';
import type { NewOrder } from './useNewOrder.ts';
import { rich, t } from '../words/words.ts';

type Address = FoundCustomer['addresses'][number];

const inOneLine = ({ name, street, postalCode, city, country }: Address): string =>
  [name, street, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');

const Found = ({ customer, choose }: { readonly customer: FoundCustomer; readonly choose: () => void }) => {
  const { customerId, name, email, phone, addresses } = customer;
  return (
    <button type="button" className={styles.choose} onClick={choose}>
      <span className={styles.name}>{name ?? email ?? phone ?? customerId}</span>
      <span className="quiet">{[name && email, phone].filter(Boolean).join(' · ')}</span>
      <span className="quiet">
        {[customerId ?? t('Guest'), addresses[0] && inOneLine(addresses[0])].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
};

const FindCustomer = ({ form }: { readonly form: NewOrder }) => (
  <Finder<FoundCustomer>
    label={t('Find the customer')}
    description={t('Part of the name, e-mail, phone or customer id.')}
    found={t('Customers that were found')}
    search={searchCustomers}
    keyOf={({ customerId, email, phone, name }) => JSON.stringify([customerId, email, phone, name])}
    item={(customer, putAway) => (
      <Found
        customer={customer}
        choose={() => {
          form.change((draft) => withCustomer(draft, customer));
          putAway();
        }}
      />
    )}
    none={() => <p>{t('Nobody was found. Enter who orders below.')}</p>}
  />
);

/** Who was chosen, with the last order to look at, and the way back. */
const Chosen = ({ form }: { readonly form: NewOrder }) => {
  const { customerId, lastOrder } = form.draft;
  if (customerId === undefined && lastOrder === undefined) return null;
  return (
    <div className={styles.between}>
      <p className="quiet" role="status">
        {customerId === undefined ? t('A guest') : t('Customer {customerId}', { customerId })}
        {lastOrder !== undefined && (
          <>
            {' · '}
            <Link to={`/orders/${encodeURIComponent(lastOrder)}`} target="_blank">
              {rich('last order<span> (opens another tab)</span>', {
                span: (chunks) => <span className="visually-hidden">{chunks}</span>,
              })}
            </Link>
          </>
        )}
      </p>
      <Button size="compact-xs" variant="subtle" onClick={() => form.change(withoutCustomer)}>
        {t('Somebody else')}
      </Button>
    </div>
  );
};

/** Addresses that are known, where there are several. */
const KnownAddresses = ({ form }: { readonly form: NewOrder }) => {
  const { known, address } = form.draft;
  if (known.length < 2) return null;
  const now = known.findIndex((one) =>
    addressParts.every((part) => (one[part] ?? '') === (address[part] ?? '')),
  );
  return (
    <NativeSelect
      label={t('Known addresses')}
      size="sm"
      data={[
        ...(now < 0 ? [{ value: '-1', label: t('As entered below') }] : []),
        ...known.map((one, index) => ({ value: String(index), label: inOneLine(one) })),
      ]}
      value={String(now)}
      onChange={({ currentTarget: { value } }) =>
        form.change((draft) => withAddress(draft, known[Number(value)]))
      }
    />
  );
};

/** Who orders, and where to. */
export const CustomerEntry = ({ form }: { readonly form: NewOrder }) => {
  const { draft, change, reasons } = form;
  return (
    <Panel title={t('Customer')}>
      <div className={styles.stack}>
        <FindCustomer form={form} />
        <Chosen form={form} />
        <div role="group" aria-label={t('Contact')} className={styles.stack}>
          <Parts
            labels={contactLabels}
            parts={contactParts}
            entered={draft.contact}
            known={undefined}
            size="sm"
            set={(contact) => change((now) => ({ ...now, contact }))}
          />
          <Reasons of={reasons.get('contact')} />
        </div>
        <h3 className={styles.title}>{t('Where it is sent')}</h3>
        <KnownAddresses form={form} />
        <div role="group" aria-label={t('Address')} className={styles.stack}>
          <Parts
            labels={addressLabels}
            parts={addressParts}
            entered={draft.address}
            known={undefined}
            size="sm"
            set={(address) => change((now) => ({ ...now, address }))}
          />
          <Reasons of={reasons.get('address')} />
        </div>
      </div>
    </Panel>
  );
};
