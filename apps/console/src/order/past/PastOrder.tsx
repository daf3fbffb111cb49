import type { Order, TimelineEntry } from '../../api/order.ts';
import { Moment } from '../../figures/Moment.tsx';
import { Answer } from '../../look/Answer.tsx';
import { Panel } from '../../look/Panel.tsx';
import { CustomerPanel } from '../CustomerPanel.tsx';
import { FulfilmentsPanel } from '../FulfilmentsPanel.tsx';
import { LinesPanel } from '../LinesPanel.tsx';
import { MoneySums } from '../MoneySums.tsx';
import { OrderHeader } from '../OrderHeader.tsx';
import room from '../OrderRoom.module.css';
import { PaymentsPanel } from '../PaymentsPanel.tsx';
import { Return } from '../ReturnsPanel.tsx';
import styles from './Past.module.css';
import { PastBar } from './PastBar.tsx';
import { after } from './moments.ts';
import { usePast } from './usePast.ts';
import { t } from '../../words/words.ts';

const Returned = ({ order }: { readonly order: Order }) =>
  order.returns.length === 0 ? null : (
    <Panel title={t('Returns')} flush aside={order.returns.length}>
      <ul className={room.list}>
        {order.returns.map((one) => (
          <Return key={one.returnId} order={order} of={one} />
        ))}
      </ul>
    </Panel>
  );

/** What had not happened, or was not known, by then. */
const Since = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <Panel title={t('What came after')} flush aside={entries.length}>
    {entries.length === 0 ? (
      <p className={room.empty}>{t('Nothing came after.')}</p>
    ) : (
      <ol className={room.list}>
        {entries.map(({ eventId, summary, at }) => (
          <li key={eventId} className={room.between}>
            <span>{summary}</span>
            <span className="quiet">
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ol>
    )}
  </Panel>
);

/** All that is known of the order at that moment, to be looked at only. */
const AsItWas = ({ order, since }: { readonly order: Order; readonly since: readonly TimelineEntry[] }) => (
  <>
    <OrderHeader order={order} />
    <div className={room.columns}>
      <div className={room.column}>
        <LinesPanel order={order} />
        <FulfilmentsPanel order={order} />
        <Returned order={order} />
        <Since entries={since} />
      </div>
      <div className={room.column}>
        <Panel title={t('Money')} aside={order.currency}>
          <MoneySums order={order} />
        </Panel>
        <CustomerPanel order={order} />
        <PaymentsPanel order={order} />
      </div>
    </div>
  </>
);

/** An order as it was at a moment that is chosen; nothing can be done to it there. */
export const PastOrder = ({ orderId }: { readonly orderId: string }) => {
  const past = usePast(orderId);
  return (
    <div className={styles.body}>
      <Answer of={past.timeline} rows={3}>
        {() => <PastBar past={past} />}
      </Answer>
      <Answer of={past.order} rows={12}>
        {(order) => <AsItWas order={order} since={after(past.entries, past.axis, past.moment ?? '')} />}
      </Answer>
    </div>
  );
};
