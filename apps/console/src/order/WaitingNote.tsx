import { Link } from 'react-router';
import type { Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import styles from './OrderRoom.module.css';
import { rich, t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

/** Above the order, so that it still comes into sight. */
const shown = 5;

/** Messages that arrived before what they speak of, and are kept until it comes. */
export const WaitingNote = ({ order: { waiting, more } }: { readonly order: Order }) => {
  const messages = waiting.length + (more?.waiting?.messages ?? 0);
  return messages === 0 ? null : (
    <section className={styles.waiting} aria-label={t('Waiting messages')}>
      <p>
        {t('{messages, plural, one {One message is waiting} other {{messages2} messages are waiting}}', {
          messages,
          messages2: formatCount(messages),
        })}
      </p>
      <ul>
        {waiting.slice(0, shown).map(({ messageId, messageType, waitsFor, since }) => (
          <li key={messageId}>
            {rich('{messageType} waits for {waitsFor} since {moment}', {
              messageType: wordsOfMessage(messageType),
              waitsFor,
              moment: <Moment at={since} />,
            })}
          </li>
        ))}
      </ul>
      {messages > shown && (
        <p className="quiet">
          {rich('and {messages} more, among <link>all that wait</link>', {
            messages: formatCount(messages - shown),
            link: (chunks) => <Link to="/waiting">{chunks}</Link>,
          })}
        </p>
      )}
    </section>
  );
};
