import { useLocationName } from '../api/locations.ts';
import type { Order, OrderReturn } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Panel } from '../look/Panel.tsx';
import { Unlisted } from '../look/Unlisted.tsx';
import { wordsOf } from '../orders/status.ts';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';

const Return = ({ order, of }: { readonly order: Order; readonly of: OrderReturn }) => {
  const nameOf = useLocationName();
  return (
    <li>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>{of.location === undefined ? 'Returned' : nameOf(of.location)}</span>{' '}
          <span className="quiet">
            · <Moment at={of.at} />
          </span>
        </span>
        <span>{formatMoney(of.refund, order.currency)} refunded</span>
      </div>
      <div className={styles.parts}>
        {of.lines.map((line) => (
          <span key={line.lineId}>
            {line.quantity} × {itemName(order, line)}
            {line.disposition !== undefined && ` – ${wordsOf(line.disposition).toLowerCase()}`}
          </span>
        ))}
        {(of.charges ?? []).map(({ code, name, amount }, index) => (
          <span key={`${code} ${index}`}>
            {name ?? wordsOf(code)} – {formatMoney(Math.abs(amount), order.currency)}{' '}
            {amount < 0 ? 'given back' : 'charged'}
          </span>
        ))}
      </div>
    </li>
  );
};

/** Left out when nothing came back, which is the rule. */
export const ReturnsPanel = ({ order }: { readonly order: Order }) =>
  order.returns.length === 0 ? null : (
    <Panel title="Returns" aside={order.returns.length} flush>
      <ul className={styles.list}>
        {order.returns.map((one) => (
          <Return key={one.returnId} order={order} of={one} />
        ))}
      </ul>
      <Unlisted count={order.more?.returns} what="returns" />
    </Panel>
  );
