import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { wordsOf } from '../orders/status.ts';
import { AskedRefunds } from './AskedRefunds.tsx';
import { HowItAddsUp } from './HowItAddsUp.tsx';
import styles from './OrderRoom.module.css';
import { RefundForm } from './RefundForm.tsx';

const Row = ({
  name,
  value,
  look,
}: {
  readonly name: string;
  readonly value: string;
  readonly look?: string | undefined;
}) => (
  <div className={look}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** What the order comes to, what was paid of it and what is owed. */
export const MoneySums = ({ order }: { readonly order: Order }) => {
  const { currency, money, charges } = order;
  const show = (minor: number) => formatMoney(minor, currency);
  return (
    <dl className={styles.money}>
      <Row name="Lines" value={show(money.lines)} />
      {charges.map(({ code, name, amount }, index) => (
        <Row key={`${code} ${index}`} name={name ?? wordsOf(code)} value={show(amount)} />
      ))}
      <Row name="Total" value={show(money.total)} look={styles.total} />
      <Row name="Authorised" value={show(money.authorised)} />
      <Row name="Captured" value={show(money.captured)} />
      {money.credited !== undefined && money.credited !== 0 && (
        <Row name="Credited for returned goods" value={show(money.credited)} />
      )}
      {money.refunded !== 0 && <Row name="Refunded" value={show(money.refunded)} />}
      <Row
        name={money.owed < 0 ? 'Owed to the customer' : 'Owed'}
        value={show(Math.abs(money.owed))}
        look={money.owed === 0 ? undefined : styles.owed}
      />
    </dl>
  );
};

export const MoneyPanel = ({ order }: { readonly order: Order }) => (
  <Panel title="Money" aside={order.currency}>
    <MoneySums order={order} />
    <AskedRefunds order={order} />
    <HowItAddsUp order={order} />
    <RefundForm order={order} />
  </Panel>
);
