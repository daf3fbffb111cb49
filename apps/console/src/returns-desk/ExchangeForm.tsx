import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../api/newKey.ts';
import type { Order } from '../api/order.ts';
import { problemOf } from '../api/problem.ts';
import { type AskedToExchange, type ExchangeAnswer, exchangeReturn } from '../api/take-back.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { StoreSelect } from '../order/StoreSelect.tsx';
import {
  type Balance,
  type ExchangeDraft,
  type OtherGood,
  type WayOut,
  balanceOf,
  emptyExchange,
  exchanging,
  lackingForExchange,
  waysToPay,
  withOtherGood,
  withOtherPart,
} from './exchange.ts';
import { FindGoods } from './FindGoods.tsx';
import { Refused } from './Refused.tsx';
import styles from './ReturnsDesk.module.css';
import { Stepper } from './Stepper.tsx';
import { useDeskStore } from './useDeskStore.ts';
import { useOnce } from '../api/useOnce.ts';
import { t } from '../words/words.ts';

const waysOut: Readonly<Record<WayOut, string>> = {
  carried: t('Carried out of the store'),
  sent: t('Sent to the address of the order'),
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const mostUnits = 10_000;

interface GoodProps {
  readonly good: OtherGood;
  readonly currency: string;
  readonly set: (part: Partial<OtherGood>) => void;
}

const Good = ({ good, currency, set }: GoodProps) => {
  const name = good.name ?? good.sku;
  return (
    <li className={styles.line}>
      <div role="group" aria-label={name} className={styles.entry}>
        <div className={styles.name}>{name}</div>
        <div className={styles.part}>
          <Stepper name={name} units={good.units} most={mostUnits} set={(units) => set({ units })} />
          <TextInput
            label={t('Price of one, {currency}', { currency })}
            size="md"
            inputMode="decimal"
            maxLength={20}
            value={good.price}
            onChange={({ currentTarget: { value } }) => set({ price: value })}
          />
        </div>
      </div>
    </li>
  );
};

/** What is paid with what came back, and what is left on which side. */
export const Settled = ({
  balance: { exchanged, toPay, toGiveBack },
  currency,
}: {
  readonly balance: Omit<Balance, 'total'>;
  readonly currency: string;
}) => (
  <dl className={styles.money}>
    {[
      [t('Paid with what came back'), exchanged] as const,
      [t('The customer pays'), toPay] as const,
      [t('Owed to the customer'), toGiveBack] as const,
    ].map(([label, minor]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{formatMoney(minor, currency)}</dd>
      </div>
    ))}
  </dl>
);

/** How the goods go out, and how what is missing is paid. */
const Ways = ({
  draft,
  isToPay,
  set,
}: {
  readonly draft: ExchangeDraft;
  readonly isToPay: boolean;
  readonly set: (part: Partial<ExchangeDraft>) => void;
}) => (
  <div className={styles.part}>
    <NativeSelect
      className={styles.disposition ?? ''}
      label={t('How they go out')}
      size="md"
      data={optionsOf(waysOut)}
      value={draft.way}
      onChange={({ currentTarget: { value } }) => set({ way: value as WayOut })}
    />
    {isToPay && (
      <NativeSelect
        className={styles.disposition ?? ''}
        label={t('The rest is')}
        size="md"
        data={optionsOf(waysToPay)}
        value={draft.method}
        onChange={({ currentTarget: { value } }) => set({ method: value })}
      />
    )}
  </div>
);

interface ExchangeFormProps {
  readonly order: Order;
  readonly returnId: string;
  /** To the customer, in minor units. */
  readonly owed: number;
  readonly done: (answer: ExchangeAnswer) => void;
}

/** A draft of an exchange, and its way to the platform. */
const useExchange = ({ order, returnId, owed, done }: ExchangeFormProps, store: string | null) => {
  const [draft, setDraft] = useState(() => emptyExchange(newKey()));
  const send = useOnce(order.orderId, (asked: AskedToExchange, key) =>
    exchangeReturn(order.orderId, returnId, asked, key),
  );
  const balance = balanceOf(draft, order.currency, owed);
  const lacks = lackingForExchange(draft, balance, store);
  return {
    draft,
    balance,
    lacks,
    send,
    change: (next: (now: ExchangeDraft) => ExchangeDraft) => {
      send.reset();
      setDraft(next);
    },
    exchange: () => {
      if (lacks === undefined && balance !== undefined)
        send.mutate(exchanging(draft, order, balance, store), { onSuccess: done });
    },
  };
};

/** Other goods go out for what came back. */
export const ExchangeForm = (props: ExchangeFormProps) => {
  const { currency } = props.order;
  const [store, chooseStore] = useDeskStore();
  const { draft, balance, lacks, send, change, exchange } = useExchange(props, store);
  return (
    <form
      className={styles.form}
      aria-label={t('Exchange')}
      onSubmit={(event) => {
        event.preventDefault();
        exchange();
      }}
    >
      <Panel title={t('What goes out instead')} flush>
        <FindGoods
          label={t('Find other goods')}
          add={({ sku, name, prices = [] }) => {
            const price = prices.find((one) => one.currency === currency)?.unitPrice ?? '';
            change((now) => withOtherGood(now, { sku, name, price }));
          }}
        />
        <ul aria-label={t('Goods that go out')}>
          {draft.goods.map((good) => (
            <Good
              key={good.sku}
              good={good}
              currency={currency}
              set={(part) => change((now) => withOtherPart(now, good.sku, part))}
            />
          ))}
        </ul>
      </Panel>
      <Ways
        draft={draft}
        isToPay={(balance?.toPay ?? 0) > 0}
        set={(part) => change((now) => ({ ...now, ...part }))}
      />
      {draft.way === 'carried' && <StoreSelect place={store} choose={chooseStore} size="md" />}
      {balance && <Settled balance={balance} currency={currency} />}
      <Refused error={send.error} />
      <Button type="submit" size="lg" fullWidth disabled={lacks !== undefined} loading={send.isPending}>
        {send.isError && problemOf(send.error).retryable ? t('Try again') : t('Exchange')}
      </Button>
      <p role="status" className="quiet">
        {lacks}
      </p>
    </form>
  );
};
