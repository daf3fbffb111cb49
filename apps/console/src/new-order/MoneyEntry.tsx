import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Panel } from '../look/Panel.tsx';
import change from '../order/change/Change.module.css';
import { Reasons } from '../order/change/Reasons.tsx';
import { type PaymentEntry, withPayment } from './draft.ts';
import styles from './NewOrder.module.css';
import type { NewOrder } from './useNewOrder.ts';
import { t } from '../words/words.ts';

const ways: Readonly<Record<PaymentEntry['how'], string>> = {
  later: t('Later, or by a link: it stays owed'),
  authorised: t('Set aside already'),
  captured: t('Paid already'),
};

const Payment = ({ form }: { readonly form: NewOrder }) => {
  const { payment } = form.draft;
  const set = (part: Partial<PaymentEntry>) => form.change((draft) => withPayment(draft, part));
  return (
    <div role="group" aria-label={t('Payment')} className={styles.stack}>
      <NativeSelect
        label={t('Payment')}
        size="sm"
        data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        value={payment.how}
        onChange={({ currentTarget: { value } }) => set({ how: value as PaymentEntry['how'] })}
      />
      {payment.how !== 'later' && (
        <div className={change.pairs}>
          <TextInput
            label={t('Paid by')}
            size="sm"
            placeholder="card"
            maxLength={64}
            value={payment.method}
            onChange={({ currentTarget: { value } }) => set({ method: value })}
          />
          <TextInput
            label={t('Reference of the payment')}
            size="sm"
            maxLength={64}
            value={payment.reference}
            onChange={({ currentTarget: { value } }) => set({ reference: value })}
          />
        </div>
      )}
      <Reasons of={form.reasons.get('payment')} />
    </div>
  );
};

interface AmountProps {
  readonly form: NewOrder;
  readonly part: 'shipping' | 'discount';
  readonly label: string;
}

const AmountField = ({ form, part, label }: AmountProps) => (
  <TextInput
    label={`${label}, ${form.draft.currency}`}
    size="sm"
    inputMode="decimal"
    maxLength={20}
    value={form.draft[part]}
    onChange={({ currentTarget: { value } }) => form.change((draft) => ({ ...draft, [part]: value }))}
  />
);

/** Channel and currency, which most orders by phone have in common. */
const OrderFields = ({ form }: { readonly form: NewOrder }) => (
  <>
    <div className={change.pairs}>
      <TextInput
        label={t('Channel')}
        size="sm"
        maxLength={32}
        value={form.draft.channel}
        onChange={({ currentTarget: { value } }) => form.change((draft) => ({ ...draft, channel: value }))}
      />
      <TextInput
        label={t('Currency')}
        size="sm"
        maxLength={3}
        value={form.draft.currency}
        onChange={({ currentTarget: { value } }) =>
          form.change((draft) => ({ ...draft, currency: value.toUpperCase() }))
        }
      />
    </div>
    <Reasons of={form.reasons.get('order')} />
  </>
);

/** What is charged and given off beside the goods, how it is paid, and what else is to be known. */
export const MoneyEntry = ({ form }: { readonly form: NewOrder }) => (
  <Panel title={t('Charges, payment, note')}>
    <div className={styles.stack}>
      <div className={change.pairs}>
        <AmountField form={form} part="shipping" label={t('Shipping')} />
        <AmountField form={form} part="discount" label={t('Discount')} />
        {form.draft.discount.trim() !== '' && (
          <TextInput
            className={change.wide ?? ''}
            label={t('What the discount is for')}
            size="sm"
            maxLength={64}
            value={form.draft.discountFor}
            onChange={({ currentTarget: { value } }) =>
              form.change((draft) => ({ ...draft, discountFor: value }))
            }
          />
        )}
      </div>
      <Reasons of={form.reasons.get('shipping')} />
      <Reasons of={form.reasons.get('discount')} />
      <Payment form={form} />
      <Textarea
        label={t('Note')}
        size="sm"
        autosize
        maxLength={2_000}
        value={form.draft.note}
        onChange={({ currentTarget: { value } }) => form.change((draft) => ({ ...draft, note: value }))}
      />
      <Reasons of={form.reasons.get('note')} />
      <OrderFields form={form} />
    </div>
  </Panel>
);
