import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import styles from './OrderRoom.module.css';

/** Messages that arrived before what they speak of, and are kept until it comes. */
export const WaitingNote = ({ order: { waiting } }: { readonly order: Order }) =>
  waiting.length === 0 ? null : (
    <section className={styles.waiting} aria-label="Waiting messages">
      <p>{waiting.length === 1 ? 'One message is waiting' : `${waiting.length} messages are waiting`}</p>
      <ul>
        {waiting.map(({ messageType, waitsFor, at, since }) => (
          <li key={`${messageType} ${waitsFor} ${at}`}>
            {wordsOfMessage(messageType)} waits for {waitsFor} since <Moment at={since} />
          </li>
        ))}
      </ul>
    </section>
  );
