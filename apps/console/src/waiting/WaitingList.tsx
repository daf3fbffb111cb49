import { Link } from 'react-router';
import type { WaitingMessage } from '../api/waiting.ts';
import { Moment } from '../figures/Moment.tsx';
import styles from '../look/Items.module.css';
import { wordsOfMessage } from '../orders/status.ts';
import { neededFirst } from './neededFirst.ts';
import { rich, t } from '../words/words.ts';

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
      <span>{t('Waits until {waitsFor}', { waitsFor: neededFirst(of.waitsFor) })}</span>
      <span>{rich('since {moment}', { moment: <Moment at={of.since} /> })}</span>
    </div>
  </li>
);

/** Messages that wait, with what they wait for. */
export const WaitingList = ({ items }: { readonly items: readonly WaitingMessage[] }) => (
  <ul>
    {items.map((one) => (
      <Item key={`${one.orderId} ${one.messageId}`} of={one} />
    ))}
  </ul>
);
