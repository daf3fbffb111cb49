import { Checkbox } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { InboxMessage } from '../api/inbox.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { Empty } from '../look/Answer.tsx';
import { ChooseAll } from '../look/ChooseAll.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import type { Choose } from '../look/useChosen.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import styles from './Quarantine.module.css';
import { messagesOf } from './useInbox.ts';
import type { useInbox } from './useInbox.ts';
import { t } from '../words/words.ts';

interface RowProps {
  readonly message: InboxMessage;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  /** Left out for those who may do nothing with it. */
  readonly choose: Choose | undefined;
}

const Row = ({ message, isOpen, isChosen, choose }: RowProps) => {
  const { search } = useLocation();
  const { messageId, type = t('Unknown message'), source, receivedAt, state } = message;
  return (
    <li className={styles.row} data-chosen={isOpen}>
      {choose && (
        <Checkbox
          size="xs"
          className={styles.check ?? ''}
          aria-label={t('Choose {type} of {source}, {messageId}', {
            type,
            source: source ?? t('an unknown system'),
            messageId,
          })}
          checked={isChosen}
          onChange={({ currentTarget: { checked } }) => choose([messageId], checked)}
        />
      )}
      <div className={styles.message}>
        <div className={styles.between}>
          <Link
            to={{ pathname: `/quarantine/${encodeURIComponent(messageId)}`, search }}
            className={styles.link}
            aria-current={isOpen ? 'true' : undefined}
          >
            {type}
          </Link>
          <StatusMark status={state} />
        </div>
        <div className={styles.reason}>{message.reason}</div>
        <div className={`${styles.between} quiet`}>
          <span className={styles.clip}>{source}</span>
          <span>
            <Moment at={receivedAt} brief /> {zoneName(receivedAt)}
          </span>
        </div>
      </div>
    </li>
  );
};

interface MessageListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  /** The message that is open beside. */
  readonly open: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly choose: Choose | undefined;
}

export const MessageList = ({ inbox, open, chosen, choose }: MessageListProps) => {
  const messages = messagesOf(inbox.data);
  const ids = messages.map(({ messageId }) => messageId);
  if (messages.length === 0)
    return (
      <Panel title={t('Messages')}>
        <Empty title={t('Nothing here')}>{t('No message is as it is asked for.')}</Empty>
      </Panel>
    );
  return (
    <Panel title={t('Messages')} flush>
      {choose && (
        <div className={styles.all}>
          <ChooseAll ids={ids} chosen={chosen} choose={choose} />
        </div>
      )}
      <ul>
        {messages.map((message) => (
          <Row
            key={message.messageId}
            message={message}
            isOpen={message.messageId === open}
            isChosen={chosen.has(message.messageId)}
            choose={choose}
          />
        ))}
      </ul>
      <LoadMore of={inbox} />
    </Panel>
  );
};
