import { Autocomplete, Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OrderSummary } from '../api/orders.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer, Empty } from '../look/Answer.tsx';
import items from '../look/Items.module.css';
import { LoadMore } from '../look/LoadMore.tsx';
import { Tag } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { commonReasons, useMayHold } from '../order/holding.ts';
import { buyerOf, orderPath } from '../orders/summary.ts';
import { useDelayedText } from '../orders/useDelayedText.ts';
import { Page } from '../shell/Page.tsx';
import styles from './HeldRoom.module.css';
import { type Outcome, useHeld, useReleaseMany } from './useHeld.ts';

interface ItemProps {
  readonly order: OrderSummary;
  readonly chosen: boolean;
  /** Left out for those who may not release. */
  readonly choose?: (chosen: boolean) => void;
}

const Item = ({ order, chosen, choose }: ItemProps) => (
  <li className={`${items.item} ${styles.item}`}>
    {choose && (
      <Checkbox
        size="xs"
        aria-label={`Choose ${order.number}`}
        checked={chosen}
        onChange={({ currentTarget: { checked } }) => choose(checked)}
      />
    )}
    <div className={styles.order}>
      <div className={items.between}>
        <span>
          <Link to={orderPath(order.orderId)} className={items.name}>
            {order.number}
          </Link>{' '}
          <span className="quiet">
            {order.channel} · {buyerOf(order)}
          </span>
        </span>
        <span className="numeric">{formatMoney(order.total, order.currency)}</span>
      </div>
      <div className={items.between}>
        <span className={styles.reasons}>
          {(order.heldFor ?? []).map((reason) => (
            <Tag key={reason}>{reason}</Tag>
          ))}
        </span>
        <span className="quiet">
          placed <Moment at={order.placedAt} />
        </span>
      </div>
    </div>
  </li>
);

const outcomeOf = ({ released, failed }: Outcome): string =>
  [
    released === 1 ? '1 order was released.' : `${released} orders were released.`,
    ...failed.map(({ order, problem }) => `${order.number} was not: ${problem}`),
  ].join(' ');

interface ReleaseProps {
  readonly chosen: readonly OrderSummary[];
  readonly reason: string;
  readonly done: () => void;
}

const ReleaseForm = ({ chosen, reason, done }: ReleaseProps) => {
  const [note, setNote] = useState('');
  const release = useReleaseMany();
  return (
    <form
      className={styles.release}
      onSubmit={(event) => {
        event.preventDefault();
        release.mutate({ orders: chosen, reason, note: note.trim() }, { onSuccess: done });
      }}
    >
      <TextInput
        label="What was found"
        size="xs"
        maxLength={300}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Button type="submit" size="xs" disabled={chosen.length === 0} loading={release.isPending}>
        Release {chosen.length} from {reason === '' ? 'all their holds' : reason}
      </Button>
      <p role="status" className="quiet">
        {release.isSuccess && outcomeOf(release.data)}
      </p>
    </form>
  );
};

const HeldRoom = () => {
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { text, type } = useDelayedText(reason, setReason);
  const may = useMayHold();
  const held = useHeld(reason);
  const orders = held.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const now = new Set(before);
      for (const id of ids)
        if (isChosen) now.add(id);
        else now.delete(id);
      return now;
    });
  const those = orders.filter(({ orderId }) => chosen.has(orderId));
  const ids = orders.map(({ orderId }) => orderId);
  return (
    <Page title="Held orders">
      <p className="quiet">
        Orders that are not sourced until somebody, or what they wait for, releases them.
      </p>
      <div className={styles.filter}>
        <Autocomplete
          label="Held for"
          size="xs"
          placeholder="Any reason"
          data={[...commonReasons]}
          value={text}
          onChange={type}
        />
      </div>
      {may && <ReleaseForm chosen={those} reason={reason} done={() => setChosen(new Set())} />}
      <Panel title="Latest first" flush>
        <Answer of={held}>
          {() =>
            orders.length === 0 ? (
              <Empty title="Nothing is held">Every order goes its way.</Empty>
            ) : (
              <>
                {may && (
                  <div className={styles.all}>
                    <Checkbox
                      size="xs"
                      label={`All ${orders.length} that are shown`}
                      checked={those.length === orders.length}
                      indeterminate={those.length > 0 && those.length < orders.length}
                      onChange={({ currentTarget: { checked } }) => choose(ids, checked)}
                    />
                  </div>
                )}
                <ul>
                  {orders.map((order) => (
                    <Item
                      key={order.orderId}
                      order={order}
                      chosen={chosen.has(order.orderId)}
                      {...(may && { choose: (isChosen) => choose([order.orderId], isChosen) })}
                    />
                  ))}
                </ul>
              </>
            )
          }
        </Answer>
        <LoadMore of={held} />
      </Panel>
    </Page>
  );
};

export default HeldRoom;
