import { useState } from 'react';
import { Link } from 'react-router';
import type { Order } from '../api/order.ts';
import type { ReturnAnswer } from '../api/take-back.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { useOrder } from '../order/useOrder.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { orderPath } from '../orders/summary.ts';
import { goneLines } from './backUnits.ts';
import { ExpectedFacts } from './ExpectedFacts.tsx';
import { LineItem } from './LineEntry.tsx';
import { useMayTakeBack } from './mayTakeBack.ts';
import styles from './ReturnsDesk.module.css';
import { Taken } from './Taken.tsx';
import { TakeBackForm } from './TakeBackForm.tsx';
import { t } from '../words/words.ts';

interface AtDeskProps {
  /** The number of a return, or the serial number, that brought somebody here. */
  readonly named: string | undefined;
  readonly next: () => void;
}

/** For those who may not take goods back. */
const Looked = ({ order }: { readonly order: Order }) => (
  <>
    <p className="quiet">{t('Somebody in a store or in customer service takes goods back.')}</p>
    <Panel title={t('What went out')} flush>
      <ul>
        {(order.expectedReturns ?? []).map((expected) => (
          <li key={expected.returnId} className={styles.line}>
            <ExpectedFacts order={order} expected={expected} />
          </li>
        ))}
        {goneLines(order).map((line) => (
          <LineItem key={line.lineId} order={order} line={line} />
        ))}
      </ul>
    </Panel>
  </>
);

/** One return after the other, each with a form of its own. */
const OneAfterOther = ({ order, named, next }: AtDeskProps & { readonly order: Order }) => {
  const [taken, setTaken] = useState<{ readonly count: number; readonly answer?: ReturnAnswer }>({
    count: 0,
  });
  const { count, answer } = taken;
  return answer === undefined ? (
    <TakeBackForm
      key={count}
      order={order}
      named={count === 0 ? named : undefined}
      done={(told) => setTaken({ count, answer: told })}
    />
  ) : (
    <Taken order={order} answer={answer} more={() => setTaken({ count: count + 1 })} next={next} />
  );
};

const Goods = ({ order, ...atDesk }: AtDeskProps & { readonly order: Order }) => {
  const may = useMayTakeBack();
  if (goneLines(order).length === 0)
    return <Empty title={t('Nothing can come back')}>{t('Nothing of this order has left yet.')}</Empty>;
  return may ? <OneAfterOther order={order} {...atDesk} /> : <Looked order={order} />;
};

/** An order of which goods are at the desk. */
export const OrderAtDesk = ({ orderId, ...atDesk }: AtDeskProps & { readonly orderId: string }) => (
  <Answer of={useOrder(orderId)} rows={6}>
    {(order) => (
      <div className={styles.order}>
        <div className={styles.between}>
          <h2 className={styles.number}>
            <Link to={orderPath(orderId)}>{t('Order {number}', { number: order.number })}</Link>
          </h2>
          <StatusMark status={order.status} />
        </div>
        {order.customer?.name !== undefined && <p className="quiet">{order.customer.name}</p>}
        <Goods order={order} {...atDesk} />
      </div>
    )}
  </Answer>
);
