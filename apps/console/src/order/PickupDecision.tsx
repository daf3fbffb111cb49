import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decidePickup } from '../api/order.ts';
import type { Address, Order, PickupChoice } from '../api/order.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { Parts } from './FulfilmentsPanel.tsx';
import styles from './OrderRoom.module.css';
import { StoreSelect } from './StoreSelect.tsx';
import { t } from '../words/words.ts';

const choices = [
  { value: 'wait', label: t('Wait for stock in that store') },
  { value: 'ship', label: t('Ship it instead') },
  { value: 'collect-elsewhere', label: t('Collect it in another store') },
  { value: 'cancel', label: t('Cancel what is missing') },
] as const;
type Choice = (typeof choices)[number]['value'];

const missingIn = ({ lines }: Order) =>
  lines.flatMap(({ lineId, sku, quantities: { undecided = 0 } }) =>
    undecided > 0 ? [{ lineId, sku, quantity: undecided }] : [],
  );

const noAddress: Required<Pick<Address, 'name' | 'street' | 'postalCode' | 'city' | 'country'>> = {
  name: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
};
const addressFields = [
  ['name', t('Name')],
  ['street', t('Street')],
  ['postalCode', t('Postal code')],
  ['city', t('City')],
  ['country', t('Country code, e.g. DE')],
] as const;

/** Only what was filled in: an empty field is no address. */
const filled = (address: typeof noAddress): Address =>
  Object.fromEntries(Object.entries(address).filter(([, text]) => text.trim() !== ''));

/** Stores where it is missing: collecting it there is what did not work. */
const shortStores = (order: Order): ReadonlySet<string | undefined> => {
  const missing = new Set(missingIn(order).map(({ lineId }) => lineId));
  return new Set(order.lines.flatMap(({ lineId, pickupAt }) => (missing.has(lineId) ? [pickupAt] : [])));
};

const ShipTo = ({
  address,
  change,
}: {
  address: typeof noAddress;
  change: (next: typeof noAddress) => void;
}) => (
  <>
    {addressFields.map(([field, label]) => (
      <TextInput
        key={field}
        size="xs"
        label={label}
        value={address[field]}
        required={field === 'country'}
        onChange={({ currentTarget: { value } }) => change({ ...address, [field]: value })}
      />
    ))}
  </>
);

const decided = (choice: Choice, pickupAt: string, shipTo: Address | undefined): PickupChoice => {
  switch (choice) {
    case 'collect-elsewhere':
      return { choice, pickupAt };
    case 'ship':
      return { choice, ...(shipTo && { shipTo }) };
    default:
      return { choice };
  }
};

const DecisionForm = ({ order }: { readonly order: Order }) => {
  const [choice, setChoice] = useState<Choice>();
  const [place, setPlace] = useState<string | null>(null);
  const [address, setAddress] = useState(noAddress);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const asksAddress = choice === 'ship' && order.shipTo === undefined;
  const decide = useMutation({
    mutationFn: () =>
      decidePickup(order.orderId, {
        ...decided(choice!, place!, asksAddress ? filled(address) : undefined),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['order', order.orderId] }),
  });
  const ready = choice !== undefined && (choice !== 'collect-elsewhere' || place !== null);
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate();
      }}
    >
      <Radio.Group
        label={t('What shall become of it?')}
        value={choice ?? ''}
        onChange={(value) => setChoice(value as Choice)}
      >
        {choices.map(({ value, label }) => (
          <Radio key={value} size="xs" mt={6} value={value} label={label} />
        ))}
      </Radio.Group>
      {choice === 'collect-elsewhere' && (
        <StoreSelect place={place} choose={setPlace} without={shortStores(order)} />
      )}
      {asksAddress && <ShipTo address={address} change={setAddress} />}
      <Textarea
        label={t('Reason')}
        size="xs"
        autosize
        maxLength={300}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Failure of={decide.error} />
      <Button type="submit" size="xs" disabled={!ready} loading={decide.isPending}>
        {t('Decide')}
      </Button>
    </form>
  );
};

/** A pickup that ran short goes on only when somebody says how. */
export const PickupDecision = ({ order }: { readonly order: Order }) => {
  const serves = useServesCustomers();
  const missing = missingIn(order);
  if (missing.length === 0) return null;
  return (
    <Panel title={t('Missing at the pickup')}>
      <div className={styles.decision}>
        <Parts lines={missing} order={order} />
        {serves ? (
          <DecisionForm order={order} />
        ) : (
          <p className="quiet">{t('Somebody in customer service decides what becomes of it.')}</p>
        )}
      </div>
    </Panel>
  );
};
