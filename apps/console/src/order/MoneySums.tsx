import type { ReactNode } from 'react';
import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { wordsOf } from '../orders/status.ts';
import type { Figure } from './figure.ts';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

interface RowProps {
  readonly name: string;
  readonly look?: string | undefined;
  readonly children: ReactNode;
}

const Row = ({ name, look, children }: RowProps) => (
  <div className={look}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface MoneySumsProps {
  readonly order: Order;
  /** Shows the facts that sum to a figure; figures lead nowhere where it is left out. */
  readonly explain?: ((figure: Figure) => void) | undefined;
}

interface OfFactsProps extends Pick<MoneySumsProps, 'explain'> {
  readonly figure: Figure;
  readonly name: string;
  readonly children: string;
}

/** A figure that is the sum of facts. */
const OfFacts = ({ figure, name, explain, children }: OfFactsProps) =>
  explain ? (
    <button
      type="button"
      className={styles.figure}
      aria-label={t('{children}, {name}: how it adds up', { children, name })}
      onClick={() => explain(figure)}
    >
      {children}
    </button>
  ) : (
    children
  );

/** What the order comes to, what was paid of it and what is owed: each row adds to those above it. */
export const MoneySums = ({ order, explain }: MoneySumsProps) => {
  const { currency, money, charges } = order;
  const show = (minor: number) => formatMoney(minor, currency);
  const owed = money.owed < 0 ? t('Owed to the customer') : t('Owed');
  const returned = money.total - (money.cancelled ?? 0) - money.due;
  const sumOf = (figure: Figure, name: string, minor: number) => (
    <OfFacts figure={figure} name={name} explain={explain}>
      {show(minor)}
    </OfFacts>
  );
  return (
    <dl className={styles.money}>
      <Row name={t('Lines')}>{show(money.lines)}</Row>
      {charges.map(({ code, name, amount }, index) => (
        <Row key={`${code} ${index}`} name={name ?? wordsOf(code)}>
          {show(amount)}
        </Row>
      ))}
      {money.cancelled !== undefined && <Row name={t('Cancelled')}>{show(-money.cancelled)}</Row>}
      {returned !== 0 && <Row name={t('Returned goods')}>{show(-returned)}</Row>}
      <Row name={t('Total')} look={styles.total}>
        {sumOf('due', t('Total'), money.due)}
      </Row>
      <Row name={t('Captured')}>{sumOf('captured', t('Captured'), -money.captured)}</Row>
      {money.refunded !== 0 && (
        <Row name={t('Given back')}>{sumOf('refunded', t('Given back'), money.refunded)}</Row>
      )}
      {money.goodwill !== undefined && <Row name={t('Of that, a gift')}>{show(-money.goodwill)}</Row>}
      <Row name={owed} look={money.owed === 0 ? styles.total : styles.owed}>
        {sumOf('owed', owed, Math.abs(money.owed))}
      </Row>
      <Row name={t('Set aside by payments')} look={styles.beside}>
        {show(money.authorised)}
      </Row>
    </dl>
  );
};
