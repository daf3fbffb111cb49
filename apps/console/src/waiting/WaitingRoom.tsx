import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listWaiting } from '../api/waiting.ts';
import type { WaitingMessage } from '../api/waiting.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import styles from '../look/Items.module.css';
import { Panel } from '../look/Panel.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import { Page } from '../shell/Page.tsx';
import { UnknownNames } from './UnknownNames.tsx';

const useWaiting = () =>
  useInfiniteQuery({
    queryKey: ['waiting'],
    queryFn: ({ pageParam, signal }) => listWaiting(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });

/** What has to be told before the message can be applied. */
const needs: Readonly<Record<string, string>> = {
  capture: 'the order to be captured',
  allocation: 'its fulfilment to be sourced',
  shipment: 'its shipment to be dispatched',
  fulfilment: 'goods to have left',
  payment: 'money to be captured',
};

const Item = ({ of }: { readonly of: WaitingMessage }) => (
  <li className={styles.item}>
    <div className={styles.between}>
      <span className={styles.name}>{wordsOfMessage(of.messageType)}</span>
      {/* An order that nobody captured has no page. */}
      {of.waitsFor === 'capture' ? (
        <code>{of.orderId}</code>
      ) : (
        <Link to={`/orders/${encodeURIComponent(of.orderId)}`}>{of.orderId}</Link>
      )}
    </div>
    <div className={`${styles.between} quiet`}>
      <span>Waits for {needs[of.waitsFor] ?? of.waitsFor}</span>
      <span>
        since <Moment at={of.since} />
      </span>
    </div>
  </li>
);

const WaitingRoom = () => {
  const waiting = useWaiting();
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Waiting messages">
      <p className="quiet">Messages that came before what they need. Each is applied once that is told.</p>
      <Panel title="Longest waiting first" flush>
        <Answer of={waiting}>
          {() =>
            items.length === 0 ? (
              <Empty title="Nothing waits">Every message found what it speaks of.</Empty>
            ) : (
              <ul>
                {items.map((one) => (
                  <Item key={`${one.orderId} ${one.messageId}`} of={one} />
                ))}
              </ul>
            )
          }
        </Answer>
        <LoadMore of={waiting} />
      </Panel>
      <UnknownNames />
    </Page>
  );
};

export default WaitingRoom;
