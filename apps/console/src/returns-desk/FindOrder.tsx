import { Button, TextInput } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderSummary, searchOrders } from '../api/orders.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer, Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import { buyerOf } from '../orders/summary.ts';
import { useDelayedText } from '../orders/useDelayedText.ts';
import { theOneMeant } from './found.ts';
import styles from './ReturnsDesk.module.css';
import { t } from '../words/words.ts';

const search = (q: string) =>
  queryOptions({ queryKey: ['returns-desk', q], queryFn: ({ signal }) => searchOrders(q, signal) });

const Found = ({ order, choose }: { readonly order: OrderSummary; readonly choose: () => void }) => (
  <li className={styles.found}>
    <button type="button" className={styles.choose} onClick={choose}>
      <span className={styles.between}>
        <span className={styles.name}>{order.number}</span>
        <span className="numeric">{formatMoney(order.total, order.currency)}</span>
      </span>
      <span className={styles.between}>
        <span className="quiet">
          {order.channel} · {buyerOf(order)} · <Moment at={order.placedAt} brief />
        </span>
        <StatusMark status={order.status} />
      </span>
    </button>
  </li>
);

interface FindOrderProps {
  /** @param typed what it was found by, which may be the number of a return or a serial number */
  readonly choose: (orderId: string, typed: string) => void;
  /** Takes goods back although no order is found; left out for those who may not. */
  readonly without: (() => void) | undefined;
}

const Results = ({ q, choose }: Pick<FindOrderProps, 'choose'> & { readonly q: string }) => {
  const found = useQuery(search(q));
  return (
    <Panel title={t('Found for “{q}”', { q })} flush>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('No order was found')}>
              {t('Try fewer or other words, or scan the order’s number.')}
            </Empty>
          ) : (
            <ul aria-label={t('Orders that were found')}>
              {items.map((order) => (
                <Found key={order.orderId} order={order} choose={() => choose(order.orderId, q)} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
};

/** Finds the order that goods belong to; one that is meant beyond doubt is opened by Enter, as scanners end with. */
export const FindOrder = ({ choose, without }: FindOrderProps) => {
  const [q, setQ] = useState('');
  const { text, type, put } = useDelayedText(q, setQ);
  const client = useQueryClient();
  const open = async (typed: string) => {
    put(typed);
    if (typed === '') return;
    // A failure is told where the results would be.
    const found = await client.fetchQuery(search(typed)).catch(() => undefined);
    const meant = theOneMeant(found?.items ?? [], typed);
    if (meant !== undefined) choose(meant.orderId, typed);
  };
  return (
    <div className={styles.order}>
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          void open(text.trim());
        }}
      >
        <TextInput
          className={styles.searchText ?? ''}
          label={t('Find the order')}
          description={t(
            'Number of the order or the return, receipt, serial number, e-mail, phone or tracking; or scan it.',
          )}
          type="search"
          size="md"
          autoFocus
          value={text}
          onChange={({ currentTarget: { value } }) => type(value)}
        />
        <Button type="submit" size="md">
          {t('Find')}
        </Button>
      </form>
      {without && (
        <Button variant="default" size="md" className={styles.split ?? ''} onClick={without}>
          {t('No order found: take it back without one')}
        </Button>
      )}
      {q !== '' && <Results q={q} choose={choose} />}
    </div>
  );
};
