import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { MoneyStep, Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Table } from '../look/Table.tsx';
import { beyondStores } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import { type Figure, factsOf, sumInWords } from './figure.ts';
import styles from './OrderRoom.module.css';
import { useExplainedMoney } from './useOrder.ts';
import { called, t } from '../words/words.ts';

/** What a fact moved, by name; nothing is said of what it left as it was. */
const movedBy = ({ due, captured, refunded, goodwill }: MoneyStep, currency: string): string =>
  (
    [
      [t('due'), due],
      [t('taken'), captured],
      [t('given back'), refunded],
      [t('a gift'), goodwill],
    ] as const
  )
    .flatMap(([name, minor]) => (minor === 0 ? [] : `${name} ${formatMoney(minor, currency)}`))
    .join(', ');

const caption = t('What moved the money of the order, and what was owed after it');

interface StepsProps {
  readonly steps: readonly MoneyStep[];
  readonly currency: string;
  readonly figure: Figure;
}

const CameFrom = ({ step: { eventId, what } }: { readonly step: MoneyStep }) =>
  useMayTrace() ? (
    <Link to={tracePath({ eventId })} aria-label={t('Where this came from: {what}', { what: called(what) })}>
      {t('Where this came from')}
    </Link>
  ) : null;

const What = ({ step, currency }: { readonly step: MoneyStep; readonly currency: string }) => (
  <>
    <span className={styles.name}>{called(step.what)}</span>
    <span className={styles.moved}>{movedBy(step, currency)}</span>
    <span className={styles.moved}>
      <Moment at={step.at} />
    </span>
    <span className={styles.moved}>
      <CameFrom step={step} />
    </span>
  </>
);

/** What stands in the column of figures. */
const heads: Readonly<Record<Figure, string>> = {
  due: t('Due'),
  captured: t('Captured'),
  refunded: t('Refunded'),
  owed: t('Owed'),
};

const Rows = ({ steps, currency, figure }: StepsProps) => (
  <Table caption={caption} head={[{ label: t('What') }, { label: heads[figure], numeric: true }]}>
    {steps.map((step) => (
      <tr key={step.eventId}>
        <th scope="row">
          <What step={step} currency={currency} />
        </th>
        <td className="numeric nowrap">{formatMoney(step[figure], currency)}</td>
      </tr>
    ))}
  </Table>
);

const Cards = ({ steps, currency, figure }: StepsProps) => (
  <ol className={styles.list} aria-label={caption}>
    {steps.map((step) => (
      <li key={step.eventId}>
        <What step={step} currency={currency} />
        <div className={styles.between}>
          <span className="quiet">{heads[figure]}</span>
          <span className="numeric">{formatMoney(step[figure], currency)}</span>
        </div>
      </li>
    ))}
  </ol>
);

interface SumProps {
  readonly figure: Figure;
  readonly value: string;
  readonly explain: (figure: Figure) => void;
}

/** Says which figure is explained; whoever asked for it is taken here. */
const Sum = ({ figure, value, explain }: SumProps) => {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), [figure]);
  return (
    <div className={styles.between}>
      <p ref={words} tabIndex={-1}>
        {sumInWords[figure]}: {value}
      </p>
      <button type="button" className={styles.figure} onClick={() => explain('owed')}>
        {t('All that moved the money')}
      </button>
    </div>
  );
};

interface ExplainedProps extends Pick<SumProps, 'figure' | 'explain'> {
  readonly order: Order;
}

const Explained = ({ order: { orderId, currency }, figure, explain }: ExplainedProps) => {
  const explained = useExplainedMoney(orderId, true);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const View = narrow ? Cards : Rows;
  return (
    <div className={styles.explained}>
      <Answer of={explained}>
        {({ pages }) => (
          <>
            {figure !== 'owed' && (
              <Sum figure={figure} value={formatMoney(pages[0]!.sums[figure], currency)} explain={explain} />
            )}
            <View
              steps={factsOf(
                figure,
                pages.flatMap(({ items }) => items),
              )}
              currency={currency}
              figure={figure}
            />
            <LoadMore of={explained} />
          </>
        )}
      </Answer>
    </div>
  );
};

/** Whether it may be explained to whoever is signed in. */
export const useMayExplain = (): boolean => useHasRole(beyondStores);

interface HowItAddsUpProps {
  readonly order: Order;
  /** Which figure is explained; nothing while it is closed. */
  readonly figure: Figure | undefined;
  readonly explain: (figure: Figure | undefined) => void;
}

/** The facts that moved the order’s money, or one figure of it, with the balance after each; read once somebody opens it. */
export const HowItAddsUp = ({ order, figure, explain }: HowItAddsUpProps) => (
  <details
    className={styles.disclosed}
    open={figure !== undefined}
    onToggle={({ currentTarget: { open } }) => {
      if (open !== (figure !== undefined)) explain(open ? 'owed' : undefined);
    }}
  >
    <summary>{t('How it adds up')}</summary>
    {figure !== undefined && <Explained order={order} figure={figure} explain={explain} />}
  </details>
);
