import { Link } from 'react-router';
import type { InboxMessage } from '../api/inbox.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import styles from './Quarantine.module.css';
import { messagesOf } from './useInbox.ts';
import type { useInbox } from './useInbox.ts';

const Row = ({ message, chosen }: { readonly message: InboxMessage; readonly chosen: boolean }) => (
  <li className={styles.row} data-chosen={chosen}>
    <div className={styles.between}>
      <Link
        to={`/quarantine/${encodeURIComponent(message.messageId)}`}
        className={styles.link}
        aria-current={chosen ? 'true' : undefined}
      >
        {message.type ?? 'Unknown message'}
      </Link>
      <StatusMark status={message.state} />
    </div>
    <div className={styles.reason}>{message.reason}</div>
    <div className={`${styles.between} quiet`}>
      <span className={styles.clip}>{message.source}</span>
      <span>
        <Moment at={message.receivedAt} brief /> {zoneName(message.receivedAt)}
      </span>
    </div>
  </li>
);

interface MessageListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly chosen: string | undefined;
}

export const MessageList = ({ inbox, chosen }: MessageListProps) => (
  <Panel title="Messages" flush>
    <ul>
      {messagesOf(inbox.data).map((message) => (
        <Row key={message.messageId} message={message} chosen={message.messageId === chosen} />
      ))}
    </ul>
    <LoadMore of={inbox} />
  </Panel>
);
