import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import styles from './OrderRoom.module.css';

/** Messages that arrived before what they speak of, and are kept until it comes. */
export const WaitingNote = ({ order: { waiting, more } }: { readonly order: Order }) => {
  const messages = waiting.length + (more?.waiting?.messages ?? 0);
  return messages === 0 ? null : (
    <section className={styles.waiting} aria-label="Waiting messages">
      <p>{messages === 1 ? 'One message is waiting' : `${messages} messages are waiting`}</p>
      <ul>
        {waiting.map(({ messageType, waitsFor, at, since }) => (
          <li key={`${messageType} ${waitsFor} ${at}`}>
            {wordsOfMessage(messageType)} waits for {waitsFor} since <Moment at={since} />
          </li>
        ))}
      </ul>
    </section>
  );
};
