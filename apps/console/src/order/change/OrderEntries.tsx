import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Order } from '../../api/order.ts';
import { useDeclaredAttributes } from '../../api/attributes.ts';
import { AttributeFields } from './AttributeFields.tsx';
import styles from './Change.module.css';
import { addressParts, contactParts } from './draft.ts';
import type { EntryProps } from './entryProps.ts';
import { Parts, addressLabels, contactLabels } from './Parts.tsx';
import { Reasons } from './Reasons.tsx';
import { t } from '../../words/words.ts';

interface FoldedProps {
  readonly title: string;
  readonly reasons: readonly string[] | undefined;
  readonly children: ReactNode;
}

/** What is changed less often: behind its name, so that the lines and what comes of them stay close together. */
const Folded = ({ title, reasons, children }: FoldedProps) => (
  <details className={styles.item}>
    <summary>{title}</summary>
    <div role="group" aria-label={title} className={styles.folded}>
      {children}
      <Reasons of={reasons} />
    </div>
  </details>
);

const ChargeFields = ({ draft, change, currency }: Omit<EntryProps, 'reasons'> & { currency: string }) => {
  const { charge } = draft;
  const set = (part: Partial<typeof charge>) =>
    change((now) => ({ ...now, charge: { ...now.charge, ...part } }));
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('Kind')}
        size="xs"
        data={[
          { value: 'charge', label: t('Charge') },
          { value: 'discount', label: t('Discount') },
        ]}
        value={charge.kind}
        onChange={({ currentTarget: { value } }) =>
          set({ kind: value === 'discount' ? 'discount' : 'charge' })
        }
      />
      <TextInput
        label={t('Code')}
        size="xs"
        maxLength={64}
        placeholder="goodwill"
        value={charge.code}
        onChange={({ currentTarget: { value } }) => set({ code: value })}
      />
      <TextInput
        label={t('Amount, {currency}', { currency })}
        size="xs"
        inputMode="decimal"
        maxLength={20}
        value={charge.amount}
        onChange={({ currentTarget: { value } }) => set({ amount: value })}
      />
    </div>
  );
};

/** What is changed of the order as a whole, each behind its name. */
export const OrderEntries = ({ order, draft, change, reasons }: EntryProps & { readonly order: Order }) => {
  const hasAttributes = useDeclaredAttributes('order').length > 0;
  return (
    <>
      <Folded title={t('Address')} reasons={reasons.get('address')}>
        <Parts
          labels={addressLabels}
          parts={addressParts}
          entered={draft.address}
          known={order.shipTo}
          set={(address) => change((now) => ({ ...now, address }))}
        />
      </Folded>
      <Folded title={t('Contact')} reasons={reasons.get('contact')}>
        <Parts
          labels={contactLabels}
          parts={contactParts}
          entered={draft.contact}
          known={order.customer}
          set={(contact) => change((now) => ({ ...now, contact }))}
        />
      </Folded>
      <Folded title={t('Charge or discount')} reasons={reasons.get('charge')}>
        <ChargeFields draft={draft} change={change} currency={order.currency} />
      </Folded>
      <Folded title={t('Promise')} reasons={reasons.get('promise')}>
        <TextInput
          type="datetime-local"
          label={t('All that is open is promised by')}
          size="xs"
          value={draft.promisedBy ?? ''}
          onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, promisedBy: value }))}
        />
      </Folded>
      {hasAttributes && (
        <Folded title={t('Attributes')} reasons={reasons.get('attributes')}>
          <AttributeFields
            on="order"
            entered={draft.attributes}
            known={order.attributes}
            set={(attributes) => change((now) => ({ ...now, attributes }))}
          />
        </Folded>
      )}
      <Folded title={t('Note')} reasons={reasons.get('note')}>
        <Textarea
          label={t('Note of the order')}
          size="xs"
          autosize
          maxLength={2_000}
          value={draft.note ?? order.note ?? ''}
          onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, note: value }))}
        />
      </Folded>
    </>
  );
};
