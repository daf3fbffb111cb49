import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocationName } from '../api/locations.ts';
import { listUnmatchedReturns } from '../api/returns.ts';
import type { UnmatchedReturn } from '../api/returns.ts';
import { returnReceived } from '../api/waiting.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { serialsInWords } from '../figures/serials.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import styles from '../look/Items.module.css';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { wordsOf } from '../orders/status.ts';
import { Page } from '../shell/Page.tsx';
import { useWaiting } from '../waiting/useWaiting.ts';
import { WaitingList } from '../waiting/WaitingList.tsx';
import own from './UnmatchedReturns.module.css';
import { t } from '../words/words.ts';

const useUnmatchedReturns = () =>
  useInfiniteQuery({
    queryKey: ['returns'],
    queryFn: ({ pageParam, signal }) => listUnmatchedReturns(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });

/** Returns of orders that are not known yet, or of goods that are not known to have left. */
const WaitingReturns = () => {
  const waiting = useWaiting(returnReceived);
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  if (waiting.isSuccess && items.length === 0) return null;
  return (
    <Panel title={t('Returns that wait for their order')} flush>
      <Answer of={waiting}>{() => <WaitingList items={items} />}</Answer>
      <LoadMore of={waiting} />
    </Panel>
  );
};

const whoOf = ({ customer }: UnmatchedReturn): string | undefined =>
  typeof customer === 'string' ? customer : (customer?.name ?? customer?.email ?? customer?.id);

const Item = ({ of }: { readonly of: UnmatchedReturn }) => {
  const nameOf = useLocationName();
  const who = whoOf(of);
  return (
    <li className={styles.item}>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>
            {of.location === undefined ? t('Unknown location') : nameOf(of.location)}
          </span>
          {who !== undefined && <span className="quiet"> · {who}</span>}
        </span>
        <span className={own.amount}>
          {t('{refund} refunded', { refund: formatMoney(of.refund, of.currency) })}
        </span>
      </div>
      <ul className={own.lines}>
        {of.lines.map(({ sku, name, quantity, refund, serials = [] }, index) => (
          <li key={`${sku} ${index}`} className={styles.between}>
            <span>
              {quantity} × {name ?? sku} {name !== undefined && <code className="quiet">{sku}</code>}
              {serials.length > 0 && (
                <span className="quiet">
                  {' '}
                  {t('· Serial numbers: {serials}', {
                    serials: serialsInWords(serials.map((serial) => ({ serial }))),
                  })}
                </span>
              )}
            </span>
            {refund !== undefined && (
              <span className="numeric quiet">{formatMoney(refund, of.currency)}</span>
            )}
          </li>
        ))}
        {(of.charges ?? []).map(({ code, name, amount }, index) => (
          <li key={`${code} ${index}`} className={styles.between}>
            <span>
              {name ?? wordsOf(code)} {amount < 0 ? t('given back') : t('charged')}
            </span>
            <span className="numeric quiet">{formatMoney(Math.abs(amount), of.currency)}</span>
          </li>
        ))}
      </ul>
      <div className={`${styles.between} quiet`}>
        <Moment at={of.at} />
        <code>{of.returnId}</code>
      </div>
    </li>
  );
};

const UnmatchedReturnsRoom = () => {
  const returns = useUnmatchedReturns();
  const items = returns.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('Unmatched returns')}>
      <p className="quiet">{t('Goods that came back without an order we know of.')}</p>
      <Panel title={t('Returns')} flush>
        <Answer of={returns}>
          {() =>
            items.length === 0 ? (
              <Empty title={t('No unmatched return')}>{t('Every return belongs to an order.')}</Empty>
            ) : (
              <ul>
                {items.map((one) => (
                  <Item key={one.returnId} of={one} />
                ))}
              </ul>
            )
          }
        </Answer>
        <LoadMore of={returns} />
      </Panel>
      <WaitingReturns />
    </Page>
  );
};

export default UnmatchedReturnsRoom;
