import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { MoneyStep, Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Table } from '../look/Table.tsx';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './OrderRoom.module.css';
import { useExplainedMoney } from './useOrder.ts';

/** Roles that may have it explained. */
const readers = ['admin', 'csr', 'ops', 'integrator', 'analyst'];

/** What a fact moved, by name; nothing is said of what it left as it was. */
const movedBy = ({ due, captured, refunded, goodwill }: MoneyStep, currency: string): string =>
  (
    [
      ['due', due],
      ['taken', captured],
      ['given back', refunded],
      ['a gift', goodwill],
    ] as const
  )
    .flatMap(([name, minor]) => (minor === 0 ? [] : `${name} ${formatMoney(minor, currency)}`))
    .join(', ');

const caption = 'What moved the money of the order, and what was owed after it';

interface StepsProps {
  readonly steps: readonly MoneyStep[];
  readonly currency: string;
}

const What = ({ step, currency }: { readonly step: MoneyStep; readonly currency: string }) => (
  <>
    <span className={styles.name}>{step.what}</span>
    <span className={styles.moved}>{movedBy(step, currency)}</span>
    <span className={styles.moved}>
      <Moment at={step.at} />
    </span>
  </>
);

const Rows = ({ steps, currency }: StepsProps) => (
  <Table caption={caption} head={[{ label: 'What' }, { label: 'Owed', numeric: true }]}>
    {steps.map((step) => (
      <tr key={step.eventId}>
        <th scope="row">
          <What step={step} currency={currency} />
        </th>
        <td className="numeric nowrap">{formatMoney(step.owed, currency)}</td>
      </tr>
    ))}
  </Table>
);

const Cards = ({ steps, currency }: StepsProps) => (
  <ol className={styles.list} aria-label={caption}>
    {steps.map((step) => (
      <li key={step.eventId}>
        <What step={step} currency={currency} />
        <div className={styles.between}>
          <span className="quiet">Owed</span>
          <span className="numeric">{formatMoney(step.owed, currency)}</span>
        </div>
      </li>
    ))}
  </ol>
);

const Explained = ({ order: { orderId, currency } }: { readonly order: Order }) => {
  const explained = useExplainedMoney(orderId, true);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const View = narrow ? Cards : Rows;
  return (
    <div className={styles.explained}>
      <Answer of={explained}>
        {({ pages }) => (
          <>
            <View steps={pages.flatMap(({ items }) => items)} currency={currency} />
            <LoadMore of={explained} />
          </>
        )}
      </Answer>
    </div>
  );
};

/** Every fact that moved the order’s money, with the balance after it; read once somebody opens it. */
export const HowItAddsUp = ({ order }: { readonly order: Order }) => {
  const [open, setOpen] = useState(false);
  const role = useIdentity().data?.role ?? '';
  return readers.includes(role) ? (
    <details
      className={styles.disclosed}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>How it adds up</summary>
      {open && <Explained order={order} />}
    </details>
  ) : null;
};
