import { Autocomplete, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { OrderSummary } from '../api/orders.ts';
import type { Queue } from '../api/queues.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { commonReasons } from '../order/holding.ts';
import { useDelayedText } from '../orders/useDelayedText.ts';
import { Page } from '../shell/Page.tsx';
import { CommandForm, useActions } from './CommandForm.tsx';
import { QueueItem } from './QueueItem.tsx';
import { QueueLinks } from './QueueLinks.tsx';
import styles from './Queues.module.css';
import { useQueue } from './useQueues.ts';
import { queueMeanings, queueNames, queues } from './why.ts';
import { t } from '../words/words.ts';

interface ListProps {
  readonly queue: Queue;
  readonly orders: readonly OrderSummary[];
  readonly chosen: ReadonlySet<string>;
  /** Left out for those who may do nothing with them. */
  readonly choose?: (ids: readonly string[], isChosen: boolean) => void;
}

const List = ({ queue, orders, chosen, choose }: ListProps) => {
  const those = orders.filter(({ orderId }) => chosen.has(orderId));
  return (
    <>
      {choose && (
        <div className={styles.all}>
          <Checkbox
            size="xs"
            label={t('All {orders} that are shown', { orders: orders.length })}
            checked={those.length === orders.length}
            indeterminate={those.length > 0 && those.length < orders.length}
            onChange={({ currentTarget: { checked } }) =>
              choose(
                orders.map(({ orderId }) => orderId),
                checked,
              )
            }
          />
        </div>
      )}
      <ul>
        {orders.map((order) => (
          <QueueItem
            key={order.orderId}
            queue={queue}
            order={order}
            chosen={chosen.has(order.orderId)}
            {...(choose && { choose: (isChosen) => choose([order.orderId], isChosen) })}
          />
        ))}
      </ul>
    </>
  );
};

const ReasonFilter = ({
  reason,
  set,
}: {
  readonly reason: string;
  readonly set: (reason: string) => void;
}) => {
  const { text, type } = useDelayedText(reason, set);
  return (
    <Autocomplete
      className={styles.filter ?? ''}
      label={t('Held for')}
      size="xs"
      placeholder={t('Any reason')}
      data={[...commonReasons]}
      value={text}
      onChange={type}
    />
  );
};

const ShownQueue = ({ queue }: { readonly queue: Queue }) => {
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const actions = useActions(queue);
  const listed = useQueue(queue, reason);
  const orders = listed.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen(
      (before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))),
    );
  const may = actions.length > 0;
  return (
    <>
      <p className="quiet">{queueMeanings[queue]}</p>
      {queue === 'held' && <ReasonFilter reason={reason} set={setReason} />}
      {may && (
        <CommandForm
          actions={actions}
          chosen={orders.filter(({ orderId }) => chosen.has(orderId))}
          done={() => setChosen(new Set())}
        />
      )}
      <Panel title={t('{queueNames}, oldest first', { queueNames: queueNames[queue] })} flush>
        <Answer of={listed}>
          {() =>
            orders.length === 0 ? (
              <Empty title={t('Nothing stands here')}>{t('No order needs a person for this.')}</Empty>
            ) : (
              <List queue={queue} orders={orders} chosen={chosen} {...(may && { choose })} />
            )
          }
        </Answer>
        <LoadMore of={listed} />
      </Panel>
    </>
  );
};

/** Orders that need a person, by what they need one for. */
const QueuesRoom = () => {
  const { queue } = useParams();
  const known = queues.find((one) => one === queue);
  if (known === undefined) return <Navigate to="/queues/held" replace />;
  return (
    <Page title={t('Queues')}>
      <QueueLinks />
      <ShownQueue key={known} queue={known} />
    </Page>
  );
};

export default QueuesRoom;
