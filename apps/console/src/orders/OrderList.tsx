import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { OrderSummary } from '../api/orders.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { live } from '../live/live.ts';
import { useHeldList, useLive } from '../live/useLive.ts';
import { OrderCards } from './OrderCards.tsx';
import styles from './OrdersRoom.module.css';
import { OrderTable } from './OrderTable.tsx';
import { useAnnouncement } from './useAnnouncement.ts';
import type { useOrders } from './useOrders.ts';
import { t } from '../words/words.ts';

interface OrderListProps {
  readonly orders: ReturnType<typeof useOrders>;
  readonly narrow: boolean;
  readonly searched: string;
  readonly filtered: boolean;
  /** Shown beside the title. */
  readonly aside: ReactNode;
}

/** Up and down walk the rows, which are links, so Enter opens one. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at === -1) return;
  event.preventDefault();
  links[at + step]?.focus();
};

const noneText = (searched: string, filtered: boolean): string => {
  if (searched !== '') return t('Nothing found for “{searched}”', { searched });
  return filtered ? t('No order matches these filters') : t('No orders yet');
};

const noneHint = (searched: string, filtered: boolean): string => {
  if (searched !== '')
    return t(
      'Try fewer or other words. One or two letters are looked for as a whole word, three or more as its beginning.',
    );
  return filtered ? t('Try fewer or other words.') : t('Orders appear here as channels send them.');
};

/** Tells who reads a long list, or points at a row, that it moved on, rather than moving it under their eyes. */
const NewerNote = ({ orders }: { readonly orders: OrderListProps['orders'] }) => {
  const { changed, isHeld } = useLive();
  const isKept = isHeld || (orders.data?.pages.length ?? 0) > 1;
  if (!isKept || changed === 0) return null;
  return (
    <Button
      className={styles.newer ?? ''}
      size="xs"
      radius="xl"
      loading={orders.isFetching}
      onClick={() => void orders.refetch().then(live.seen)}
    >
      {t('{changed, plural, one {1 new or changed} other {{changed} new or changed}} – refresh', { changed })}
    </Button>
  );
};

export const OrderList = ({ orders, narrow, searched, filtered, aside }: OrderListProps) => {
  const rows: readonly OrderSummary[] = orders.data?.pages.flatMap((page) => page.items) ?? [];
  const announcement = useAnnouncement(rows);
  const held = useHeldList();
  const isMisspelt = rows.length > 0 && orders.data?.pages[0]?.spelling === 'close';
  return (
    <div onKeyDown={walk}>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      <NewerNote orders={orders} />
      {isMisspelt && (
        <p className={styles.misspelt} role="status">
          {t('No order has “{searched}” as it is written; these have words that are nearly so.', {
            searched,
          })}
        </p>
      )}
      <div {...held}>
        <Panel
          title={searched === '' ? t('Latest') : t('Found for “{searched}”', { searched })}
          aside={aside}
          flush
        >
          <Answer of={orders} rows={10}>
            {() =>
              rows.length === 0 ? (
                <Empty title={noneText(searched, filtered)}>{noneHint(searched, filtered)}</Empty>
              ) : narrow ? (
                <OrderCards rows={rows} />
              ) : (
                <OrderTable rows={rows} />
              )
            }
          </Answer>
          <LoadMore of={orders} />
        </Panel>
      </div>
    </div>
  );
};
