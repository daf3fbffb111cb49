import { Link } from 'react-router';
import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import styles from './OrderRoom.module.css';

/** Above the order, so that it still comes into sight. */
const shown = 5;
const whole = new Intl.NumberFormat();

/** Messages that arrived before what they speak of, and are kept until it comes. */
export const WaitingNote = ({ order: { waiting, more } }: { readonly order: Order }) => {
  const messages = waiting.length + (more?.waiting?.messages ?? 0);
  return messages === 0 ? null : (
    <section className={styles.waiting} aria-label="Waiting messages">
      <p>{messages === 1 ? 'One message is waiting' : `${whole.format(messages)} messages are waiting`}</p>
      <ul>
        {waiting.slice(0, shown).map(({ messageId, messageType, waitsFor, since }) => (
          <li key={messageId}>
            {wordsOfMessage(messageType)} waits for {waitsFor} since <Moment at={since} />
          </li>
        ))}
      </ul>
      {messages > shown && (
        <p className="quiet">
          and {whole.format(messages - shown)} more, among <Link to="/waiting">all that wait</Link>
        </p>
      )}
    </section>
  );
};
